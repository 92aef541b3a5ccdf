import type { Either } from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { JobError } from '../errors/JobError.js';
import type { JobSnapshot, Succeeded } from '../model/JobSnapshot.js';

/**
 * One thing that a job stream says: news of the job, or why there will be none.
 *
 * @since 0.1.0
 */
export type JobEvent<A, P = unknown> = Either<JobError, JobSnapshot<A, P>>;

/**
 * A job as a stream: any number of `Right`s, at most one `Left`, which is last, then complete.
 *
 * The error channel is for defects in user code only.
 *
 * @typeParam A - the output of a succeeded job
 * @typeParam P - what a job that needs a decision shows
 * @since 0.1.0
 */
export type JobStream<A, P = unknown> = Observable<JobEvent<A, P>>;

/**
 * How a job ended: its last snapshot, if it succeeded, or a typed error.
 *
 * @since 0.1.0
 */
export type JobResult<A> = Either<JobError, Succeeded<A>>;
