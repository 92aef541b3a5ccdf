import { inTurn } from '../inTurn.js';
import type { Part } from '../Result.js';
import { bucketResults } from './bucketResults.js';
import type { BucketRun, MeasuredBucket } from './measureBucket.js';
import { measureBucket } from './measureBucket.js';
import { TITLES } from '../peers/Contestant.js';
import type { ContestantName } from '../peers/Contestant.js';

/** Jobs a minute that the vendor's side makes. */
const LOADS: readonly number[] = [10, 20, 40, 60, 80, 100, 110];

const PEERS: readonly ContestantName[] = [
  'coreLro',
  'fetchLoop',
  'smithyWaiter',
  'rxjsAxios',
  'rxPolling',
];

const own = (load: number): BucketRun => ({ name: 'rushes', load, jobs: 200, learns: true });

const QUICK: readonly BucketRun[] = [
  { name: 'coreLro', load: 60, jobs: 200, learns: false },
  ...[20, 60, 100].map(own),
];

const ALL: readonly BucketRun[] = [
  ...PEERS.map((name) => ({ name, load: 60, jobs: 200, learns: false })),
  ...(['fetchLoop', 'smithyWaiter'] as const).flatMap((name) =>
    [20, 40, 100].map((load) => ({ name, load, jobs: 100, learns: false })),
  ),
  { name: 'rushes', load: 60, jobs: 200, learns: false },
  ...LOADS.map(own),
];

/** One shared bucket, as Aurous documents it: 120 looks a minute, 240 at once, one key. */
export const part: Part = async ({ quick, say }) => {
  const measured = await inTurn(
    2,
    (quick ? QUICK : ALL).map((run) => async (): Promise<MeasuredBucket> => {
      const score = await measureBucket(run);
      say(`${TITLES[run.name]}, ${String(run.load)} jobs a minute${run.learns ? '' : ', cold'}`);
      return { run, score };
    }),
  );
  return bucketResults(measured);
};
