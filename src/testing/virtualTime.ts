import { VirtualTimeScheduler } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { EpochMs } from '../model/EpochMs.js';

/** Options for {@link virtualTime}. @since 0.1.0 */
export interface VirtualTimeOptions {
  /** What the clock shows first. @defaultValue 0, which is 1970 */
  readonly startAt?: EpochMs;
}

/** Time that passes only when it is told to. @since 0.1.0 */
export interface VirtualTime {
  /** The `scheduler` option of clients and operators. */
  readonly scheduler: SchedulerLike;
  /** What the clock shows. */
  readonly now: () => EpochMs;
  /** Lets so many milliseconds pass, and runs what falls due in them, in order. */
  readonly advance: (ms: number) => void;
  /**
   * Runs everything that is scheduled, and what that schedules, until nothing is left; does not
   * return while something polls for ever.
   */
  readonly flush: () => void;
  /** How much is scheduled: 0 once nothing is subscribed, or something leaks. */
  readonly pending: () => number;
}

/**
 * Virtual time for tests: hours pass in an instant, and always in the same order.
 *
 * @param options - see {@link VirtualTimeOptions}
 * @throws InvalidInput from `advance`, for what is no number of milliseconds `>= 0`
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { of } from 'rxjs';
 * import { fixed } from 'rushes';
 * import { poll } from 'rushes/operators';
 * import { virtualTime } from 'rushes/testing';
 *
 * const time = virtualTime();
 * let looks = 0;
 * const watch = of('running').pipe(poll(fixed(60_000), { scheduler: time.scheduler }));
 * const subscription = watch.subscribe(() => (looks += 1));
 * time.advance(3_600_000);
 * assert.equal(looks, 61);
 * subscription.unsubscribe();
 * assert.equal(time.pending(), 0);
 * ```
 * @since 0.1.0
 */
export function virtualTime(options: VirtualTimeOptions = {}): VirtualTime {
  const scheduler = new VirtualTimeScheduler();
  scheduler.frame = options.startAt ?? 0;
  const runUntil = (frame: number): void => {
    scheduler.maxFrames = frame;
    scheduler.flush();
  };
  return {
    scheduler,
    now: () => scheduler.now(),
    advance: (ms) => {
      if (!(ms >= 0 && ms < Infinity)) {
        const issue = { path: 'ms', message: 'must be a number of milliseconds >= 0' };
        throw new InvalidInput([issue], { provider: 'rushes', operation: 'virtualTime.advance' });
      }
      const target = scheduler.now() + ms;
      runUntil(target);
      scheduler.frame = target;
    },
    flush: () => runUntil(Infinity),
    pending: () => scheduler.actions.length,
  };
}
