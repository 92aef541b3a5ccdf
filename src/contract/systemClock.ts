import { asyncScheduler } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import { clampDelayMs, MAX_TIMER_MS } from '../timing/clampDelayMs.js';
import type { Clock } from './Clock.js';

function scheduleChained(scheduler: SchedulerLike, delayMs: number, work: () => void): () => void {
  let left = Number.isNaN(delayMs) ? 0 : Math.max(0, delayMs);
  const first = clampDelayMs(left);
  const subscription = scheduler.schedule(function (this) {
    left -= MAX_TIMER_MS;
    if (left > 0 && left !== Infinity) this.schedule(undefined, clampDelayMs(left));
    else if (left === Infinity) this.schedule(undefined, MAX_TIMER_MS);
    else work();
  }, first);
  return () => subscription.unsubscribe();
}

/**
 * Makes a {@link Clock} of an RxJS scheduler: virtual schedulers give virtual time throughout.
 *
 * @param scheduler - default: real time, where gaps are measured on a clock that never jumps
 * @param random - gives numbers in `[0, 1)`. Default: `Math.random`
 * @since 0.1.0
 */
export function clockOf(scheduler: SchedulerLike = asyncScheduler, random?: () => number): Clock {
  const real = scheduler === asyncScheduler;
  return {
    now: () => scheduler.now(),
    monotonic: () => (real ? performance.now() : scheduler.now()),
    schedule: (delayMs, work) => scheduleChained(scheduler, delayMs, work),
    random: random ?? Math.random,
  };
}

/** Real time and real chance. @since 0.1.0 */
export const systemClock: Clock = clockOf();
