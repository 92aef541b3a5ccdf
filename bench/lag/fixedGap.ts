import type { DurationModel } from '../../spec/timing/durationModels.js';
import type { LookCost } from '../../spec/timing/optimalFront.js';
import { costOf } from '../../spec/timing/optimalFront.js';

/** What looking every `gapMs` costs, exactly. */
export const fixedGapCost = (model: DurationModel, gapMs: number): LookCost =>
  costOf(model, () => gapMs);

/** The mean lag in milliseconds of the fixed gap that makes so many requests a job. */
export function fixedGapLag(model: DurationModel, requests: number): number {
  let short = 1;
  let long = 100 * model.meanMs;
  for (let step = 0; step < 60; step += 1) {
    const gapMs = Math.sqrt(short * long);
    if (fixedGapCost(model, gapMs).requests > requests) short = gapMs;
    else long = gapMs;
  }
  return fixedGapCost(model, long).lagMs;
}
