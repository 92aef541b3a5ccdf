import { firstValueFrom, VirtualTimeScheduler } from 'rxjs';
import { isJobError } from '../../src/errors/isJobError.js';
import { tokenBucket } from '../../src/limits/tokenBucket.js';

const named = (name: string) => ({ name, perMinute: 1, burst: 1 });

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('shares its own tokens among all who draw from it, whatever bucket they name', () => {
  const scheduler = new VirtualTimeScheduler();
  const limiter = tokenBucket({ perMinute: 60, burst: 2 }, { scheduler });
  const served: string[] = [];
  for (const name of ['a', 'b', 'c', 'd']) {
    limiter.acquire(named(name)).subscribe(() => served.push(`${name}@${scheduler.now()}`));
  }
  scheduler.flush();
  expect(served).toEqual(['a@0', 'b@0', 'c@1000', 'd@2000']);
});

it('heeds what is reported to it and released', () => {
  const scheduler = new VirtualTimeScheduler();
  const limiter = tokenBucket({ perMinute: Infinity, burst: 1 }, { scheduler });
  const served: number[] = [];
  limiter.report(named('any'), { status: 429, retryAfterMs: 3_000 });
  limiter.acquire(named('any')).subscribe(() => served.push(scheduler.now()));
  scheduler.flush();
  expect(served).toEqual([3_000]);

  const slow = tokenBucket({ perMinute: 1, burst: 1 }, { scheduler });
  slow.acquire(named('x')).subscribe();
  slow.acquire(named('x')).subscribe(() => served.push(scheduler.now()));
  slow.release?.(named('x'));
  expect(served).toEqual([3_000, 3_000]);
});

it('tells how long it takes, and refuses where the vendor asked for more than 15 minutes', () => {
  const scheduler = new VirtualTimeScheduler();
  const limiter = tokenBucket({ perMinute: 0.05, burst: 1 }, { scheduler });
  const served: (number | undefined)[] = [];
  const want = (): void =>
    void limiter.acquire(named('x')).subscribe({
      next: () => served.push(scheduler.now()),
      error: (error: unknown) => {
        served.push(isJobError(error, 'RateLimited') ? error.retryAfterMs : undefined);
      },
    });
  want();
  // A rate of one's own is slow on purpose: it is waited for, however slow.
  want();
  expect(limiter.waitMs?.(named('x'))).toBe(1_200_000);
  scheduler.flush();
  limiter.report(named('x'), { status: 429, retryAfterMs: 900_001 });
  want();
  expect(served).toEqual([0, 1_200_000, 900_001]);
});

it('runs on real time where no scheduler is given', async () => {
  const limiter = tokenBucket({ perMinute: 6_000, burst: 1 });
  await firstValueFrom(limiter.acquire(named('a')));
  const before = performance.now();
  await firstValueFrom(limiter.acquire(named('a')));
  expect(performance.now() - before).toBeGreaterThanOrEqual(8);
});

it.each([
  [{ perMinute: 0, burst: 1 }, ['perMinute']],
  [{ perMinute: -1, burst: 1 }, ['perMinute']],
  [{ perMinute: NaN, burst: 1 }, ['perMinute']],
  [{ perMinute: '60' as never, burst: 1 }, ['perMinute']],
  [{ perMinute: 60, burst: 0 }, ['burst']],
  [{ perMinute: 60, burst: 0.5 }, ['burst']],
  [{ perMinute: 60, burst: NaN }, ['burst']],
  [{} as never, ['perMinute', 'burst']],
])('refuses %j at once', (rate, paths) => {
  const error = thrownBy(() => tokenBucket(rate));
  expect(isJobError(error, 'InvalidInput')).toBe(true);
  expect((error as { issues: { path: string }[] }).issues.map(({ path }) => path)).toEqual(paths);
});

it.each([
  { perMinute: 0.1, burst: 1 },
  { perMinute: Infinity, burst: Infinity },
])('takes %j', (rate) => {
  expect(thrownBy(() => tokenBucket(rate))).toBeUndefined();
});
