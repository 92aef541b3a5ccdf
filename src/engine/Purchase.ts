import type { Either } from 'fp-ts/lib/Either.js';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { Idempotency, JobSearch, VendorFault } from '../contract/JobKind.js';
import type { Bucket } from '../contract/Limiter.js';
import type { JobError } from '../errors/JobError.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { JobRef } from '../model/JobRef.js';
import type { WrittenBody } from './writtenBody.js';

/** Why a 2xx cannot be used, and the id that it may still hold. @since 0.1.0 */
export interface Unusable {
  readonly error: JobError;
  readonly fault: VendorFault;
}

/** What is bought: how its answer is read, and who is told of it. @since 0.1.0 */
export interface Product<Made> {
  /** Reads the answer; an id in it is never thrown away. */
  readonly read: (response: HttpResponse, submittedAt: EpochMs) => Either<Unusable, Made>;
  /** Where a job is made: it is remembered, and its loop begins. */
  readonly job?: {
    /** What an earlier create under the user's own key made. */
    readonly madeBefore: (ref: JobRef) => Made;
    readonly refOf: (made: Made) => JobRef;
    /** Told of what was made before anybody else. */
    readonly onMade: (made: Made) => void;
  };
}

/** A request that is sent at most once, fixed at the moment when the user's method was called. @since 0.1.0 */
export interface Purchase {
  /** The family that it belongs to, as in `JobRef.kind`. */
  readonly kind: string;
  readonly operation: string;
  readonly request: HttpRequest;
  /** The body as it was at the call, so that later changes of the input do not matter. */
  readonly body: WrittenBody;
  readonly bucket: Bucket | undefined;
  readonly idempotency: Idempotency | undefined;
  /** The user's own key; without it a fresh one is made. */
  readonly idempotencyKey: string | undefined;
  readonly paid: boolean;
  readonly whenLimited: 'wait' | 'fail';
  /** The job that a verb goes on with; absent for creates. */
  readonly ref: JobRef | undefined;
  /** How the job that it makes is told from others, should its answer get lost. */
  readonly search?: JobSearch | undefined;
  readonly errorOf: (response: HttpResponse) => VendorFault;
}

/** How a purchase ended. @since 0.1.0 */
export type Outcome<Made> = Either<JobError, Made>;
