// Run in a process of its own: buys a job, and tells what came of it once the file store has it.
import { fixed, isRight } from 'rushes';
import { fileStore } from 'rushes/node';
import type { VendorName } from 'rushes/testing';
import { DESKS } from '../../bench/desks.js';

const [vendor = '', baseUrl = '', timeoutMs = '', folder = ''] = process.argv.slice(2);
const { run } = DESKS[vendor as VendorName].open({
  baseUrl,
  timeoutMs: Number(timeoutMs),
  store: fileStore(folder, { flush: 'none' }),
  cadence: fixed(1),
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

run('order-1').subscribe({
  next: (event) => {
    say(isRight(event) ? `${event.right.phase} ${event.right.ref.id}` : `!${event.left._tag}`);
  },
  complete: () => say('|'),
});
