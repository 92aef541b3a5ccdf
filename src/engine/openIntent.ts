import { map, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { Engine } from './Engine.js';
import { readIntent } from './intentRecords.js';

/** No intent has a longer id: a vendor, a kind, an account and a key make it up, or chance. */
const MOST_CHARS = 1_024;

const isIntentId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MOST_CHARS;

/** An `InvalidInput` about the id of an intent. */
const refusal = ({ environment }: Engine, operation: string, message: string): InvalidInput =>
  new InvalidInput([{ path: 'intentId', message }], {
    provider: environment.vendor.provider,
    operation,
  });

/**
 * The intent of the given id, as the store has it.
 *
 * @returns errors with `InvalidInput` where there is none or its answer is still on its way, and with
 * `StoreFault`
 * @since 0.1.0
 */
export function openIntent(
  engine: Engine,
  operation: string,
  intentId: unknown,
): Observable<SubmissionIntent> {
  const unknown = (): InvalidInput =>
    refusal(engine, operation, 'no intent of this client’s account has this id');
  if (!isIntentId(intentId)) return throwError(unknown);
  return readIntent(engine.environment, operation, intentId).pipe(
    map((intent) => {
      if (intent === undefined) throw unknown();
      if (!engine.awaits(intentId)) return intent;
      throw refusal(engine, operation, 'its answer is still on its way: wait for it');
    }),
  );
}
