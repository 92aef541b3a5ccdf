import { virtualTime } from 'rushes/testing';
import type { Bucket } from '../../src/contract/Limiter.js';
import { clockOf } from '../../src/contract/systemClock.js';
import { tokenBuckets } from '../../src/limits/tokenBuckets.js';
import { TokenBucket } from '../../src/testing/simulator/TokenBucket.js';

const MINUTE_MS = 60_000;
const OPEN: Bucket = { name: 'vendor', perMinute: Infinity, burst: Infinity };

/** Two hundred who look every two seconds at a vendor that documents no limit, and says nothing of it. */
function flood(perMinute: number, minutes: number, pauseMs?: number) {
  const time = virtualTime();
  const clock = clockOf(time.scheduler);
  const limiter = tokenBuckets({ clock });
  const vendor = new TokenBucket('vendor', { perMinute, burst: perMinute, binds: 'default' }, 0);
  const moments: { readonly at: number; readonly status: number }[] = [];
  const look = (): void =>
    void limiter.acquire(OPEN, 'look').subscribe(() => {
      clock.schedule(50, () => {
        const status = vendor.take(clock.monotonic()).allowed ? 200 : 429;
        moments.push({ at: clock.monotonic(), status });
        limiter.report(OPEN, { status, ...(status === 429 && { retryAfterMs: pauseMs }) });
        clock.schedule(2_000, look);
      });
    });
  for (let job = 0; job < 200; job += 1) clock.schedule(job * 10, look);
  time.advance(minutes * MINUTE_MS);
  const within = (from: number, to: number, status: number): number =>
    moments.filter(
      (one) => one.status === status && one.at >= from * MINUTE_MS && one.at < to * MINUTE_MS,
    ).length;
  return within;
}

describe.each([
  ['says nothing more', undefined],
  ['asks for a pause of three seconds', 3_000],
])('a vendor without a documented limit that refuses and %s', (_what, pauseMs) => {
  it.each([60, 600])('and lets %i a minute through is hardly ever asked too much', (perMinute) => {
    const counted = flood(perMinute, 20, pauseMs);
    // 6,000 a minute are wanted.
    expect(counted(0, 1, 429)).toBeLessThan(100);
    expect(counted(1, 20, 429)).toBeLessThan(0.04 * counted(1, 20, 200));
    expect(counted(1, 20, 200)).toBeGreaterThan(0.9 * 19 * perMinute);
  });
});

it('a vendor without any limit is never held back', () => {
  const counted = flood(Infinity, 2);
  expect(counted(1, 2, 200)).toBeGreaterThan(5_500);
  expect(counted(0, 2, 429)).toBe(0);
});
