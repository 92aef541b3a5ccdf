import type { DurationModel } from '../../spec/timing/durationModels.js';
import { exponentialLaw, lognormal, normal, uniform } from '../../spec/timing/durationModels.js';

/** How long jobs take: the models that lag is measured on. */
export const MODELS: Readonly<
  Record<'uniform' | 'normal' | 'lognormal' | 'exponential', DurationModel>
> = {
  uniform: uniform(30_000, 90_000),
  normal: normal(60_000, 6_000),
  lognormal: lognormal(60_000, 0.5),
  exponential: exponentialLaw(60_000),
};

export type ModelName = keyof typeof MODELS;
