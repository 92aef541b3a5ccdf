import type { SchedulerAction, SchedulerLike, Subscription } from 'rxjs';
import { fixed } from 'rushes';
import type { VirtualTime } from '../../../src/testing/virtualTime.js';
import { auroraBody, AURORA_INPUT, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer, silence } from '../scriptedPort.js';
import { moments, stage } from '../stage.js';

const DAY_MS = 86_400_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const running = answer(200, auroraBody('running'));

/** A scheduler that writes down every delay, and whose wall clock may be set. */
function watchfulScheduler(time: VirtualTime) {
  const delays: number[] = [];
  let jumpMs = 0;
  const scheduler: SchedulerLike = {
    now: () => time.now() + jumpMs,
    schedule<T>(
      work: (this: SchedulerAction<T>, state?: T) => void,
      delay = 0,
      state?: T,
    ): Subscription {
      delays.push(delay);
      return time.scheduler.schedule(work, delay, state);
    },
  };
  return { scheduler, delays, jump: (ms: number) => (jumpMs += ms) };
}

describe('deadlines', () => {
  it.each([1, 999, 60_000, 60_001, 30 * DAY_MS])(
    'of %i ms are kept to the millisecond',
    (deadlineMs) => {
      const scene = stage([running]);
      const seen = observe(
        scene.creatify().aurora.watch(ID, { deadlineMs, cadence: fixed(LONGEST_TIMER_MS) }),
        scene.time,
      );
      scene.time.flush();
      expect(seen.lines.slice(-2)).toEqual([`${deadlineMs} !DeadlineExceeded`, `${deadlineMs} |`]);
      expect(scene.time.pending()).toBe(0);
    },
  );

  it('are 24 h unless told', () => {
    const scene = stage([running]);
    const seen = observe(scene.creatify({ cadence: fixed(DAY_MS) }).aurora.watch(ID), scene.time);
    scene.time.flush();
    expect(seen.lines.at(-1)).toBe(`${DAY_MS} |`);
  });

  it('count from the subscription, not from the call', () => {
    const scene = stage([running]);
    const job$ = scene.creatify().aurora.watch(ID, { deadlineMs: 5_000 });
    scene.time.advance(60_000);
    const seen = observe(job$, scene.time);
    scene.time.flush();
    expect(seen.lines.at(-1)).toBe('65000 |');
  });

  it('of a run count from its subscription, the create included', () => {
    const scene = stage([answer(201, auroraBody('pending'), { afterMs: 3_000 }), running]);
    const seen = observe(
      scene.creatify().aurora.run(AURORA_INPUT, { deadlineMs: 5_000 }),
      scene.time,
    );
    scene.time.flush();
    expect(seen.lines).toEqual([
      '3000 queued pending',
      '4000 running running',
      '5000 !DeadlineExceeded',
      '5000 |',
    ]);
    expect(seen.error).toMatchObject({ ref: { id: ID }, retryable: false, jobMayBeRunning: true });
  });

  it('end a look that is under way', () => {
    const scene = stage([silence]);
    const seen = observe(scene.creatify().aurora.watch(ID, { deadlineMs: 100 }), scene.time);
    scene.time.flush();
    expect(seen.lines).toEqual(['100 !DeadlineExceeded', '100 |']);
    expect(scene.port.looks.map(({ state }) => state)).toEqual(['aborted']);
  });

  it('are wall time: a machine that slept for an hour finds them passed within a minute', () => {
    const scene = stage([running]);
    const { scheduler, jump } = watchfulScheduler(scene.time);
    const { aurora } = scene.creatify({ scheduler, cadence: fixed(10 * 60_000) });
    const seen = observe(aurora.watch(ID, { deadlineMs: 30 * 60_000 }), scene.time);
    scene.time.advance(10_000);
    jump(60 * 60_000);
    scene.time.advance(60_000);
    expect(seen.words).toEqual(['running running', '!DeadlineExceeded', '|']);
  });
});

describe('timers', () => {
  it('never get a delay that they cannot hold', () => {
    const scene = stage([running]);
    const { scheduler, delays } = watchfulScheduler(scene.time);
    const { aurora } = scene.creatify({ scheduler });
    for (const gapMs of [Infinity, 1e15, -1, 0.5, NaN, 2 ** 31]) {
      observe(
        aurora.watch(`job-${delays.length}`, { cadence: () => gapMs, deadlineMs: 366 * DAY_MS }),
        scene.time,
      ).leave();
    }
    observe(aurora.watch(ID, { cadence: () => Infinity, deadlineMs: 30 * DAY_MS }), scene.time);
    scene.time.flush();
    expect(delays.length).toBeGreaterThan(100);
    expect(
      delays.every((delay) => delay >= 0 && delay <= LONGEST_TIMER_MS && Number.isInteger(delay)),
    ).toBe(true);
  });

  it('are two, however many jobs are watched, and none when nothing is', () => {
    const scene = stage([running]);
    const { aurora } = scene.creatify();
    const watchers = Array.from({ length: 500 }, (_, job) =>
      observe(aurora.watch(`job-${job}`), scene.time),
    );
    // One for all looks, one for all deadlines.
    expect(scene.time.pending()).toBe(2);
    for (const watcher of watchers) watcher.leave();
    expect(scene.time.pending()).toBe(0);
  });

  it('make one look on waking up, not one for each that was missed', () => {
    const scene = stage([running]);
    const { scheduler, jump } = watchfulScheduler(scene.time);
    observe(scene.creatify({ scheduler, cadence: fixed(1_000) }).aurora.watch(ID), scene.time);
    scene.time.advance(500);
    jump(3_600_000);
    scene.time.advance(600);
    expect(scene.port.looks).toHaveLength(2);
    scene.time.advance(1_000);
    expect(moments(scene, scene.port.looks)).toEqual([0, 1_000, 2_000]);
  });
});

describe('the time of one request', () => {
  it('is 30 s unless told', () => {
    const scene = stage([silence]);
    observe(scene.creatify().aurora.get(ID), scene.time);
    scene.time.advance(29_999);
    expect(scene.port.calls.map(({ state }) => state)).toEqual(['under way']);
    scene.time.advance(1);
    expect(scene.port.calls.map(({ state }) => state)).toEqual(['aborted']);
  });

  it('ends as TimedOut', () => {
    const scene = stage([silence]);
    const seen = observe(scene.creatify({ timeoutMs: 500 }).aurora.get(ID), scene.time);
    scene.time.flush();
    expect(seen.error).toMatchObject({
      _tag: 'TimedOut',
      retryable: true,
      attempts: 3,
      ref: { id: ID },
    });
    expect(seen.lines).toEqual(['2250 !TimedOut', '2250 |']);
  });
});
