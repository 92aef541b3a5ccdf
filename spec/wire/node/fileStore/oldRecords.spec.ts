import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { StoreRecord } from 'rushes';
import { intent, job } from '../../../node/fileStore/storedRecords.js';
import { usePrograms } from './usePrograms.js';

const programs = usePrograms();
const COUNT = 100_000;

const recordOf = (index: number): StoreRecord => {
  if (index % 3 === 0) return intent(`${index}`, 'unknown');
  return job(`${index}`, index % 3 === 1 ? 'succeeded' : 'running');
};

function lineOf(index: number): string {
  const key = `job/${index}`;
  const json = JSON.stringify({ id: key, op: 'put', key, record: recordOf(index) });
  return `\n${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

it('M8: 100,000 old records are opened within a second, and none that is unfinished is lost', async () => {
  const indexes = Array.from({ length: COUNT }, (_, index) => index);
  mkdirSync(programs.folder);
  writeFileSync(join(programs.folder, '00000001.log'), indexes.map(lineOf).join(''));
  const running = programs.run('openOld', [programs.folder]);
  await running.ended;
  const { openMs, laterMs, ids } = JSON.parse(running.output()) as {
    readonly openMs: number;
    readonly laterMs: number;
    readonly ids: readonly string[];
  };
  expect(openMs).toBeLessThan(1000);
  // What was read is not read again: a hundred writes take no longer than in a new store.
  expect(laterMs).toBeLessThan(200);
  const unfinished = indexes.filter((index) => index % 3 !== 1);
  const finished = indexes.filter((index) => index % 3 === 1).slice(-10_000);
  const kept = [...unfinished, ...finished].sort((one, other) => one - other);
  expect(ids.join()).toBe(kept.join());
}, 60_000);
