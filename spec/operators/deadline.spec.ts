import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import { EMPTY, NEVER, of, Subject, VirtualTimeScheduler } from 'rxjs';
import type { Observable } from 'rxjs';
import { isJobError } from '../../src/errors/isJobError.js';
import type { JobErrorOf } from '../../src/errors/JobError.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { deadline } from '../../src/operators/deadline.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { expectRefusal } from './expectRefusal.js';
import { inVirtualTime } from './inVirtualTime.js';
import { needsAction, ref, running, succeeded } from './snapshots.js';

const DAY_MS = 86_400_000;

const tooLate = expect.objectContaining({
  _tag: 'DeadlineExceeded',
  operation: 'deadline',
}) as unknown;

/** The error after these values and then silence. */
function errorAfter(...values: readonly unknown[]): JobErrorOf<'DeadlineExceeded'> {
  const time = virtualTime();
  const source = new Subject<unknown>();
  let error: unknown;
  source.pipe(deadline(1_000, time)).subscribe({ error: (thrown: unknown) => (error = thrown) });
  for (const value of values) source.next(value);
  time.advance(1_000);
  if (!isJobError(error, 'DeadlineExceeded')) throw new Error(`ended with ${String(error)}`);
  return error;
}

describe('deadline', () => {
  itKeepsTheLaws<string, string>((scheduler) => deadline(3_600_000, { scheduler }), {
    values: ['a', 'b'],
  });

  it('ends a source that takes too long, and leaves it', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions, scheduler }) => {
      const source = cold('  --a-----b|  ');
      const result = '       --a--#      ';
      expectObservable(source.pipe(deadline(5, { scheduler }))).toBe(result, undefined, tooLate);
      expectSubscriptions(source.subscriptions).toBe('^----!');
    });
  });

  it('mirrors a source that ends in time', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const limited = <T>(source: Observable<T>) => source.pipe(deadline(6, { scheduler }));
      expectObservable(limited(cold('-a-b|'))).toBe('-a-b|');
      expectObservable(limited(cold('-a#'))).toBe('-a#');
      expectObservable(limited(EMPTY)).toBe('|');
      expectObservable(limited(of('a'))).toBe('(a|)');
      expectObservable(limited(NEVER)).toBe('------#', {}, tooLate);
    });
  });

  it('cancels its timer when the source ends, and when it is left', () => {
    const time = virtualTime();
    of('a').pipe(deadline(DAY_MS, time)).subscribe();
    expect(time.pending()).toBe(0);
    const subscription = NEVER.pipe(deadline(DAY_MS, time)).subscribe();
    expect(time.pending()).toBe(1);
    subscription.unsubscribe();
    expect(time.pending()).toBe(0);
  });

  it('counts from each subscription', () => {
    inVirtualTime(({ expectObservable, scheduler }) => {
      const result = NEVER.pipe(deadline(3, { scheduler }));
      expectObservable(result).toBe('---#', {}, tooLate);
      expectObservable(result, '--^').toBe('-----#', {}, tooLate);
    });
  });

  it('holds for a month, longer than any timer', () => {
    const time = virtualTime();
    let endedAt: number | undefined;
    NEVER.pipe(deadline(30 * DAY_MS, time)).subscribe({ error: () => (endedAt = time.now()) });
    time.advance(30 * DAY_MS - 1);
    expect(endedAt).toBeUndefined();
    time.advance(1);
    expect(endedAt).toBe(30 * DAY_MS);
  });

  it('goes by wall time: a sleep of the machine counts, soon after it wakes', () => {
    const scheduler = new VirtualTimeScheduler();
    let asleepMs = 0;
    scheduler.now = () => scheduler.frame + asleepMs;
    let endedAt: number | undefined;
    const result = NEVER.pipe(deadline(DAY_MS, { scheduler }));
    result.subscribe({ error: () => (endedAt = scheduler.frame) });
    scheduler.maxFrames = 3_600_000;
    scheduler.flush();
    expect(endedAt).toBeUndefined();
    asleepMs = DAY_MS;
    scheduler.maxFrames = DAY_MS;
    scheduler.flush();
    expect(endedAt).toBe(3_660_000);
  });

  it('bears the job’s ref, and says that it may be running', () => {
    expect(errorAfter(running())).toMatchObject({
      provider: 'acme',
      ref,
      jobMayBeRunning: true,
      retryable: false,
      message: 'deadline: the source did not end within 1000 ms',
    });
    expect(errorAfter(right(running())).ref).toEqual(ref);
    expect(errorAfter(running(), 'a text', null).ref).toEqual(ref);
  });

  it('says that nothing runs when the last snapshot was settled', () => {
    expect(errorAfter(running(), succeeded()).jobMayBeRunning).toBe(false);
    expect(errorAfter(right(needsAction())).jobMayBeRunning).toBe(false);
  });

  it('knows of no job where none was seen', () => {
    expect(errorAfter()).toMatchObject({ provider: 'rushes', jobMayBeRunning: true });
    const lost = new Rejected('no', { provider: 'acme', operation: 'films.run' });
    for (const value of ['a', { ref: 'text' }, { ref: { id: 7 } }, { ref: null }, left(lost)]) {
      expect(errorAfter(value)).not.toHaveProperty('ref');
    }
  });

  it('stops a source whose consumer is still busy', () => {
    const time = virtualTime();
    const source = new Subject<number>();
    const seen: unknown[] = [];
    source.pipe(deadline(10, time)).subscribe({
      next: (n) => {
        seen.push(n);
        time.advance(20);
        source.next(n + 1);
      },
      error: (error: unknown) => seen.push(isJobError(error)),
    });
    source.next(1);
    expect(seen).toEqual([1, true]);
  });

  it('refuses times out of range at once (law 10)', () => {
    for (const ms of [0, -1, NaN, Infinity, 366 * DAY_MS + 1, '500' as never]) {
      expectRefusal(() => deadline(ms), 'deadline', 'ms');
    }
  });

  it('keeps the type of the values', () => {
    expectTypeOf(of(1).pipe(deadline(1))).toEqualTypeOf<Observable<number>>();
  });
});
