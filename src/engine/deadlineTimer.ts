import type { Clock } from '../contract/Clock.js';
import { deadlineStep } from '../timing/deadlineStep.js';

/**
 * Calls back once the time has passed, by the wall clock: a thin driver of `deadlineStep`.
 *
 * @param forMs - from now, in milliseconds
 * @returns cancels the timer
 * @since 0.1.0
 */
export function deadlineTimer(clock: Clock, forMs: number, expire: () => void): () => void {
  const state = { endsAt: clock.now() + Math.max(1, forMs) };
  let cancel = (): void => undefined;
  const check = (): void => {
    for (const command of deadlineStep(state, { now: clock.now() })[1]) {
      if (command.type === 'expire') expire();
      else cancel = clock.schedule(command.forMs, check);
    }
  };
  check();
  return () => cancel();
}
