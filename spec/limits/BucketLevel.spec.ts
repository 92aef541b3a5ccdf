import fc from 'fast-check';
import type { RateAnswer } from '../../src/contract/Limiter.js';
import type { BucketLevel } from '../../src/limits/BucketLevel.js';
import {
  atRate,
  correctLevel,
  fullBucket,
  isFull,
  returnToken,
  takeToken,
} from '../../src/limits/BucketLevel.js';

const CHARACTERS_GET = { name: 'characters_get', perMinute: 120, burst: 240 };

/** Takes tokens at one moment until none is left. */
function drain(level: BucketLevel, now: number): readonly [level: BucketLevel, taken: number] {
  let taken = 0;
  for (let current = level; ; taken += 1) {
    const [next, waitMs] = takeToken(current, now);
    if (waitMs > 0) return [next, taken];
    current = next;
  }
}

const correct = (level: BucketLevel, answer: Partial<RateAnswer>, now: number): BucketLevel =>
  correctLevel(level, { status: 200, ...answer }, now);

describe('a bucket', () => {
  it('is full at first: its burst passes at once, and no more', () => {
    const [level, taken] = drain(fullBucket(CHARACTERS_GET, 0), 0);
    expect(taken).toBe(240);
    expect(takeToken(level, 0)[1]).toBe(500);
  });

  it.each([
    [0, 0, 500],
    [499, 0, 1],
    [500, 1, 500],
    [1_250, 2, 250],
    [60_000, 120, 500],
    [3_600_000, 240, 500],
  ])(
    'that was emptied has after %i ms %i tokens, and the next %i ms later',
    (at, tokens, waitMs) => {
      const [empty] = drain(fullBucket(CHARACTERS_GET, 0), 0);
      const [level, taken] = drain(empty, at);
      expect(taken).toBe(tokens);
      expect(takeToken(level, at)[1]).toBe(waitMs);
    },
  );

  it('takes back a token that was not used, but never holds more than its capacity', () => {
    const [level] = takeToken(fullBucket({ ...CHARACTERS_GET, burst: 2 }, 0), 0);
    const back = returnToken(returnToken(level, 0), 0);
    expect(back.tokens).toBe(2);
    expect(drain(back, 0)[1]).toBe(2);
  });

  it('without a rate limit never waits', () => {
    const open = fullBucket({ name: 'open', perMinute: Infinity, burst: Infinity }, 0);
    let level: BucketLevel = open;
    let waitedMs = 0;
    for (let count = 0; count < 10_000; count += 1) {
      const [next, waitMs] = takeToken(level, 0);
      waitedMs += waitMs;
      level = next;
    }
    expect(waitedMs).toBe(0);
  });

  it('does not gain from a clock that steps back', () => {
    const [empty] = drain(fullBucket(CHARACTERS_GET, 1_000), 1_000);
    const [later, taken] = drain(empty, 0);
    expect(taken).toBe(0);
    expect(drain(later, 1_499)[1]).toBe(0);
    expect(drain(later, 1_500)[1]).toBe(1);
  });
});

