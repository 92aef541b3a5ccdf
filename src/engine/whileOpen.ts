import type { Either } from 'fp-ts/lib/Either.js';
import { left } from '#fp-ts/Either';
import { Observable, tap } from 'rxjs';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type { Engine } from './Engine.js';

/**
 * `Closed` for every method of a closed client; asked at the subscription, and while its work goes on.
 *
 * @since 0.1.0
 */
export function whileOpen<T>(
  engine: Engine,
  operation: string,
  work: () => Observable<Either<JobError, T>>,
  ref?: JobRef,
): Observable<Either<JobError, T>> {
  const facts = { ref, jobMayBeRunning: ref !== undefined };
  return new Observable((subscriber) => {
    const end = (): void => {
      subscriber.next(left(engine.closedError(operation, facts)));
      subscriber.complete();
    };
    if (engine.closed) return end();
    const answered = engine.whenClosed(end);
    subscriber.add(answered);
    // Its answer is its end: who is told of it may close the client.
    work().pipe(tap(answered)).subscribe(subscriber);
  });
}
