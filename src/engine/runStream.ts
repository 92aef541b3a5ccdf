import { isLeft, isRight } from '#fp-ts/Either';
import { defer, mergeMap, of, tap } from 'rxjs';
import type { JobEvent, JobStream } from '../contract/JobStream.js';
import type { JobRef } from '../model/JobRef.js';
import { isSettled, isTerminal } from '../model/JobSnapshot.js';
import type { AnyKind } from './AnyKind.js';
import type { Engine } from './Engine.js';
import type { Following } from './follow.js';
import { follow } from './follow.js';
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
  const ends = how.until === 'settled' ? isSettled : isTerminal;
  let ended: JobEvent<unknown> | undefined;
  return defer(() => {
    if (ended !== undefined) return of(ended);
    const endsAt = clock.now() + how.deadlineMs;
    return outcomeOf(engine, call, how, ref).pipe(
      mergeMap((outcome) => {
        if (isLeft(outcome)) return of(outcome);
        const find = (): JobLoop => loopOf(engine, kind, outcome.right);
        return follow(engine, find, how, { restMs: endsAt - clock.now(), replay: true });
      }),
      tap((event) => {
        if (isRight(event) && ends(event.right)) ended = event;
      }),
    );
  });
}
