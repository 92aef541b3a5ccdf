import { optimalLag } from '../../spec/timing/optimalFront.js';
import { afterLearning } from '../afterLearning.js';
import { meanOf } from '../figures.js';
import { inTurn } from '../inTurn.js';
import { MODELS } from '../lag/models.js';
import type { Score } from '../Match.js';
import { factsOf } from '../Match.js';
import type { ContestantName } from '../peers/Contestant.js';
import { TITLES } from '../peers/Contestant.js';
import type { Part, PeerFigure, Result } from '../Result.js';

const MODEL = MODELS.uniform;

type Curve = 'linear' | 'lying';

const play = (name: ContestantName, progress: Curve, seed: number): Promise<Score> =>
  afterLearning({
    name,
    vendor: 'creatify',
    pace: 'standing',
    model: MODEL,
    seed,
    script: { progress },
  });

/** Creatify's progress: honest, or at 100 % after a quarter of the time. */
export const part: Part = async ({ quick, say }) => {
  const times = quick ? 1 : 3;
  const seeds = Array.from({ length: times }, (_, time) => 1_000 * (time + 1));
  const run = (name: ContestantName, curve: Curve, seed: number) => async () => {
    const score = await play(name, curve, seed);
    say(`${TITLES[name]}, ${curve} progress`);
    return score;
  };
  const scores = await inTurn(2, [
    run('fetchLoop', 'linear', 1_000),
    ...seeds.map((seed) => run('rushes', 'linear', seed)),
    ...seeds.map((seed) => run('rushes', 'lying', seed)),
  ]);
  const [loop, ...own] = scores;
  if (loop === undefined) return [];
  return results(own.slice(0, times), own.slice(times), loop);
};

const COMMON = {
  part: 'progress',
  time: 'virtual',
  note: 'Over HTTP; time stands still while a request is under way. Rushes has seen 30 jobs before.',
} as const;

function results(
  honest: readonly Score[],
  lying: readonly Score[],
  loop: Score,
): readonly Result[] {
  const lagOf = (scores: readonly Score[]) => meanOf(scores.flatMap(({ lagsMs }) => lagsMs));
  const looksOf = (scores: readonly Score[]) =>
    meanOf(scores.map(({ looks, jobs }) => looks / jobs));
  const peers = (figure: number): readonly PeerFigure[] => [
    { name: TITLES.fetchLoop, figure, facts: factsOf(loop, false) },
  ];
  const distanceOf = (scores: readonly Score[]) =>
    lagOf(scores) / optimalLag(MODEL, Math.max(1.001, looksOf(scores)));
  const runs = honest.length;
  return [
    {
      ...COMMON,
      id: 'progress.linear.requests',
      name: `requests a job, honest progress, ${MODEL.name} s`,
      unit: 'requests',
      runs,
      figure: looksOf(honest),
      goal: { id: 'G3', value: 4 },
      peers: peers(looksOf([loop])),
    },
    {
      ...COMMON,
      id: 'progress.linear.lag',
      name: `mean lag, honest progress, ${MODEL.name} s`,
      unit: 's',
      runs,
      figure: lagOf(honest) / 1_000,
      goal: { id: 'G3', value: 0.2 },
      peers: peers(lagOf([loop]) / 1_000),
    },
    {
      ...COMMON,
      id: 'progress.lying',
      name: `D1, progress that says all is done after a quarter of the time, ${MODEL.name} s`,
      unit: 'x',
      runs,
      figure: distanceOf(lying),
      limit: 1,
      goal: { id: 'G3', value: 1.25 },
      distance: { id: 'D1', value: distanceOf(lying) },
      facts: { 'mean lag s': lagOf(lying) / 1_000, 'requests a job': looksOf(lying) },
      peers: peers(distanceOf([loop])),
    },
  ];
}
