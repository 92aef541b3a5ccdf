import type { Engine } from '../../engine/Engine.js';
import type { JobRef } from '../../model/JobRef.js';
import type { BatchQuery, BatchValidation } from '../../providers/sync/batches.js';
import { batches, batchesList, validateBatch } from '../../providers/sync/batches.js';
import { batchResultUrl } from '../../providers/sync/batchResult.js';
import type { BatchInput } from '../../providers/sync/BatchInput.js';
import type { BatchOutput } from '../../providers/sync/BatchOutput.js';
import type { Answered } from '../Answered.js';
import type { CreateMethods, ListMethods, WatchMethods } from '../families.js';
import { calling, creating, listing, watching } from '../families.js';
import { askingByJob } from './askingByJob.js';

/**
 * Up to some hundreds of generations at once. sync.so aims to be done within 24 hours, which is also
 * the default `deadlineMs`: give a longer one, or watch again.
 *
 * A create that is refused because the plan's limit of batches is reached waits until one of this
 * client's jobs ends.
 *
 * @since 0.1.0
 */
export interface BatchMethods
  extends
    CreateMethods<BatchInput, BatchOutput>,
    WatchMethods<BatchOutput>,
    ListMethods<BatchOutput, BatchQuery> {
  /** Has sync.so check a batch; makes nothing. What is wrong with it comes as `Rejected`. */
  validate(input: BatchInput): Answered<BatchValidation>;
  /**
   * The signed URL of a finished batch's results, one JSON a line; needs no key.
   *
   * @param job - its reference, or its id
   */
  resultUrl(job: JobRef | string): Answered<string>;
}

/** The methods of batches. @since 0.1.0 */
export const batchMethods = (engine: Engine): BatchMethods =>
  Object.freeze({
    ...creating(engine, batches.kind, batches),
    ...watching(engine, batches.kind, batches),
    ...listing(engine, batches.kind, batches, batchesList),
    validate: calling(engine, validateBatch),
    resultUrl: askingByJob(engine, batches.kind, batchResultUrl),
  });
