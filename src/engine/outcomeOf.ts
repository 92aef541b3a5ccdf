import { left } from '#fp-ts/Either';
import { Observable } from 'rxjs';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import { deadlineTimer } from './deadlineTimer.js';
import type { Engine } from './Engine.js';
import { deadlineExceeded } from './deadlineExceeded.js';
import type { Following } from './following.js';
import type { PaidCall } from './PaidCall.js';
import type { Outcome } from './Purchase.js';

/** What a failed call says of the job that a verb without cost goes on with. */
const stillThere = ({ paid }: Following, ref: JobRef | undefined): boolean =>
  ref !== undefined && !paid;

/** The deadline passed before the call was answered. */
function lateError(
  engine: Engine,
  call: Pick<PaidCall<unknown>, 'listeners' | 'mayHaveLeft'>,
  how: Following,
  ref?: JobRef,
): JobError {
  // Others who still have time may have it sent yet.
  const open = how.paid && (call.mayHaveLeft || call.listeners > 1);
  return deadlineExceeded(engine.environment, how, {
    ref,
    outcome: open ? 'unknown' : 'not-sent',
    jobMayBeRunning: open || stillThere(how, ref),
    retryable: !open,
  });
}

/**
 * The outcome of a paid call, for one subscriber: one value, within its own deadline.
 *
 * @param ref - the job that a verb goes on with
 * @since 0.1.0
 */
export function outcomeOf<Made>(
  engine: Engine,
  own: PaidCall<Made>,
  how: Following,
  ref?: JobRef,
): Observable<Outcome<Made>> {
  const { clock } = engine.environment;
  return new Observable<Outcome<Made>>((subscriber) => {
    let told = false;
    const finish = (outcome: Outcome<Made>): void => {
      // Who is told may close the client, which tells all calls.
      if (told) return;
      told = true;
      subscriber.next(outcome);
      subscriber.complete();
    };
    const call = engine.live(own);
    if (engine.closed && call.outcome === undefined && !call.mayHaveLeft) {
      const jobMayBeRunning = stillThere(how, ref);
      const facts = { ref, jobMayBeRunning, outcome: 'not-sent' } as const;
      return finish(left(engine.closedError(how.operation, facts)));
    }
    const cancelDeadline = deadlineTimer(clock, how.deadlineMs, () => {
      // It is made: only a slow store stands between it and who paid for it.
      if (call.tell()) return;
      const late = lateError(engine, call, how, ref);
      // An end before anything left is final for the call, unless others still have time.
      if (call.listeners > 1 || !call.giveUp(late)) finish(left(late));
    });
    const detach = call.attach(finish);
    return () => {
      cancelDeadline();
      detach();
    };
  });
}
