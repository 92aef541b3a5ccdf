import { optimalLag } from '../../spec/timing/optimalFront.js';
import type { LookCost } from '../../spec/timing/optimalFront.js';
import { afterLearning } from '../afterLearning.js';
import { meanOf } from '../figures.js';
import { inTurn } from '../inTurn.js';
import { MODELS } from '../lag/models.js';
import type { Score } from '../Match.js';
import { factsOf } from '../Match.js';
import type { ContestantName, Setting } from '../peers/Contestant.js';
import { TITLES } from '../peers/Contestant.js';
import type { Part, PeerFigure, Result } from '../Result.js';

const MODEL = MODELS.uniform;

/** So far apart that no look serves two jobs: what is measured is when to look, alone. */
const WITHIN_MS = 100 * 60_000;

type Curve = 'linear' | 'lying';

const play = (name: ContestantName, setting: Setting, curve: Curve, seed: number): Promise<Score> =>
  afterLearning({
    name,
    vendor: 'creatify',
    pace: 'standing',
    setting,
    model: MODEL,
    seed,
    // From its birth on: a queue before is not told apart from slow work.
    script: { progress: curve, queuedMs: 0 },
    withinMs: WITHIN_MS,
  });

/** How Rushes is set, and what its figures are called by. */
const SETTINGS: readonly {
  readonly id: string;
  readonly title: string;
  readonly setting: Setting;
}[] = [{ id: 'default', title: 'Rushes', setting: {} }];

/** Creatify's progress: honest, or at 100 % after a quarter of the time. */
export const part: Part = async ({ quick, say }) => {
  const times = quick ? 1 : 2;
  const loop = await play('fetchLoop', {}, 'linear', 1_000);
  say(TITLES.fetchLoop);
  const results = await inTurn(
    2,
    SETTINGS.flatMap(({ id, title, setting }) =>
      (['linear', 'lying'] as const).map((curve) => async () => {
        const scores: Score[] = [];
        for (let time = 1; time <= times; time += 1) {
          scores.push(await play('rushes', setting, curve, 1_000 * time));
        }
        say(`${title}, ${curve} progress`);
        const of = curve === 'linear' ? honest : misled;
        return of({ id, title, scores, loop });
      }),
    ),
  );
  return results.flat();
};

interface Played {
  readonly id: string;
  readonly title: string;
  readonly scores: readonly Score[];
  readonly loop: Score;
}

const COMMON = {
  part: 'progress',
  time: 'virtual',
  note: 'Over HTTP; time stands still while a request is under way. Rushes has seen 30 jobs before.',
} as const;

const costOf = (scores: readonly Score[]): LookCost => ({
  lagMs: meanOf(scores.flatMap(({ lagsMs }) => lagsMs)),
  requests: meanOf(scores.map(({ looks, jobs }) => looks / jobs)),
});

const factsOfCost = ({ lagMs, requests }: LookCost) => ({
  'mean lag s': lagMs / 1_000,
  'requests a job': requests,
});

const peersOf = (loop: Score, figure: number): readonly PeerFigure[] => [
  { name: TITLES.fetchLoop, figure, facts: factsOf(loop, false) },
];

function honest({ id, title, scores, loop }: Played): readonly Result[] {
  const [own, their] = [costOf(scores), costOf([loop])];
  const common = { ...COMMON, runs: scores.length, facts: factsOfCost(own) };
  return [
    {
      ...common,
      id: `progress.${id}.requests`,
      name: `requests a job, honest progress, ${MODEL.name} s, ${title}`,
      unit: 'requests',
      figure: own.requests,
      goal: { id: 'G3', value: 4 },
      peers: peersOf(loop, their.requests),
    },
    {
      ...common,
      id: `progress.${id}.lag`,
      name: `mean lag, honest progress, ${MODEL.name} s, ${title}`,
      unit: 's',
      figure: own.lagMs / 1_000,
      goal: { id: 'G3', value: 0.2 },
      peers: peersOf(loop, their.lagMs / 1_000),
    },
  ];
}

function misled({ id, title, scores, loop }: Played): readonly Result[] {
  const distanceOf = ({ lagMs, requests }: LookCost): number =>
    lagMs / optimalLag(MODEL, Math.max(1.001, requests));
  const own = costOf(scores);
  return [
    {
      ...COMMON,
      id: `progress.${id}.lying`,
      name: `D1, progress that says all is done after a quarter of the time, ${MODEL.name} s, ${title}`,
      unit: 'x',
      runs: scores.length,
      figure: distanceOf(own),
      limit: 1,
      goal: { id: 'G3', value: 1.25 },
      distance: { id: 'D1', value: distanceOf(own) },
      facts: factsOfCost(own),
      peers: peersOf(loop, distanceOf(costOf([loop]))),
    },
  ];
}
