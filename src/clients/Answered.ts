import type { Either } from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { JobError } from '../errors/JobError.js';

/** What a method that makes no job gives: one value, or a `Left` of what failed. @since 0.1.0 */
export type Answered<Value> = Observable<Either<JobError, Value>>;
