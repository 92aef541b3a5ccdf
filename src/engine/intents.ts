import type { Either } from 'fp-ts/lib/Either.js';
import { left, right } from '#fp-ts/Either';
import { catchError, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import { isJobError } from '../errors/isJobError.js';
import type { JobError } from '../errors/JobError.js';
import type { Engine } from './Engine.js';
import { readIntents } from './intentRecords.js';
import { whileOpen } from './whileOpen.js';

/** A `JobError` of the error channel as a `Left`. @since 0.1.0 */
export const asLeft = <T>(source: Observable<T>): Observable<Either<JobError, T>> =>
  source.pipe(
    map((value): Either<JobError, T> => right(value)),
    catchError((error: unknown) => {
      if (!isJobError(error)) throw error;
      return of(left(error));
    }),
  );

/** Whether nobody knows what came of it: a pending one of a process that died is unknown too. */
const isOpen = ({ state }: SubmissionIntent): boolean => state === 'unknown' || state === 'pending';

/** What may have been paid for without an answer. @since 0.1.0 */
export function intents(engine: Engine): Observable<Either<JobError, readonly SubmissionIntent[]>> {
  const operation = 'client.intents';
  return whileOpen(engine, operation, () =>
    asLeft(
      readIntents(engine.environment, operation).pipe(
        map((all) => all.filter((intent) => isOpen(intent) && !engine.awaits(intent.intentId))),
      ),
    ),
  );
}
