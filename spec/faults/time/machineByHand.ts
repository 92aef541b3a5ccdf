import { asyncScheduler } from 'rxjs';
import type { VirtualTime } from '../../../src/testing/virtualTime.js';
import { START } from '../bench/places.js';

/** A machine with the scheduler of every day, whose wall clock can be set while time goes on. */
export interface MachineByHand extends VirtualTime {
  /** Sets the wall clock; what only grows goes on as it did. */
  readonly setWallClock: (to: number) => void;
  readonly wallClock: () => number;
}

/**
 * Tries something on timers, on a wall clock and on a clock that only grows, all of which are moved by
 * hand. `now` is the second of them.
 */
export function onMachineByHand<T>(startAt: number, trial: (machine: MachineByHand) => T): T {
  let left = 0;
  jest.useFakeTimers({ now: startAt, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  const begun = performance.now();
  try {
    return trial({
      scheduler: asyncScheduler,
      now: () => START + performance.now() - begun,
      advance: (ms) => void jest.advanceTimersByTime(ms),
      flush: () => void jest.runAllTimers(),
      pending: () => left,
      setWallClock: (to) => jest.setSystemTime(to),
      wallClock: () => Date.now(),
    });
  } finally {
    left = jest.getTimerCount();
    jest.useRealTimers();
  }
}
