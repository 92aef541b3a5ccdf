import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { DemoArguments } from './readArguments.js';

/**
 * Asks whether jobs that cost credits may be made; nothing was sent before.
 *
 * @returns false when nobody said yes
 */
export async function confirmPaid({ orders, yes }: DemoArguments): Promise<boolean> {
  const paid = orders.filter(({ input }) => input !== undefined);
  if (paid.length === 0 || yes) return true;
  const jobs = paid.length === 1 ? 'One job costs' : `${paid.length} jobs cost`;
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    console.error(`${jobs} credits. Nothing was sent: add --yes to make them.`);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C and Ctrl-D close it without an answer.
  const closed = once(terminal, 'close').then(() => '');
  const answer = await Promise.race([terminal.question(`${jobs} credits. Go on? [y/N] `), closed]);
  terminal.close();
  const isYes = /^y(es)?$/i.test(answer.trim());
  console.log(isYes ? '' : 'Nothing was sent.');
  return isYes;
}
