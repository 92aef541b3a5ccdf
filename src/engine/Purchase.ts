import type { Either } from 'fp-ts/lib/Either.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { Idempotency } from '../contract/JobKind.js';
import type { Bucket } from '../contract/Limiter.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import type { AnySnapshot } from './toSnapshot.js';

/** A paid request, fixed at the moment when the user's method was called. @since 0.1.0 */
export interface Purchase {
  readonly kind: AnyKind;
  readonly operation: string;
  readonly request: HttpRequest;
  /** The body as text, so that later changes of the input do not matter. */
  readonly body: string | undefined;
  readonly bucket: Bucket | undefined;
  readonly idempotency: Idempotency | undefined;
  /** The user's own key; without it a fresh one is made. */
  readonly idempotencyKey: string | undefined;
  readonly paid: boolean;
  readonly whenLimited: 'wait' | 'fail';
  /** The job that a verb goes on with; absent for creates. */
  readonly ref: JobRef | undefined;
}

/** What a purchase made. @since 0.1.0 */
export interface Purchased {
  readonly ref: JobRef;
  /** What the answer showed; absent where the job was made before, under the same key. */
  readonly snapshot?: AnySnapshot;
}

/** How a purchase ended. @since 0.1.0 */
export type Outcome = Either<JobError, Purchased>;
