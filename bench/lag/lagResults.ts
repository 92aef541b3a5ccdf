import type { LookCost } from '../../spec/timing/optimalFront.js';
import { fewestRequests, optimalLag } from '../../spec/timing/optimalFront.js';
import { meanOf } from '../figures.js';
import type { Score } from '../Match.js';
import { factsOf } from '../Match.js';
import type { PeerFigure, Result } from '../Result.js';
import { fixedGapLag } from './fixedGap.js';
import { lagSeries } from './lagSeries.js';
import type { LagRun } from './measureLag.js';
import type { ModelName } from './models.js';
import { MODELS } from './models.js';
import { requestsAtLag } from './requestsAtLag.js';
import { titleOf } from './titleOf.js';

/** A run, and what it gave each time. */
export interface MeasuredLag {
  readonly run: LagRun;
  readonly scores: readonly Score[];
}

/** The mean lag, and the looks a job, over all times. */
export const costOfRun = ({ scores }: MeasuredLag): LookCost => ({
  lagMs: meanOf(scores.flatMap(({ lagsMs }) => lagsMs)),
  requests: meanOf(scores.map(({ looks, jobs }) => looks / jobs)),
});

const COMMON = {
  part: 'lag',
  time: 'virtual',
  note: 'Over HTTP; time stands still while a request is under way. Rushes has seen 30 jobs before.',
} as const;

/** Requests a job that the goal allows at a mean lag of 1 s. */
const REQUESTS_GOAL: Readonly<Record<ModelName, number | undefined>> = {
  uniform: 16,
  normal: 7,
  lognormal: undefined,
  exponential: undefined,
};

/** The results of one model. */
export function lagResults(name: ModelName, measured: readonly MeasuredLag[]): readonly Result[] {
  const ours = measured.filter(({ run }) => run.name === 'rushes');
  const theirs = measured.filter(({ run }) => run.name !== 'rushes');
  const goal = REQUESTS_GOAL[name];
  return [
    ...ours.map((own, index) => distance(name, own, index === 0 ? theirs : [])),
    ...(goal === undefined ? [] : [atOneSecond(name, goal, ours, theirs)]),
  ].map((result, index) =>
    index === 0 ? { ...result, series: lagSeries(name, ours, theirs) } : result,
  );
}

const factsOfTheirs = ({ scores }: MeasuredLag) => {
  const [score] = scores;
  return score === undefined ? {} : factsOf(score, false);
};

const distanceOf = (name: ModelName, { lagMs, requests }: LookCost): number =>
  lagMs / optimalLag(MODELS[name], Math.max(1.001, requests));

/** D1; where age says nothing of the end, the distance from a fixed gap. */
function distance(name: ModelName, own: MeasuredLag, theirs: readonly MeasuredLag[]): Result {
  const model = MODELS[name];
  const memoryless = name === 'exponential';
  const judge = (cost: LookCost): number =>
    memoryless ? cost.lagMs / fixedGapLag(model, cost.requests) : distanceOf(name, cost);
  const cost = costOfRun(own);
  const { setting: { lagMs } = {} } = own.run;
  const what = memoryless
    ? 'mean lag beside that of a fixed gap with as many requests'
    : 'D1, mean lag beside the least possible';
  return {
    ...COMMON,
    runs: own.scores.length,
    id: `lag.${name}.${lagMs === undefined ? 'default' : String(lagMs)}`,
    name: `${what}, ${model.name} s, ${titleOf(own.run)}`,
    unit: 'x',
    figure: judge(cost),
    limit: 1,
    goal: { id: 'G1', value: memoryless ? 1.02 : 1.15 },
    distance: { id: 'D1', value: distanceOf(name, cost) },
    facts: { 'mean lag s': cost.lagMs / 1_000, 'requests a job': cost.requests },
    peers: theirs.map((their): PeerFigure => ({
      name: titleOf(their.run),
      figure: judge(costOfRun(their)),
      facts: factsOfTheirs(their),
    })),
  };
}

function atOneSecond(
  name: ModelName,
  goal: number,
  ours: readonly MeasuredLag[],
  theirs: readonly MeasuredLag[],
): Result {
  const model = MODELS[name];
  const asQuick = theirs.filter((their) => Math.abs(costOfRun(their).lagMs / 1_000 - 1) < 0.2);
  return {
    ...COMMON,
    runs: ours[0]?.scores.length ?? 0,
    id: `lag.${name}.requests`,
    name: `requests a job at a mean lag of 1 s, that of a 2 s loop, ${model.name} s`,
    unit: 'requests',
    figure: requestsAtLag(1_000, ours.map(costOfRun)),
    limit: fewestRequests(model, 1_000),
    goal: { id: 'G1', value: goal },
    peers: asQuick.map((their) => ({
      name: titleOf(their.run),
      figure: costOfRun(their).requests,
      facts: factsOfTheirs(their),
    })),
  };
}
