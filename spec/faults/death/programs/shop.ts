// Run in a process of its own: buys one job and follows it, over a store in a folder. Says what it sees.
// May be killed from outside, or kill itself at a write of the store or where it is told of a phase.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { fixed, isLeft } from 'rushes';
import { fileStore } from 'rushes/node';
import type { VendorName } from 'rushes/testing';
import { DESKS } from '../../bench/desks.js';

const [vendor = 'creatify', baseUrl = '', folder = '', order = '', death = '', key = ''] =
  process.argv.slice(2);
const [when, what] = death.split(':');

const die = (): void => void process.kill(process.pid, 'SIGKILL');

if (when === 'before' || when === 'after') {
  const original = fs.writeSync as (...parameters: unknown[]) => number;
  let left = Number(what);
  const counted = (...parameters: unknown[]): number => {
    left -= 1;
    if (left === 0 && when === 'before') die();
    const written = original(...parameters);
    if (left === 0) die();
    return written;
  };
  Object.assign(fs, { writeSync: counted });
  syncBuiltinESMExports();
}

const { client, run } = DESKS[vendor as VendorName].open({
  baseUrl,
  store: fileStore(folder),
  cadence: fixed(20),
  timeoutMs: 30_000,
});

process.once('SIGTERM', () => {
  void client.close().then(() => process.exit(0));
});

const say = (word: string): void => void process.stdout.write(`${word}\n`);

run(order, key === '' ? {} : { idempotencyKey: key }).subscribe({
  next: (event) => {
    if (isLeft(event)) return say(`!${event.left._tag}`);
    if (when === 'in' && event.right.phase === what) die();
    say(`${event.right.phase} ${event.right.ref.id}`);
  },
  complete: () => say('|'),
});
