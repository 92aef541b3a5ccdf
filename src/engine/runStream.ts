import { isLeft } from '#fp-ts/Either';
import { Observable } from 'rxjs';
import type { JobEvent, JobStream } from '../contract/JobStream.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import type { Engine } from './Engine.js';
import { join } from './follow.js';
import type { Following } from './following.js';
import type { JobLoop } from './JobLoop.js';
import { outcomeOf } from './outcomeOf.js';
import type { PaidCall } from './PaidCall.js';
import type { Purchased } from './Purchased.js';

/** The loop of a job that a call made, also after it was forgotten for want of watchers. */
function loopOf({ loops }: Engine, kind: AnyKind, { ref, snapshot }: Purchased): JobLoop {
  const loop = loops.obtain(kind, ref);
  if (loop.last === undefined && snapshot !== undefined) loop.adopt(snapshot);
  return loop;
}

/**
 * One paid call as a stream: its outcome, then the job that came of it, for each subscriber.
 *
 * An end that was seen is kept, so that who comes later gets it without a look.
 *
 * @param ref - the job that a verb goes on with
 * @since 0.1.0
 */
export function runStream(
  engine: Engine,
  kind: AnyKind,
  call: PaidCall<Purchased>,
  how: Following,
  ref?: JobRef,
): JobStream<unknown> {
  const { clock } = engine.environment;
  let ended: JobEvent<unknown> | undefined;
  const onEnd = (event: JobEvent<unknown>): void => {
    ended = event;
  };
  return new Observable<JobEvent<unknown>>((subscriber) => {
    if (ended !== undefined) {
      subscriber.next(ended);
      subscriber.complete();
      return;
    }
    const endsAt = clock.now() + how.deadlineMs;
    // Left as soon as it is answered: a job that is watched needs nothing of its create any more.
    const answered = outcomeOf(engine, call, how, ref).subscribe((outcome) => {
      if (isLeft(outcome)) {
        subscriber.next(outcome);
        subscriber.complete();
        return;
      }
      const restMs = endsAt - clock.now();
      join(engine, subscriber, loopOf(engine, kind, outcome.right), how, {
        restMs,
        replay: true,
        onEnd,
      });
    });
    subscriber.add(answered);
  });
}
