const NAMES = ['setTimeout', 'setInterval'] as const;

/** How many are kept before those that are over are let go. */
const MANY = 1_000;

/** Node marks what fired or was cleared. */
interface Timer {
  readonly _destroyed: boolean;
  hasRef(): boolean;
}

/** The timers that were set since a moment. */
export interface TimerWatch {
  /** Those that still run, and keep the process alive. */
  readonly running: () => number;
  stop(): void;
}

const runs = (timer: Timer): boolean => !timer._destroyed && timer.hasRef();

/**
 * Writes down the timers that are set from now on. A count of what is active would not do: the test
 * runner has timers of its own, which come and go.
 */
export function watchTimers(): TimerWatch {
  const saved = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval };
  let timers: Timer[] = [];
  for (const name of NAMES) {
    const set = saved[name] as (...parameters: unknown[]) => unknown;
    const watched = (...parameters: unknown[]): unknown => {
      const timer = set(...parameters);
      timers.push(timer as Timer);
      if (timers.length > MANY) timers = timers.filter(runs);
      return timer;
    };
    // What else hangs on the function, such as its promise form, stays.
    Object.defineProperties(watched, Object.getOwnPropertyDescriptors(set));
    Object.assign(globalThis, { [name]: watched });
  }
  return {
    running: () => timers.filter(runs).length,
    stop: () => void Object.assign(globalThis, saved),
  };
}
