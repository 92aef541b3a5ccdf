import fc from 'fast-check';
import { VirtualTimeScheduler } from 'rxjs';
import type { Bucket, Limiter, LimiterPriority } from '../../src/contract/Limiter.js';
import { clockOf } from '../../src/contract/systemClock.js';
import { isJobError } from '../../src/errors/isJobError.js';
import { tokenBuckets } from '../../src/limits/tokenBuckets.js';

const LOOKS: Bucket = { name: 'looks', perMinute: 60, burst: 2 };

let scheduler: VirtualTimeScheduler;
let limiter: Limiter;
let served: string[];

beforeEach(() => {
  scheduler = new VirtualTimeScheduler();
  limiter = tokenBuckets({ clock: clockOf(scheduler), slackMs: 0 });
  served = [];
});

const at = (ms: number, work: () => void): void => void scheduler.schedule(work, ms);
const ask = (name: string, priority?: LimiterPriority, bucket = LOOKS) =>
  limiter.acquire(bucket, priority).subscribe({
    next: () => served.push(`${name}@${scheduler.now()}`),
    complete: () => served.push(`${name}|`),
  });
/** What was served by the end of time, completions left out. */
const history = (): string => {
  scheduler.flush();
  return served.filter((entry) => entry.includes('@')).join(' ');
};

describe('acquire', () => {
  it('emits and completes at once when a token lies ready', () => {
    ask('a');
    expect(served).toEqual(['a@0', 'a|']);
  });

  it('is cold: each subscription asks for a token of its own', () => {
    const acquire$ = limiter.acquire(LOOKS);
    expect(served).toEqual([]);
    for (const name of ['a', 'b', 'c'])
      acquire$.subscribe(() => served.push(`${name}@${scheduler.now()}`));
    expect(history()).toBe('a@0 b@0 c@1000');
  });

  it('waits for tokens first come, first served', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name);
    expect(history()).toBe('a@0 b@0 c@1000 d@2000 e@3000');
  });

  it('lets submits pass calls, and calls pass looks', () => {
    ask('a');
    ask('b');
    ask('look', 'look');
    ask('call', 'call');
    at(500, () => ask('submit', 'submit'));
    expect(history()).toBe('a@0 b@0 submit@1000 call@2000 look@3000');
  });

  it('takes what asks for nothing special for a look', () => {
    ask('a');
    ask('b');
    ask('plain');
    ask('call', 'call');
    expect(history()).toBe('a@0 b@0 call@1000 plain@2000');
  });

  it('gives each token to whoever is most urgent when it is there, but submits before that', () => {
    ask('a');
    ask('b');
    const want = (name: string, urgency: () => number, priority: LimiterPriority = 'look'): void =>
      void limiter.acquire(LOOKS, priority, urgency).subscribe(() => {
        served.push(`${name}@${scheduler.now()}`);
      });
    want('early', () => 1_500);
    want('late', () => scheduler.now());
    want('other', () => 0.75 * scheduler.now());
    want('submit', () => 0, 'submit');
    expect(history()).toBe('a@0 b@0 submit@1000 late@2000 other@3000 early@4000');
  });

  it('does not let looks starve behind an endless row of submits', () => {
    ask('a');
    ask('b');
    ask('look');
    for (let second = 0; second < 20; second += 1) {
      at(second * 1_000, () => ask(`s${second}`, 'submit'));
    }
    expect(history()).toContain('look@5000');
  });

  it('counts no token for who leaves the queue', () => {
    ask('a');
    ask('b');
    const c = ask('c');
    ask('d');
    at(900, () => c.unsubscribe());
    expect(history()).toBe('a@0 b@0 d@1000');
  });

  it('leaves no timer behind when everybody has left', () => {
    ask('a');
    ask('b');
    const waiting = [ask('c'), ask('d')];
    for (const subscription of waiting) subscription.unsubscribe();
    scheduler.flush();
    expect(scheduler.now()).toBe(0);
  });

  it('holds one timer, however many wait', () => {
    const clock = clockOf(scheduler);
    const pending = new Set<() => void>();
    const counting = tokenBuckets({
      clock: {
        ...clock,
        schedule: (delayMs, work) => {
          const stop = clock.schedule(delayMs, () => {
            pending.delete(cancel);
            work();
          });
          const cancel = (): void => {
            pending.delete(cancel);
            stop();
          };
          pending.add(cancel);
          return cancel;
        },
      },
    });
    for (let count = 0; count < 1_000; count += 1) {
      counting.acquire(LOOKS).subscribe();
      expect(pending.size).toBeLessThanOrEqual(1);
    }
    expect(pending.size).toBe(1);
  });

  it('keeps order when who is served asks again at once', () => {
    limiter.acquire(LOOKS).subscribe(() => {
      served.push(`a@${scheduler.now()}`);
      ask('again');
      ask('and again');
    });
    ask('b');
    expect(history()).toBe('a@0 again@0 and again@1000 b@2000');
  });

  it('counts gaps on the monotonic clock, whatever the wall clock does', () => {
    const clock = clockOf(scheduler);
    let wall = 1_000_000;
    limiter = tokenBuckets({ clock: { ...clock, now: () => wall }, slackMs: 0 });
    for (const name of ['a', 'b', 'c']) ask(name);
    wall = 0;
    expect(history()).toBe('a@0 b@0 c@1000');
  });
});

