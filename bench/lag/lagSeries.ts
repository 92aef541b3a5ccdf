import type { LookCost } from '../../spec/timing/optimalFront.js';
import { optimalLag } from '../../spec/timing/optimalFront.js';
import type { Series } from '../Result.js';
import { fixedGapCost } from './fixedGap.js';
import { costOfRun } from './lagResults.js';
import type { MeasuredLag } from './lagResults.js';
import type { ModelName } from './models.js';
import { MODELS } from './models.js';
import { titleOf } from './titleOf.js';

const REQUESTS: readonly number[] = [1.5, 2, 3, 4, 5, 7, 10, 14, 20, 30, 45, 65, 90, 130];
const GAPS_MS: readonly number[] = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000];

const pointOf = ({ requests, lagMs }: LookCost) => [requests, lagMs / 1_000] as const;

/** Lag against requests: the theoretical front, the theory of fixed gaps, ours and the peers. */
export function lagSeries(
  name: ModelName,
  ours: readonly MeasuredLag[],
  theirs: readonly MeasuredLag[],
): readonly Series[] {
  const model = MODELS[name];
  const plot = `lag-${name}`;
  return [
    {
      plot,
      name: 'least possible',
      role: 'limit',
      points: REQUESTS.map((requests) => [requests, optimalLag(model, requests) / 1_000] as const),
    },
    {
      plot,
      name: 'any fixed gap, in theory',
      role: 'limit',
      points: GAPS_MS.map((gapMs) => pointOf(fixedGapCost(model, gapMs))),
      labels: GAPS_MS.map((gapMs) => `${String(gapMs / 1_000)} s`),
    },
    {
      plot,
      name: 'Rushes',
      role: 'rushes',
      points: ours.map((own) => pointOf(costOfRun(own))),
      labels: ours.map(({ run }) => titleOf(run)),
    },
    ...theirs.map((their): Series => ({
      plot,
      name: titleOf(their.run),
      role: 'peer',
      points: [pointOf(costOfRun(their))],
    })),
  ];
}
