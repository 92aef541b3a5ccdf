import type { RunOptions, WatchOptions } from '../../contract/JobOptions.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import type { JobRef } from '../../model/JobRef.js';
import type { CostEstimate, CostEstimateInput } from '../../providers/sync/costEstimates.js';
import { analyzeCost, estimateCost } from '../../providers/sync/costEstimates.js';
import type { GenerationCosts } from '../../providers/sync/generationCosts.js';
import { generationCosts } from '../../providers/sync/generationCosts.js';
import type { GenerationCountQuery } from '../../providers/sync/generationCount.js';
import { generationCount } from '../../providers/sync/generationCount.js';
import type { GenerationInput, GenerationOfUrls } from '../../providers/sync/GenerationInput.js';
import type { GenerationOutput } from '../../providers/sync/GenerationOutput.js';
import { generations } from '../../providers/sync/generations.js';
import type { GenerationQuery } from '../../providers/sync/generationsList.js';
import { generationsList } from '../../providers/sync/generationsList.js';
import type { Answered } from '../Answered.js';
import type {
  CreateMethods,
  ListMethods,
  LiveProgressOption,
  RemoveMethods,
  WatchMethods,
} from '../families.js';
import { calling, creating, listing, removing, watching } from '../families.js';
import { askingByJob } from './askingByJob.js';

/** Options of `generations.watch`. @since 0.1.0 */
export interface GenerationWatchOptions extends WatchOptions, LiveProgressOption {}

/** Options of `generations.run`. @since 0.1.0 */
export interface GenerationRunOptions extends RunOptions, LiveProgressOption {}

/**
 * Lip-synced videos. Looks are held open by the server until the job ends, as long as it allows; with
 * `progress: true` they ask for live progress instead.
 *
 * A create that is refused because the plan's limit of generations is reached waits until one of this
 * client's jobs ends.
 *
 * @since 0.1.0
 */
export interface GenerationMethods
  extends
    CreateMethods<GenerationInput, GenerationOutput, unknown, GenerationRunOptions>,
    WatchMethods<GenerationOutput, unknown, GenerationWatchOptions>,
    ListMethods<GenerationOutput, GenerationQuery>,
    RemoveMethods {
  /** Counts generations; without a query, all of them. */
  count(query?: GenerationCountQuery): Answered<number>;
  /**
   * Reads what a generation cost, as far as it is known.
   *
   * @param job - its reference, or its id
   */
  costs(job: JobRef | string): Answered<GenerationCosts>;
  /** Estimates what a generation would cost, by model and length. Nothing is fetched or made. */
  estimateCost(input: CostEstimateInput): Answered<CostEstimate>;
  /** Estimates what a generation would cost, by its whole input. Nothing is made. */
  analyzeCost(input: GenerationOfUrls): Answered<readonly CostEstimate[]>;
}

/** The methods of generations. @since 0.1.0 */
export function generationMethods(engine: Engine): GenerationMethods {
  const { kind } = generations;
  return Object.freeze({
    ...creating(engine, kind, generations),
    ...watching(engine, kind, generations),
    ...listing(engine, kind, generations, generationsList),
    ...removing(engine, kind, generations),
    count: (query: GenerationCountQuery = {}) => call(engine, generationCount, query),
    costs: askingByJob(engine, kind, generationCosts),
    estimateCost: calling(engine, estimateCost),
    analyzeCost: calling(engine, analyzeCost),
  });
}