describe('buckets', () => {
  it('of different names do not touch each other', () => {
    const other: Bucket = { name: 'others', perMinute: 60, burst: 1 };
    for (const name of ['a', 'b', 'c']) ask(name);
    ask('x', 'look', other);
    expect(history()).toBe('a@0 b@0 x@0 c@1000');
  });

  it('of one name are one', () => {
    for (const name of ['a', 'b', 'c']) ask(name, 'look', { ...LOOKS });
    expect(history()).toBe('a@0 b@0 c@1000');
  });
});

describe('report', () => {
  it('of a 429 with Retry-After lets nobody pass before, and then what came back meanwhile', () => {
    ask('a');
    at(100, () => limiter.report(LOOKS, { status: 429, retryAfterMs: 5_000 }));
    at(200, () => {
      for (const name of ['b', 'c', 'd']) ask(name);
    });
    expect(history()).toBe('a@0 b@5100 c@5100 d@6100');
  });

  it('of a 429 without one empties the bucket', () => {
    limiter.report(LOOKS, { status: 429 });
    ask('a');
    expect(history()).toBe('a@1000');
  });

  it('of a 503 with Retry-After delays, but does not shrink the rate', () => {
    limiter.report(LOOKS, { status: 503, retryAfterMs: 4_000 });
    for (const name of ['a', 'b', 'c']) ask(name);
    expect(history()).toBe('a@4000 b@4000 c@5000');
  });

  it('of fewer tokens than ours holds back who would have passed', () => {
    limiter.report(LOOKS, { status: 200, limit: 2, remaining: 0 });
    ask('a');
    expect(history()).toBe('a@1000');
  });

  it('reaches those who wait already', () => {
    for (const name of ['a', 'b', 'c']) ask(name);
    at(500, () => limiter.report(LOOKS, { status: 429, retryAfterMs: 10_000 }));
    expect(history()).toBe('a@0 b@0 c@10500');
  });

  it('blocks a bucket that never waits otherwise', () => {
    const open: Bucket = { name: 'open', perMinute: Infinity, burst: Infinity };
    for (const name of ['a', 'b', 'c']) ask(name, 'look', open);
    limiter.report(open, { status: 429, retryAfterMs: 2_000 });
    for (const name of ['d', 'e']) ask(name, 'look', open);
    expect(history()).toBe('a@0 b@0 c@0 d@2000 e@2000');
  });
});

describe('release', () => {
  it('gives the token to who waits', () => {
    for (const name of ['a', 'b', 'c']) ask(name);
    at(300, () => limiter.release?.(LOOKS));
    expect(history()).toBe('a@0 b@0 c@300');
  });

  it('never makes more tokens than the bucket holds', () => {
    for (let count = 0; count < 5; count += 1) limiter.release?.(LOOKS);
    for (const name of ['a', 'b', 'c']) ask(name);
    expect(history()).toBe('a@0 b@0 c@1000');
  });
});

