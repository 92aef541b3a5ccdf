import { isLeft, isRight, left } from '#fp-ts/Either';
import { Observable } from 'rxjs';
import type { Subscription } from 'rxjs';
import type { JobEvent, JobStream } from '../contract/JobStream.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import { isSettled, isTerminal } from '../model/JobSnapshot.js';
import { deadlineTimer } from './deadlineTimer.js';
import type { Engine } from './Engine.js';
import type { Following } from './follow.js';
import { deadlineExceeded, follow } from './follow.js';
import type { JobLoop } from './JobLoop.js';
import type { PaidCall } from './PaidCall.js';
import type { Purchased } from './Purchase.js';

/** The loop of a job that a call made, also after it was forgotten for want of watchers. */
function loopOf({ loops }: Engine, { kind }: PaidCall, { ref, snapshot }: Purchased): JobLoop {
  const loop = loops.obtain(kind, ref);
  if (loop.last === undefined && snapshot !== undefined) loop.adopt(snapshot);
  return loop;
}

/** The deadline passed before the call was answered. */
function lateError(engine: Engine, how: Following, call: PaidCall, ref?: JobRef): JobError {
  const { mayHaveLeft } = call;
  return deadlineExceeded(engine.environment, how, {
    ref,
    outcome: mayHaveLeft ? 'unknown' : 'not-sent',
    jobMayBeRunning: mayHaveLeft,
    retryable: !mayHaveLeft,
  });
}

/**
 * One paid call as a stream: its outcome, then the job that came of it, for each subscriber.
 *
 * An end that was seen is kept, so that who comes later gets it without a look.
 *
 * @param ref - the job that a verb goes on with
 */
export function runStream(
  engine: Engine,
  own: PaidCall,
  how: Following,
  ref?: JobRef,
): JobStream<unknown> {
  const { clock } = engine.environment;
  const ends = how.until === 'settled' ? isSettled : isTerminal;
  let ended: JobEvent<unknown> | undefined;
  return new Observable<JobEvent<unknown>>((subscriber) => {
    const finish = (event: JobEvent<unknown>): void => {
      subscriber.next(event);
      subscriber.complete();
    };
    if (ended !== undefined) return finish(ended);
    const call = engine.live(own);
    if (engine.closed && call.outcome === undefined && !call.mayHaveLeft) {
      return finish(left(engine.closedError(how.operation, { outcome: 'not-sent' })));
    }
    const endsAt = clock.now() + how.deadlineMs;
    const cancelDeadline = deadlineTimer(clock, how.deadlineMs, () => {
      const late = lateError(engine, how, call, ref);
      // An end before anything left is final for the call, unless others still have time.
      if (call.listeners > 1 || !call.giveUp(late)) finish(left(late));
    });
    let following: Subscription | undefined;
    const detach = call.attach((outcome) => {
      cancelDeadline();
      if (isLeft(outcome)) return finish(outcome);
      const restMs = endsAt - clock.now();
      const find = (): JobLoop => loopOf(engine, call, outcome.right);
      following = follow(engine, find, how, { restMs, replay: true }).subscribe({
        next: (event) => {
          if (isRight(event) && ends(event.right)) ended = event;
          subscriber.next(event);
        },
        complete: () => subscriber.complete(),
        error: (error: unknown) => subscriber.error(error),
      });
    });
    return () => {
      cancelDeadline();
      detach();
      following?.unsubscribe();
    };
  });
}
