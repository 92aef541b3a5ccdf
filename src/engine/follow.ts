import { left, right } from '#fp-ts/Either';
import { Observable } from 'rxjs';
import type { WatchOptions } from '../contract/JobOptions.js';
import type { JobEvent, JobStream } from '../contract/JobStream.js';
import { DeadlineExceeded } from '../errors/DeadlineExceeded.js';
import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import { isSettled } from '../model/JobSnapshot.js';
import type { ChangeState } from '../timing/changeStep.js';
import { changeStep } from '../timing/changeStep.js';
import { completionStep } from '../timing/completionStep.js';
import { deadlineTimer } from './deadlineTimer.js';
import type { Engine } from './Engine.js';
import type { Environment } from './Environment.js';
import type { JobLoop } from './JobLoop.js';
import type { AnySnapshot } from './toSnapshot.js';
import type { Watcher } from './Watcher.js';

/** How one stream follows a loop. @since 0.1.0 */
export interface Following extends Required<Pick<WatchOptions, 'until' | 'emit' | 'deadlineMs'>> {
  readonly cadence: WatchOptions['cadence'];
  readonly liveProgress: boolean;
  /** The user's method, for errors. */
  readonly operation: string;
  /** Whether the method that was called pays: then calling it again is no way to retry. */
  readonly paid: boolean;
}

/** Whether the vendor may still be at work, as far as a loop has seen. */
const mayBeRunning = ({ last }: JobLoop): boolean => last === undefined || !isSettled(last);

/** The error of a loop, as the caller of the method has to see it. */
function restated(error: JobError, { operation, paid }: Following, loop: JobLoop): JobError {
  const jobMayBeRunning = error.jobMayBeRunning && mayBeRunning(loop);
  return restateError(error, { operation, jobMayBeRunning, ...(paid ? { retryable: false } : {}) });
}

/** The error for a watch whose time is up. @since 0.1.0 */
export function deadlineExceeded(
  environment: Environment,
  following: Following,
  facts: Partial<ConstructorParameters<typeof DeadlineExceeded>[1]>,
): DeadlineExceeded {
  const { operation, deadlineMs, paid } = following;
  return new DeadlineExceeded(`${operation}: no end within ${deadlineMs} ms`, {
    provider: environment.vendor.provider,
    operation,
    retryable: !paid,
    ...facts,
  });
}

/**
 * One subscriber's view of a loop: its own end, its own deadline, its own idea of news.
 *
 * @param loopOf - finds the loop at each subscription
 * @param restMs - what is left of the deadline at the subscription
 * @since 0.1.0
 */
export function follow(
  engine: Engine,
  loopOf: () => JobLoop,
  following: Following,
  { restMs = following.deadlineMs, replay = false }: { restMs?: number; replay?: boolean } = {},
): JobStream<unknown> {
  const { environment } = engine;
  return new Observable<JobEvent<unknown>>((subscriber) => {
    const loop = loopOf();
    if (engine.closed) {
      const facts = { ref: loop.ref, jobMayBeRunning: mayBeRunning(loop) };
      subscriber.next(left(engine.closedError(following.operation, facts)));
      subscriber.complete();
      return;
    }
    const completion = completionStep(following.until);
    let ended = { over: false };
    let change: ChangeState = {};
    const end = (event?: JobEvent<unknown>): void => {
      loop.leave(watcher);
      cancelDeadline();
      if (event !== undefined) subscriber.next(event);
      subscriber.complete();
    };
    const show = (snapshot: AnySnapshot): void => {
      const [state, news] = changeStep(change, snapshot);
      change = state;
      if (news.length > 0 || following.emit === 'looks') subscriber.next(right(snapshot));
    };
    const watcher: Watcher = {
      cadence: following.cadence,
      liveProgress: following.liveProgress,
      receive: (snapshot) => {
        const [state, commands] = completion(ended, snapshot);
        ended = state;
        if (commands.includes('emit')) show(snapshot);
        if (commands.includes('complete')) end();
      },
      fail: (error) => end(left(restated(error, following, loop))),
      crash: (defect) => {
        loop.leave(watcher);
        cancelDeadline();
        subscriber.error(defect);
      },
    };
    const cancelDeadline = deadlineTimer(environment.clock, restMs, () => {
      const facts = { ref: loop.ref, jobMayBeRunning: mayBeRunning(loop) };
      end(left(deadlineExceeded(environment, following, facts)));
    });
    // Added before the first event: who leaves with it must not have a look made.
    subscriber.add(() => {
      cancelDeadline();
      loop.leave(watcher);
    });
    if (!subscriber.closed) loop.join(watcher, replay);
  });
}