it('two hundred jobs that look every two seconds stay below 120 a minute, and all get their share', () => {
  const bucket: Bucket = { name: 'characters_get', perMinute: 120, burst: 240 };
  const looksOf = new Map<number, number>();
  const sentAt: number[] = [];
  const MINUTES = 20;
  const look = (job: number): void => {
    limiter.acquire(bucket).subscribe(() => {
      if (scheduler.now() > MINUTES * 60_000) return;
      sentAt.push(scheduler.now());
      looksOf.set(job, (looksOf.get(job) ?? 0) + 1);
      at(2_000, () => look(job));
    });
  };
  for (let job = 0; job < 200; job += 1) look(job);
  scheduler.maxFrames = (MINUTES + 1) * 60_000;
  scheduler.flush();

  expect(sentAt.length).toBeLessThanOrEqual(240 + MINUTES * 120);
  expect(sentAt.length).toBeGreaterThan(MINUTES * 120);
  const counts = [...looksOf.values()];
  expect(counts).toHaveLength(200);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('how long it takes until a token', () => {
  const waitMs = (): number | undefined => limiter.waitMs?.(LOOKS, 'look');

  it('is nothing where one lies ready, and asking takes none', () => {
    for (let times = 0; times < 5; times += 1) expect(waitMs()).toBe(0);
    ask('a');
    ask('b');
    expect(served.filter((entry) => entry.includes('@'))).toEqual(['a@0', 'b@0']);
  });

  it('is the time of its refill, whoever waits for it', () => {
    for (const name of ['a', 'b', 'c', 'd']) ask(name);
    expect(waitMs()).toBe(1_000);
    at(400, () => served.push(`left@${waitMs()}`));
    expect(history()).toBe('a@0 b@0 left@600 c@1000 d@2000');
  });

  it('is what the vendor asked for', () => {
    limiter.report(LOOKS, { status: 429, retryAfterMs: 2 * HOUR });
    expect(waitMs()).toBe(2 * HOUR);
    expect(limiter.waitMs?.({ ...LOOKS, name: 'another' })).toBe(0);
  });
});

describe('a pause of more than 15 minutes', () => {
  const outcomes: string[] = [];
  const want = (name: string, priority?: LimiterPriority): void =>
    void limiter.acquire(LOOKS, priority).subscribe({
      next: () => outcomes.push(`${name}@${scheduler.now()}`),
      error: (error: unknown) => {
        const afterMs = isJobError(error, 'RateLimited') ? error.retryAfterMs : 'no RateLimited';
        outcomes.push(`${name} refused@${scheduler.now()} for ${afterMs}`);
      },
    });
  const pause = (retryAfterMs: number, status = 429): void =>
    limiter.report(LOOKS, { status, retryAfterMs });
  beforeEach(() => void outcomes.splice(0));

  it('refuses all who are in line, and who comes later, without a timer', () => {
    for (const name of ['a', 'b', 'c']) want(name);
    want('d', 'submit');
    at(500, () => pause(HOUR));
    at(600, () => want('e'));
    scheduler.flush();
    expect(outcomes).toEqual([
      'a@0',
      'b@0',
      'd refused@500 for 3600000',
      'c refused@500 for 3600000',
      'e refused@600 for 3599900',
    ]);
    expect(scheduler.now()).toBe(600);
  });

  it('asked for with a 503 counts as well, and on a good answer does not', () => {
    pause(HOUR, 200);
    want('a');
    pause(HOUR, 503);
    want('b');
    expect(outcomes).toEqual(['a@0', 'b refused@0 for 3600000']);
  });

  it('is waited for once it has become shorter than that, and is then over', () => {
    pause(HOUR);
    at(45 * MINUTE - 1, () => want('early'));
    at(45 * MINUTE, () => want('patient'));
    scheduler.flush();
    expect(outcomes).toEqual(['early refused@2699999 for 900001', 'patient@3600000']);
  });

  it('of just 15 minutes is waited for', () => {
    pause(15 * MINUTE);
    want('a');
    scheduler.flush();
    expect(outcomes).toEqual(['a@900000']);
  });

  it('refuses who asks again at once as well, and whoever left is not told', () => {
    pause(100);
    const stays = limiter.acquire(LOOKS).subscribe({ error: () => outcomes.push('left') });
    limiter.acquire(LOOKS).subscribe({ error: () => want('again') });
    stays.unsubscribe();
    pause(HOUR);
    expect(outcomes).toEqual(['again refused@0 for 3600000']);
  });
});

it('on random histories nobody is forgotten, nobody is served twice, and the rate holds', () => {
  const bucket: Bucket = { name: 'any', perMinute: 600, burst: 3 };
  const event = fc.record({
    gapMs: fc.nat(400),
    type: fc.constantFrom('ask', 'ask', 'ask', 'leave', 'limited', 'release-unused'),
    priority: fc.constantFrom<LimiterPriority>('submit', 'call', 'look'),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80 }), (events) => {
      const time = new VirtualTimeScheduler();
      const buckets = tokenBuckets({ clock: clockOf(time) });
      const servedAt = new Map<number, number[]>();
      const left = new Set<number>();
      const open = new Map<number, { unsubscribe(): void }>();
      let released = 0;
      let now = 0;
      events.forEach(({ gapMs, type, priority }, id) => {
        now += gapMs;
        time.schedule(() => {
          if (type === 'limited') buckets.report(bucket, { status: 429, retryAfterMs: 700 });
          if (type === 'release-unused') {
            released += 1;
            buckets.release?.(bucket);
          }
          if (type === 'leave') {
            const [first] = [...open.keys()];
            if (first === undefined) return;
            open.get(first)?.unsubscribe();
            open.delete(first);
            left.add(first);
          }
          if (type === 'ask') {
            servedAt.set(id, []);
            const subscription = buckets.acquire(bucket, priority).subscribe(() => {
              open.delete(id);
              servedAt.get(id)?.push(time.now());
            });
            if (!subscription.closed) open.set(id, subscription);
          }
        }, now);
      });
      time.flush();
      for (const [id, times] of servedAt) expect(times).toHaveLength(left.has(id) ? 0 : 1);
      const all = [...servedAt.values()].flat().sort((a, b) => a - b);
      all.forEach((from, first) => {
        const inWindow = all.slice(first).filter((moment) => moment <= from + 1_000).length;
        expect(inWindow).toBeLessThanOrEqual(3 + 10 + released);
      });
    }),
    { numRuns: 200 },
  );
});

