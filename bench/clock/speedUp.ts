type Callback = (...args: unknown[]) => void;

/**
 * Makes every clock and timer of this process run so many times faster. Server and contestants get the
 * same epoch, so that they agree on the time.
 */
export function speedUp(speed: number, epochMs: number): void {
  const realNow = performance.now.bind(performance);
  const now = (): number => epochMs + (performance.timeOrigin + realNow() - epochMs) * speed;
  // Never early: a timer of Node drops what is less than a millisecond.
  const gapOf = (ms: unknown): number => Math.ceil(Math.max(0, Number(ms ?? 0)) / speed);
  const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
  const timeout = (callback: Callback, ms?: unknown, ...args: unknown[]) =>
    realTimeout(callback, gapOf(ms), ...args);
  const interval = (callback: Callback, ms?: unknown, ...args: unknown[]) =>
    realInterval(callback, gapOf(ms), ...args);

  class FastDate extends Date {
    constructor(...args: [] | [number | string | Date]) {
      if (args.length === 0) super(now());
      else super(...args);
    }

    static override now(): number {
      return Math.floor(now());
    }
  }

  Object.defineProperty(performance, 'now', { value: () => realNow() * speed });
  Object.assign(globalThis, { setTimeout: timeout, setInterval: interval, Date: FastDate });
}
