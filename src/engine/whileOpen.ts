import type { Either } from 'fp-ts/lib/Either.js';
import { left } from '#fp-ts/Either';
import { defer, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type { Engine } from './Engine.js';

/** `Closed` for every method of a closed client; asked at the subscription. @since 0.1.0 */
export function whileOpen<T>(
  engine: Engine,
  operation: string,
  work: () => Observable<Either<JobError, T>>,
  ref?: JobRef,
): Observable<Either<JobError, T>> {
  const facts = { ref, jobMayBeRunning: ref !== undefined };
  return defer(() =>
    engine.closed ? of(left<JobError, T>(engine.closedError(operation, facts))) : work(),
  );
}
