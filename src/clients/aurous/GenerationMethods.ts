import type { CallOptions, RunOptions } from '../../contract/JobOptions.js';
import type { JobKind } from '../../contract/JobKind.js';
import type { JobStream } from '../../contract/JobStream.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import type { Engine } from '../../engine/Engine.js';
import type { JobRef } from '../../model/JobRef.js';
import type { CostEstimate } from '../../providers/aurous/estimates.js';
import { cancelGeneration } from '../../providers/aurous/generationKind.js';
import type { Answered } from '../Answered.js';
import type { CreateMethods, WatchMethods } from '../families.js';
import { acting, calling, creating, watching } from '../families.js';

/** Images, or videos. @since 0.1.0 */
export interface GenerationMethods<Input, Output>
  extends CreateMethods<Input, Output>, WatchMethods<Output> {
  /**
   * Stops a job that has not ended; one that has is `Rejected`. Free, and harmless when repeated.
   *
   * @param job - its reference, or its id
   */
  cancel(job: JobRef | string, options?: RunOptions): JobStream<Output>;
  /** What a create with this input would cost; makes nothing. */
  estimate(input: Input, options?: CallOptions): Answered<CostEstimate>;
}

/** The methods of images, or of videos. @since 0.1.0 */
export function generationMethods<Input, Body, Output>(
  engine: Engine,
  kind: JobKind<Input, Body, Output>,
  estimate: VendorCall<Input, CostEstimate>,
): GenerationMethods<Input, Output> {
  const name = kind.kind;
  return Object.freeze({
    ...creating(engine, name, kind),
    ...watching(engine, name, kind),
    cancel: acting(engine, name, kind, cancelGeneration),
    estimate: calling(engine, estimate),
  });
}