describe('what the vendor says', () => {
  const full = fullBucket(CHARACTERS_GET, 0);

  it.each([
    ['a 429 empties it', { status: 429 }, 0, 500],
    ['a 429 with Retry-After blocks it until then', { status: 429, retryAfterMs: 5_000 }, 0, 5_000],
    [
      'a 503 with Retry-After blocks it, and leaves its tokens',
      { status: 503, retryAfterMs: 5_000 },
      0,
      5_000,
    ],
    ['a 503 without one changes nothing', { status: 503 }, 240, 500],
    ['a Retry-After of a good answer is about that job alone', { retryAfterMs: 5_000 }, 240, 500],
    ['fewer tokens than ours count', { remaining: 7 }, 7, 500],
    ['none at all count', { remaining: 0 }, 0, 500],
    ['more tokens than ours do not', { remaining: 900 }, 240, 500],
    ['a smaller capacity counts', { limit: 10 }, 10, 500],
    ['a capacity of none counts as one, or nobody would ever pass', { limit: 0 }, 1, 500],
    ['no rate at all changes nothing', {}, 240, 500],
  ])('%s', (_what, answer, tokens, waitMs) => {
    const [level, taken] = drain(correct(full, answer, 0), 0);
    expect(taken).toBe(tokens);
    expect(takeToken(level, 0)[1]).toBe(waitMs);
  });

  it('a larger capacity gives no token at once, but room to gather more', () => {
    const [empty] = drain(correct(full, { limit: 300 }, 0), 0);
    expect(drain(correct(full, { limit: 300 }, 0), 0)[1]).toBe(240);
    expect(drain(empty, 3_600_000)[1]).toBe(300);
  });

  it('a 503 that blocked leaves the tokens for after it', () => {
    const blocked = correct(full, { status: 503, retryAfterMs: 5_000 }, 0);
    expect(drain(blocked, 4_999)[1]).toBe(0);
    expect(drain(blocked, 5_000)[1]).toBe(240);
  });

  it('after a 429 only what came back since then is there', () => {
    const blocked = correct(full, { status: 429, retryAfterMs: 5_000 }, 0);
    expect(drain(blocked, 4_999)[1]).toBe(0);
    expect(drain(blocked, 5_000)[1]).toBe(10);
  });

  it('a shorter Retry-After does not end a longer one', () => {
    const blocked = correct(full, { status: 429, retryAfterMs: 5_000 }, 0);
    const again = correct(blocked, { status: 429, retryAfterMs: 1_000 }, 100);
    expect(takeToken(again, 100)[1]).toBe(4_900);
  });

  it.each([2_592_000_000, Number.MAX_SAFE_INTEGER, Infinity])(
    'a Retry-After of %d ms blocks for a day',
    (retryAfterMs) => {
      const blocked = correct(full, { status: 429, retryAfterMs }, 0);
      expect(takeToken(blocked, 0)[1]).toBe(24 * 60 * 60_000);
    },
  );

  it('blocks a bucket without a rate limit as well, and nothing else does', () => {
    const open = fullBucket({ name: 'open', perMinute: Infinity, burst: Infinity }, 0);
    const blocked = correct(open, { status: 429, retryAfterMs: 3_000, remaining: 0, limit: 5 }, 0);
    expect(takeToken(blocked, 0)[1]).toBe(3_000);
    expect(takeToken(blocked, 3_000)[1]).toBe(0);
    expect(takeToken(correct(open, { status: 429 }, 0), 0)[1]).toBe(0);
  });
});

describe('a bucket with a reserve for requests that are slow on their way', () => {
  const level = fullBucket(CHARACTERS_GET, 0, 2_000);

  it('lets its burst pass at once, and refills two seconds later than arithmetic has it', () => {
    const [empty, taken] = drain(level, 0);
    expect(taken).toBe(240);
    expect(takeToken(empty, 0)[1]).toBe(2_500);
    expect(drain(empty, 2_499)[1]).toBe(0);
    expect(drain(empty, 62_000)[1]).toBe(120);
  });

  it('fills up to its capacity less what comes back in that time while it is in use', () => {
    const [used] = drain(level, 0);
    expect(drain(used, 121_999)[1]).toBe(236);
    expect(isFull(used, 121_999)).toBe(false);
  });

  it('is quite full again after that time of rest', () => {
    const [used] = drain(level, 0);
    expect(isFull(used, 122_000)).toBe(true);
    expect(drain(used, 122_000)[1]).toBe(240);
  });

  it('reserves half of a small burst at most', () => {
    const [empty] = drain(fullBucket({ name: 'small', perMinute: 600, burst: 4 }, 0, 2_000), 0);
    expect(drain(empty, 10_000)[1]).toBe(4);
    expect(drain(empty, 500)[1]).toBe(2);
  });
});

