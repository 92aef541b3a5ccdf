import { TestScheduler } from 'rxjs/testing';
import { VirtualTimeScheduler } from 'rxjs';
import { clockOf, systemClock } from '../../src/contract/systemClock.js';

const MAX = 2 ** 31 - 1;
const DAY = 24 * 60 * 60_000;

describe('a clock of a virtual scheduler', () => {
  it.each([0, 1, 999, MAX - 1, MAX, MAX + 1, 2 ** 31, 2 * MAX, 2 * MAX + 5, 30 * DAY, 366 * DAY])(
    'runs the work after exactly %i ms, once',
    (delayMs) => {
      const scheduler = new VirtualTimeScheduler();
      const ranAt: number[] = [];
      clockOf(scheduler).schedule(delayMs, () => ranAt.push(scheduler.now()));
      expect(ranAt).toEqual([]);
      scheduler.flush();
      expect(ranAt).toEqual([delayMs]);
    },
  );

  it.each([-1, -Infinity, NaN])('takes %d for now', (delayMs) => {
    const scheduler = new VirtualTimeScheduler();
    const ranAt: number[] = [];
    clockOf(scheduler).schedule(delayMs, () => ranAt.push(scheduler.now()));
    scheduler.flush();
    expect(ranAt).toEqual([0]);
  });

  it('rounds a part of a millisecond up, never down', () => {
    const scheduler = new VirtualTimeScheduler();
    const ranAt: number[] = [];
    clockOf(scheduler).schedule(0.2, () => ranAt.push(scheduler.now()));
    clockOf(scheduler).schedule(MAX + 0.5, () => ranAt.push(scheduler.now()));
    scheduler.flush();
    expect(ranAt).toEqual([1, MAX + 1]);
  });

  it('waits for ever where the delay is endless', () => {
    const scheduler = new VirtualTimeScheduler();
    scheduler.maxFrames = 3_000 * DAY;
    const work = jest.fn();
    clockOf(scheduler).schedule(Infinity, work);
    scheduler.flush();
    expect(work).not.toHaveBeenCalled();
    expect(scheduler.now()).toBeGreaterThan(2_900 * DAY);
  });

  it.each([0, 100, MAX + 100])(
    'cancels work, also in a later piece of its delay (%i ms in)',
    (inMs) => {
      const scheduler = new VirtualTimeScheduler();
      const work = jest.fn();
      const cancel = clockOf(scheduler).schedule(2 * MAX, work);
      scheduler.schedule(cancel, inMs);
      scheduler.flush();
      expect(work).not.toHaveBeenCalled();
      expect(scheduler.now()).toBeLessThanOrEqual(Math.max(inMs, 2 * MAX));
    },
  );

  it('can be canceled again and after the work has run', () => {
    const scheduler = new VirtualTimeScheduler();
    const work = jest.fn();
    const cancel = clockOf(scheduler).schedule(5, work);
    scheduler.flush();
    cancel();
    cancel();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('has one time for wall and gaps: the scheduler’s', () => {
    const scheduler = new VirtualTimeScheduler();
    const clock = clockOf(scheduler);
    scheduler.schedule(() => expect([clock.now(), clock.monotonic()]).toEqual([70, 70]), 70);
    scheduler.flush();
    expect.assertions(1);
  });

  it('works under TestScheduler', () => {
    const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
    const ranAt: number[] = [];
    scheduler.run(() => {
      clockOf(scheduler).schedule(3 * MAX, () => ranAt.push(scheduler.now()));
    });
    expect(ranAt).toEqual([3 * MAX]);
  });

  it('gives chance from where it was told to', () => {
    expect(clockOf(new VirtualTimeScheduler(), () => 0.25).random()).toBe(0.25);
  });
});

describe('the real clock', () => {
  it('never asks for more than a timer can hold, and still keeps the time to the millisecond', () => {
    jest.useFakeTimers();
    const timers = jest.spyOn(globalThis, 'setInterval');
    try {
      const work = jest.fn();
      clockOf().schedule(366 * DAY, work);
      jest.advanceTimersByTime(366 * DAY - 1);
      expect(work).not.toHaveBeenCalled();
      jest.advanceTimersByTime(1);
      expect(work).toHaveBeenCalledTimes(1);
      expect(timers).toHaveBeenCalled();
      for (const [, delayMs] of timers.mock.calls) expect(delayMs).toBeLessThanOrEqual(MAX);
    } finally {
      timers.mockRestore();
      jest.useRealTimers();
    }
  });

  it('tells the time of the wall, and gaps that only grow', () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000);
    const gaps = Array.from({ length: 100 }, () => systemClock.monotonic());
    expect([...gaps].sort((a, b) => a - b)).toEqual(gaps);
  });

  it('keeps gaps free of jumps of the wall clock', () => {
    const before = systemClock.monotonic();
    const jump = jest.spyOn(Date, 'now').mockReturnValue(0);
    try {
      expect(systemClock.now()).toBe(0);
      expect(systemClock.monotonic()).toBeGreaterThanOrEqual(before);
    } finally {
      jump.mockRestore();
    }
  });

  it('runs and cancels work', async () => {
    const canceled = jest.fn();
    systemClock.schedule(1, canceled)();
    await new Promise<void>((resolve) => systemClock.schedule(5, resolve));
    expect(canceled).not.toHaveBeenCalled();
  });

  it('gives numbers in [0, 1)', () => {
    for (let count = 0; count < 1_000; count += 1) {
      const chance = systemClock.random();
      expect(chance >= 0 && chance < 1).toBe(true);
    }
  });

  it.each([2 ** 31, Infinity])('does not run at once what is due after %d ms', async (delayMs) => {
    const work = jest.fn();
    const cancel = systemClock.schedule(delayMs, work);
    await new Promise((resolve) => setTimeout(resolve, 15));
    cancel();
    expect(work).not.toHaveBeenCalled();
  });
});
