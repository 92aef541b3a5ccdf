import fc from 'fast-check';
import { VirtualTimeScheduler } from 'rxjs';
import type { Clock } from '../../src/contract/Clock.js';
import { clockOf } from '../../src/contract/systemClock.js';
import { timeLimits } from '../../src/http/timeLimits.js';

/** A clock in virtual time that knows how many of its timers are waiting. */
function countedClock(): { clock: Clock; scheduler: VirtualTimeScheduler; waiting: () => number } {
  const scheduler = new VirtualTimeScheduler();
  const inner = clockOf(scheduler);
  const open = new Set<object>();
  const schedule: Clock['schedule'] = (delayMs, work) => {
    const timer = {};
    open.add(timer);
    const cancel = inner.schedule(delayMs, () => {
      open.delete(timer);
      work();
    });
    return () => {
      open.delete(timer);
      cancel();
    };
  };
  return { clock: { ...inner, schedule }, scheduler, waiting: () => open.size };
}

it('each limit ends at its own time, whoever was forgotten meanwhile', () => {
  const event = fc.record({
    at: fc.integer({ min: 0, max: 300 }),
    ms: fc.constantFrom(0, 10, 50, 100),
    forgottenAfter: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const { clock, scheduler, waiting } = countedClock();
      const limits = timeLimits(clock);
      const heard = new Map<number, number>();
      events.forEach(({ at, ms, forgottenAfter }, index) => {
        scheduler.schedule(() => {
          const forget = limits.begin(ms, () => heard.set(index, scheduler.now()));
          if (forgottenAfter === undefined) return;
          if (forgottenAfter === 0) forget();
          else scheduler.schedule(() => (forget(), forget()), forgottenAfter);
        }, at);
      });
      scheduler.flush();
      events.forEach(({ at, ms, forgottenAfter }, index) => {
        const ends = forgottenAfter === undefined || forgottenAfter > ms;
        if (forgottenAfter === ms && ms !== 0) return;
        expect(heard.get(index)).toBe(ends ? at + ms : undefined);
      });
      expect(waiting()).toBe(0);
    }),
  );
});

it('limits of one length share a timer, and none is left when all are forgotten', () => {
  const { clock, waiting } = countedClock();
  const limits = timeLimits(clock);
  const forgets = Array.from({ length: 100 }, () => limits.begin(30_000, () => undefined));
  expect(waiting()).toBe(1);
  const other = limits.begin(60_000, () => undefined);
  expect(waiting()).toBe(2);
  for (const forget of forgets) forget();
  expect(waiting()).toBe(1);
  other();
  expect(waiting()).toBe(0);
});

it('one that ends may end others, and begin new ones', () => {
  const { clock, scheduler } = countedClock();
  const limits = timeLimits(clock);
  const heard: string[] = [];
  let forgetSecond = (): void => undefined;
  limits.begin(10, () => {
    heard.push(`first@${scheduler.now()}`);
    forgetSecond();
    limits.begin(10, () => heard.push(`third@${scheduler.now()}`));
  });
  forgetSecond = limits.begin(10, () => heard.push('second'));
  scheduler.schedule(() => limits.begin(10, () => heard.push(`late@${scheduler.now()}`)), 4);
  scheduler.flush();
  expect(heard).toEqual(['first@10', 'late@14', 'third@20']);
});

it('a clock that stands still cannot keep a limit from its end', () => {
  const { clock, scheduler } = countedClock();
  const limits = timeLimits({ ...clock, monotonic: () => 0 });
  const heard: number[] = [];
  for (let index = 0; index < 3; index += 1) limits.begin(10, () => heard.push(index));
  scheduler.flush();
  expect(heard).toEqual([0, 1, 2]);
});
