import { firstValueFrom, merge } from 'rxjs';
import { isJobError } from '../errors/isJobError.js';
import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import { clockTimer } from '../operators/clockTimer.js';
import { abortOf } from '../promises/abortOf.js';
import { DEFAULT_BACKOFF } from '../timing/Backoff.js';
import { RETRY_START, retryStep } from '../timing/retryStep.js';
import type { DownloadPlan } from './DownloadPlan.js';
import type { Transfer } from './Transfer.js';

/** An attempt that got so much further than all before it was no failure, in bytes. */
const ADVANCE_BYTES = 2 ** 20;

const step = retryStep({ backoff: DEFAULT_BACKOFF });

/** Faults that a wrong address or a wrong key store makes: not worth a second try at the start. */
const isMisconfigured = (error: JobError): boolean =>
  error._tag === 'NetworkFault' && (error.reason === 'tls' || error.reason === 'dns');

/**
 * Makes attempts until the file is there: a thin driver of `retryStep`.
 *
 * @param onBytes - called whenever there is news of the bytes
 * @param signal - ends the attempt under way, or the wait for the next
 * @throws JobError that says how many attempts there were
 * @since 0.1.0
 */
export async function retryTransfer(
  { clock, attempts }: DownloadPlan,
  transfer: Transfer,
  onBytes: () => void,
  signal: AbortSignal,
): Promise<void> {
  let state = RETRY_START;
  let furthest = 0;
  for (let made = 1; ; made += 1) {
    signal.throwIfAborted();
    try {
      return await transfer.attempt(onBytes, signal);
    } catch (error) {
      if (signal.aborted || !isJobError(error)) throw error;
      const { receivedBytes } = transfer;
      if (receivedBytes >= furthest + ADVANCE_BYTES) [state] = step(state, { type: 'success' });
      furthest = Math.max(furthest, receivedBytes);
      const [next, [command]] = step(state, {
        type: 'failure',
        transient: error.retryable,
        attempts: furthest === 0 && isMisconfigured(error) ? 1 : attempts,
        retryAfterMs: error.retryAfterMs,
        random: clock.random(),
      });
      state = next;
      if (command?.type !== 'again') throw restateError(error, { attempts: made });
      await firstValueFrom(merge(clockTimer(clock, command.afterMs), abortOf(signal)));
    }
  }
}
