// Heap of one way to watch many jobs that idle; needs --expose-gc.
import { answer } from './inChild.js';
import type { WatchingName } from './watchings.js';
import { WATCHINGS } from './watchings.js';

const IDLE_MS = 3_600_000;
const WARM_UP = 2_000;
const SLICE = 500;

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function bytesInUse(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.();
    await breath();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Bytes a job, everything that is not there before the first one. */
answer(async ({ name, jobs }: { readonly name: WatchingName; readonly jobs: number }) => {
  const way = WATCHINGS[name];
  const setting = { jobs, gapMs: IDLE_MS, spread: false };
  // What the first jobs compile and grow is no job's.
  const warm = await way(setting);
  for (let index = 0; index < WARM_UP; index += 1) warm.begin(index);
  await breath();
  const before = await bytesInUse();
  const watching = await way(setting);
  for (let index = 0; index < jobs; index += 1) {
    watching.begin(index);
    if (index % SLICE === 0) await breath();
  }
  const bytes = ((await bytesInUse()) - before) / jobs;
  // Both stay reachable until here.
  return { bytes, looks: watching.looks() + 0 * warm.looks() };
});
