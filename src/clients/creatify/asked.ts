import type { Either } from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { VendorCall } from '../../contract/VendorCall.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import type { JobError } from '../../errors/JobError.js';
import type { ById } from '../../providers/creatify/byId.js';
import { absentIsDone } from '../absentIsDone.js';

/** What a method gives: one value, a `Left` for failures. @since 0.1.0 */
export type Answered<Value> = Observable<Either<JobError, Value>>;

/** A call that narrows what it finds, or finds all. @since 0.1.0 */
export const finding =
  <Query extends object, Answer>(engine: Engine, vendorCall: VendorCall<Query, Answer>) =>
  (query: Query = {} as Query): Answered<Answer> =>
    call(engine, vendorCall, query);

/** A call about one thing, by its id. @since 0.1.0 */
export const gettingOne =
  <Answer>(engine: Engine, vendorCall: VendorCall<ById, Answer>) =>
  (id: string): Answered<Answer> =>
    call(engine, vendorCall, { id });

/** Takes one thing away, by its id; what is not there counts as taken away. @since 0.1.0 */
export const removingOne =
  (engine: Engine, vendorCall: VendorCall<ById, void>) =>
  (id: string): Answered<void> =>
    call(engine, vendorCall, { id }).pipe(absentIsDone<void>(undefined));