describe('of very many buckets', () => {
  /** Uses so many other buckets, each of which is full again a second later. */
  const useOthers = (from: number): void => {
    for (let number = 0; number < 5_000; number += 1) {
      const other = { name: `other-${from}-${number}`, perMinute: 60, burst: 2 };
      limiter.acquire(other).subscribe();
    }
  };

  it('remembers what was taken of one that is not full', () => {
    const slow: Bucket = { name: 'slow', perMinute: 0.01, burst: 1 };
    ask('first', 'look', slow);
    at(60_000, () => useOthers(1));
    at(120_000, () => useOthers(2));
    at(120_001, () => ask('second', 'look', slow));
    expect(history()).toBe('first@0 second@6000000');
  });

  it('remembers whom the vendor asked to wait', () => {
    at(0, () => limiter.report(LOOKS, { status: 429, retryAfterMs: 600_000 }));
    at(60_000, () => useOthers(1));
    at(60_001, () => ask('later'));
    expect(history()).toBe('later@600000');
  });

  it('remembers a limit that the vendor said was lower', () => {
    at(0, () => limiter.report(LOOKS, { status: 200, limit: 1 }));
    at(60_000, () => useOthers(1));
    at(60_001, () => ['a', 'b'].forEach((name) => ask(name)));
    expect(history()).toBe('a@60001 b@61001');
  });

  it('serves who asked before its bucket was forgotten from the one that is used now', () => {
    const asked = limiter.acquire(LOOKS);
    at(60_000, () => useOthers(1));
    at(60_001, () => ['a', 'b'].forEach((name) => ask(name)));
    at(60_002, () => asked.subscribe(() => served.push(`c@${scheduler.now()}`)));
    expect(history()).toBe('a@60001 b@60001 c@61001');
  });
});
