import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import type { Observable } from 'rxjs';
import type { VendorCall } from '../../contract/VendorCall.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import { jobRefOf } from '../../engine/jobRefOf.js';
import { refuse } from '../../engine/refuse.js';
import type { JobError } from '../../errors/JobError.js';
import type { JobRef } from '../../model/JobRef.js';
import type { ById } from '../../providers/sync/ById.js';
import { absentIsDone } from '../absentIsDone.js';

/** What a method gives: one value, a `Left` for failures. @since 0.1.0 */
export type Answered<Value> = Observable<Either<JobError, Value>>;

/** A call about one thing, by its id. @since 0.1.0 */
export const askingById =
  <Answer>(engine: Engine, vendorCall: VendorCall<ById, Answer>) =>
  (id: string): Answered<Answer> =>
    call(engine, vendorCall, { id });

/** A call about one job, by its reference or its id. @since 0.1.0 */
export const askingByJob =
  <Answer>(engine: Engine, kind: string, vendorCall: VendorCall<string, Answer>) =>
  (job: JobRef | string): Answered<Answer> => {
    const ref = jobRefOf(engine.environment, kind, job);
    return isLeft(ref)
      ? refuse(engine.environment, vendorCall.name, ref.left)
      : call(engine, vendorCall, ref.right.id);
  };

/** Takes one thing away, by its id; what is not there counts as taken away. @since 0.1.0 */
export const removingById =
  <Answer>(engine: Engine, vendorCall: VendorCall<ById, Answer>, answer: Answer) =>
  (id: string): Answered<Answer> =>
    call(engine, vendorCall, { id }).pipe(absentIsDone(answer));
