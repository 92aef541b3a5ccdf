import { left } from '#fp-ts/Either';
import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { JobEvent, JobStream } from '../contract/JobStream.js';
import type { Engine } from './Engine.js';
import type { Following } from './following.js';
import type { JobLoop } from './JobLoop.js';
import type { EndListener } from './JobWatcher.js';
import { JobWatcher } from './JobWatcher.js';

/** How a watcher joins a loop. @since 0.1.0 */
export interface Joining {
  /** What is left of its deadline, in milliseconds. */
  readonly restMs: number;
  /** Whether it is shown again where the job waited for a person. */
  readonly replay: boolean;
  readonly onEnd?: EndListener;
}

/** Makes a subscriber a watcher of a loop. @since 0.1.0 */
export function join(
  engine: Engine,
  subscriber: Subscriber<JobEvent<unknown>>,
  loop: JobLoop,
  following: Following,
  { restMs, replay, onEnd }: Joining,
): void {
  if (engine.closed) {
    const facts = { ref: loop.ref, jobMayBeRunning: loop.mayBeRunning };
    subscriber.next(left(engine.closedError(following.operation, facts)));
    subscriber.complete();
    return;
  }
  const watcher = new JobWatcher(subscriber, loop, following, onEnd);
  engine.loops.expect(watcher, restMs);
  // Added before the first event: who leaves with it must not have a look made.
  subscriber.add(watcher);
  if (!subscriber.closed) loop.join(watcher, replay);
}

/**
 * One subscriber's view of a loop, for each subscription.
 *
 * @param loopOf - finds the loop
 * @since 0.1.0
 */
export const follow = (
  engine: Engine,
  loopOf: () => JobLoop,
  following: Following,
): JobStream<unknown> =>
  new Observable<JobEvent<unknown>>((subscriber) => {
    join(engine, subscriber, loopOf(), following, {
      restMs: following.deadlineMs,
      replay: false,
    });
  });
