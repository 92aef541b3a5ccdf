import type { JobSnapshot } from '../model/JobSnapshot.js';
import type { AbortOptions } from './AbortOptions.js';

/**
 * How to wait for a job's end.
 *
 * @typeParam A - the output of a succeeded job
 * @typeParam P - what a job that needs a decision shows
 * @since 0.1.0
 */
export interface OutcomeOptions<A, P = unknown> extends AbortOptions {
  /** Called with every snapshot, the last one too; what it throws rejects the promise. */
  readonly onSnapshot?: ((snapshot: JobSnapshot<A, P>) => void) | undefined;
}
