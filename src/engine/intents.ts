import type { Either } from 'fp-ts/lib/Either.js';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { JobError } from '../errors/JobError.js';
import { attempt } from '../operators/attempt.js';
import type { Engine } from './Engine.js';
import { readIntents } from './intentRecords.js';
import { whileOpen } from './whileOpen.js';

/** Whether nobody knows what came of it: a pending one of a process that died is unknown too. */
const isOpen = ({ state }: SubmissionIntent): boolean => state === 'unknown' || state === 'pending';

/** What may have been paid for without an answer. @since 0.1.0 */
export function intents(engine: Engine): Observable<Either<JobError, readonly SubmissionIntent[]>> {
  const operation = 'client.intents';
  return whileOpen(engine, operation, () =>
    readIntents(engine.environment, operation).pipe(
      map((all) => all.filter((intent) => isOpen(intent) && !engine.awaits(intent.intentId))),
      attempt(),
    ),
  );
}
