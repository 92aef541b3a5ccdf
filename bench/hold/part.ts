import { heldRequests } from '../../spec/timing/optimalFront.js';
import { timesAfterLearning } from '../afterLearning.js';
import { meanOf, medianOf, quantileOf } from '../figures.js';
import { inTurn } from '../inTurn.js';
import { MODELS } from '../lag/models.js';
import type { Score } from '../Match.js';
import { factsOf } from '../Match.js';
import type { ContestantName, Setting } from '../peers/Contestant.js';
import { TITLES } from '../peers/Contestant.js';
import type { Part, PartOptions, PeerFigure, Result } from '../Result.js';

const MODEL = MODELS.uniform;

/** The age at which the hold of an optimal client is opened first, in milliseconds. */
const OPENED_AT_MS = 30_000;

/** Within which the first 30 jobs are begun. */
const FIRST_WITHIN_MS = 60_000;

/** So many times faster runs the lag's clock, so that a minute's job takes 3 s; the lag itself is real. */
const SPEED = 20;

/** The longest hold that any version of sync.so allows. */
const LONGEST_MS = 55_000;

/** So many times 30 jobs are learned from, each time by a new client; then as many crowds of 100 come. */
const LEARNING = 5;
const AFTER_EACH = 3;

const GOALS: Readonly<Record<number, number>> = { 55_000: 1.15, 10_000: 3.7 };

/** sync.so's long-poll: requests a job, and the lag of the notification. */
export const part: Part = async (options) => [
  ...(await requests(55_000, options)),
  ...(await requests(10_000, options)),
  ...(await lag(options)),
];

const play = (
  name: ContestantName,
  holdCapMs: number,
  pace: number | 'standing',
  times: number,
  seed = 1_000,
): Promise<readonly Score[]> => {
  const setting: Setting = name === 'longPoll' ? { gapMs: holdCapMs } : {};
  const common = {
    name,
    vendor: 'sync',
    setting,
    pace,
    world: { holdCapMs },
    seed,
  } as const;
  return timesAfterLearning({ ...common, model: MODEL, firstWithinMs: FIRST_WITHIN_MS }, times);
};

async function requests(
  holdCapMs: number,
  { quick, say }: PartOptions,
): Promise<readonly Result[]> {
  const cap = `${String(holdCapMs / 1_000)} s`;
  const learning = quick ? 1 : LEARNING;
  const names: readonly ContestantName[] = ['longPoll', 'syncSdk'];
  const ours = { name: 'rushes', sets: learning, times: quick ? 1 : AFTER_EACH } as const;
  const [own = [], ...others] = await inTurn(
    2,
    [ours, ...names.map((name) => ({ name, sets: 1, times: 1 }))].map((run) => async () => {
      const scores: Score[] = [];
      for (let set = 1; set <= run.sets; set += 1) {
        scores.push(...(await play(run.name, holdCapMs, 'standing', run.times, 1_000 * set)));
      }
      say(`${TITLES[run.name]}, requests, hold of ${cap}`);
      return scores;
    }),
  );
  const lagsMs = own.flatMap((score) => score.lagsMs);
  const figure = meanOf(own.map(({ looks, jobs }) => looks / jobs));
  const limit = heldRequests(MODEL, OPENED_AT_MS, holdCapMs);
  const goal = GOALS[holdCapMs];
  const theirs = (of: (score: Score) => number): readonly PeerFigure[] =>
    others.flatMap((scores, index) =>
      scores.map((score) => ({
        name: TITLES[names[index] ?? 'longPoll'],
        figure: of(score),
        facts: factsOf(score, false),
      })),
    );
  const p95Ms = quantileOf(lagsMs, 0.95);
  const common = {
    part: 'hold',
    time: 'virtual',
    runs: own.length,
    facts: { 'mean lag s': meanOf(lagsMs) / 1_000, 'p95 lag s': p95Ms / 1_000 },
  } as const;
  const seconds = String(holdCapMs / 1_000);
  return [
    {
      ...common,
      id: `hold.${seconds}.requests`,
      name: `requests a sync job where a look is held ${cap} at most, ${MODEL.name} s`,
      unit: 'requests',
      figure,
      limit,
      ...(goal === undefined ? {} : { goal: { id: 'G2', value: goal } as const }),
      distance: { id: 'D2', value: figure / limit },
      peers: theirs(({ looks, jobs }) => looks / jobs),
    },
    {
      ...common,
      id: `hold.${seconds}.lag`,
      name: `p95 lag of a sync job’s end where a look is held ${cap} at most, ${MODEL.name} s`,
      unit: 'ms',
      figure: p95Ms,
      ...(holdCapMs === LONGEST_MS ? { goal: { id: 'G2', value: 10 } as const } : {}),
      peers: theirs((score) => quantileOf(score.lagsMs, 0.95)),
      note: 'The network takes no time here: this is what the choice of when to ask costs.',
    },
  ];
}

interface Notified {
  readonly medianMs: number;
  readonly lateMs: number;
}

/** The time between a job's end and the news of it, on the machine's own clock. */
async function lag({ quick, say }: PartOptions): Promise<readonly Result[]> {
  const times = quick ? 1 : 3;
  const medianFor = async (name: ContestantName): Promise<Notified> => {
    const scores = await play(name, 55_000, SPEED, times);
    const figures = scores.map(({ lagsMs, lateMs }) => ({
      medianMs: medianOf(lagsMs) / SPEED,
      lateMs,
    }));
    say(`${TITLES[name]}, lag`);
    return {
      medianMs: medianOf(figures.map(({ medianMs }) => medianMs)),
      lateMs: medianOf(figures.map(({ lateMs }) => lateMs)),
    };
  };
  const own = await medianFor('rushes');
  const byHand = await medianFor('longPoll');
  return [
    {
      id: 'hold.lag',
      part: 'hold',
      name: 'median lag of a sync job’s end where looks are held, on loopback',
      unit: 'ms',
      time: 'real',
      runs: times,
      figure: own.medianMs,
      facts: { 'timers late ms': own.lateMs },
      goal: { id: 'G2', value: 10 },
      peers: [
        {
          name: TITLES.longPoll,
          figure: byHand.medianMs,
          facts: { 'timers late ms': byHand.lateMs },
        },
      ],
      note: `Jobs take a ${String(SPEED)}th of U(30,90) s; the lag is the machine’s own.`,
    },
  ];
}