describe('what the vendor says, with requests on their way', () => {
  const full = fullBucket(CHARACTERS_GET, 0, 2_000);
  const tokensAfter = (answer: Partial<RateAnswer>, others: number, alone = false): number =>
    correctLevel({ ...full, tokens: 100 }, { status: 200, limit: 240, ...answer }, 0, {
      others,
      alone,
    }).tokens;

  it.each<readonly [string, Partial<RateAnswer>, number, boolean, number]>([
    ['counts less those that may not be in it, and the reserve', { remaining: 50 }, 10, false, 36],
    ['below the reserve makes us wait until it is there again', { remaining: 1 }, 2, false, -5],
    ['above ours changes nothing while others are on their way', { remaining: 200 }, 1, false, 100],
    ['above ours counts if nothing else was on its way', { remaining: 200 }, 0, true, 196],
    ['above ours counts up to what is usable', { remaining: 239 }, 0, true, 235],
    ['of a bucket of another size does not', { remaining: 200, limit: 500 }, 0, true, 100],
    ['with a 429 does not', { remaining: 200, status: 429 }, 0, true, 0],
  ])('what is left %s', (_what, answer, others, alone, tokens) => {
    expect(tokensAfter(answer, others, alone)).toBe(tokens);
  });
});

describe('a bucket at a rate that was learned', () => {
  const open = fullBucket({ name: 'open', perMinute: Infinity, burst: Infinity }, 0);

  it('lets ten pass at once, and then one after the other', () => {
    const [slow, taken] = drain(atRate(open, 1 / 1_000, 0), 0);
    expect(taken).toBe(10);
    expect(takeToken(slow, 0)[1]).toBe(1_000);
    expect(drain(atRate(slow, 2 / 1_000, 0), 4_000)[1]).toBe(8);
  });

  it('is as good as new when the rate is forgotten', () => {
    const slow = atRate(open, 1 / 1_000, 0);
    expect(isFull(atRate(slow, Infinity, 9), 9)).toBe(true);
  });
});

describe('on every history', () => {
  const bucket = fc.record({
    name: fc.constant('any'),
    perMinute: fc.oneof(
      fc.integer({ min: 1, max: 6_000 }),
      fc.double({ min: 0.01, max: 600, noNaN: true }),
    ),
    burst: fc.integer({ min: 1, max: 300 }),
  });
  const gaps = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 60 });
  const answer = fc.record({
    status: fc.constantFrom(200, 202, 404, 429, 500, 503),
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
    limit: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
    remaining: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
  });

  it('no window of time lets more through than burst + rate x time', () => {
    fc.assert(
      fc.property(bucket, gaps, (limit, steps) => {
        let level = fullBucket(limit, 0);
        let now = 0;
        const passedAt: number[] = [];
        for (const gap of steps) {
          now += gap;
          for (let tries = 0; tries < 5; tries += 1) {
            const [next, waitMs] = takeToken(level, now);
            level = next;
            if (waitMs === 0) passedAt.push(now);
          }
        }
        const excess = passedAt.flatMap((from, first) =>
          passedAt
            .slice(first)
            .map((to, index) => index + 1 - limit.burst - ((to - from) * limit.perMinute) / 60_000),
        );
        expect(Math.max(0, ...excess)).toBeLessThanOrEqual(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('tokens stay within 0 and the capacity, and no answer adds any', () => {
    fc.assert(
      fc.property(
        bucket,
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5_000 }), answer)),
        (limit, events) => {
          let level = fullBucket(limit, 0);
          let now = 0;
          for (const [gap, said] of events) {
            now += gap;
            const [taken] = takeToken(level, now);
            level = correctLevel(taken, said, now);
            expect(level.tokens).toBeGreaterThanOrEqual(0);
            expect(level.tokens).toBeLessThanOrEqual(Math.min(taken.tokens, level.capacity));
            expect(level.blockedUntil).toBeGreaterThanOrEqual(taken.blockedUntil);
          }
        },
      ),
    );
  });

  it('waiting as long as was said gives the token, and a millisecond less does not', () => {
    fc.assert(
      fc.property(
        bucket,
        fc.option(answer, { nil: undefined }),
        fc.nat(1_000),
        (limit, said, at) => {
          const [empty] = drain(fullBucket(limit, 0), 0);
          const level = said === undefined ? empty : correctLevel(empty, said, at);
          const [, waitMs] = takeToken(level, at);
          fc.pre(waitMs > 0);
          expect(Number.isInteger(waitMs)).toBe(true);
          expect(takeToken(level, at + waitMs)[1]).toBe(0);
          expect(takeToken(level, at + waitMs - 1)[1]).toBeGreaterThan(0);
        },
      ),
    );
  });
});
