import { expectTypeOf } from 'expect-type';
import { concat, defer, EMPTY, NEVER, of, Subject, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { HttpFault } from '../../src/contract/HttpFault.js';
import { RateLimited } from '../../src/errors/RateLimited.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { ServerFault } from '../../src/errors/ServerFault.js';
import { retryTransient } from '../../src/operators/retryTransient.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { expectRefusal } from './expectRefusal.js';
import { inVirtualTime } from './inVirtualTime.js';

const facts = { provider: 'acme', operation: 'films.watch' };
const busy = new ServerFault('busy', { ...facts, httpStatus: 503 });
const refused = new Rejected('no', { ...facts, httpStatus: 422 });
const every = (ms: number) => () => ms;

/** A cold source that does the next of these things at each subscription. */
function inTurn<T>(...turns: readonly Observable<T>[]): Observable<T> {
  let turn = 0;
  return defer(() => turns[turn++] ?? EMPTY);
}

/** When each attempt of a source that always fails with this error is made. */
function attemptsAt(
  error: unknown,
  options: Parameters<typeof retryTransient>[0],
): { readonly at: readonly number[]; readonly end: unknown } {
  const time = virtualTime();
  const at: number[] = [];
  let end: unknown;
  const source = defer(() => {
    at.push(time.now());
    return throwError(() => error);
  });
  source.pipe(retryTransient({ ...options, ...time })).subscribe({
    error: (last: unknown) => (end = last),
  });
  time.advance(86_400_000);
  return { at, end };
}

describe('retryTransient', () => {
  itKeepsTheLaws<string, string>((scheduler) => retryTransient({ scheduler }), {
    values: ['a', 'b'],
  });

  it('subscribes again after a transient failure, when the backoff has passed', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions, scheduler }) => {
      const first = cold('  -#', {}, busy);
      const second = cold(' -a|');
      const result = '      -----a|';
      const options = { backoff: every(3), scheduler };
      expectObservable(inTurn(first, second).pipe(retryTransient(options))).toBe(result);
      expectSubscriptions(first.subscriptions).toBe(' ^!');
      expectSubscriptions(second.subscriptions).toBe('----^-!');
    });
  });

  it('passes values and completion of a source that does not fail', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      expectObservable(cold('-a-b-|').pipe(retryTransient({ scheduler }))).toBe('-a-b-|');
      expectObservable(cold('-a|').pipe(retryTransient({ scheduler }))).toBe('-a|');
      expectObservable(EMPTY.pipe(retryTransient({ scheduler }))).toBe('|');
      expectObservable(NEVER.pipe(retryTransient({ scheduler })), '^--!').toBe('----');
    });
  });

  it('passes a failure that is not transient, without another attempt', () => {
    expect(attemptsAt(refused, {})).toEqual({ at: [0], end: refused });
    expect(attemptsAt('some text', {})).toEqual({ at: [0], end: 'some text' });
    expect(attemptsAt(null, {})).toEqual({ at: [0], end: null });
  });

  it('takes faults of the transport as it takes those of the engine', () => {
    const reset = new HttpFault({ reason: 'reset', sent: true, message: 'reset' });
    const redirect = new HttpFault({ reason: 'redirect', sent: true, message: 'redirect' });
    expect(attemptsAt(reset, { backoff: every(5), attempts: 2 }).at).toEqual([0, 5]);
    expect(attemptsAt(redirect, { backoff: every(5), attempts: 2 }).at).toEqual([0]);
  });

  it('gives up after so many attempts in a row, with the last failure', () => {
    expect(attemptsAt(busy, { backoff: every(10) })).toEqual({
      at: [0, 10, 20, 30, 40],
      end: busy,
    });
    expect(attemptsAt(busy, { backoff: every(10), attempts: 1 }).at).toEqual([0]);
    expect(attemptsAt(busy, { backoff: every(3_600_000), attempts: Infinity }).at).toHaveLength(25);
  });

  it('counts failures in a row: a value starts anew', () => {
    inVirtualTime(({ cold, expectObservable, scheduler }) => {
      const source = inTurn(
        cold('#', {}, busy),
        cold('a#', { a: 'a' }, busy),
        cold('#', {}, busy),
        cold('b|'),
      );
      const options = { backoff: every(2), attempts: 3, scheduler };
      expectObservable(source.pipe(retryTransient(options))).toBe('--a----b|');
    });
  });

  it('tells the backoff how many have failed in a row, and a fresh chance', () => {
    const told: (readonly number[])[] = [];
    const backoff = (...args: readonly number[]) => {
      told.push(args);
      return 1;
    };
    attemptsAt(busy, { backoff, attempts: 4, random: () => 0.25 });
    expect(told).toEqual([
      [1, 0.25],
      [2, 0.25],
      [3, 0.25],
    ]);
  });

  it('waits from 0.5 s doubling to 30 s by default, with full jitter', () => {
    const latest = attemptsAt(busy, { attempts: 9, random: () => 0.999_999 }).at;
    const gaps = latest.slice(1).map((at, index) => at - (latest[index] ?? 0));
    expect(gaps).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(attemptsAt(busy, { attempts: 4, random: () => 0 }).at).toEqual([0, 1, 2, 3]);
  });

  describe('with a `retryAfterMs` on the error', () => {
    const limited = (retryAfterMs: number) => new RateLimited('slow', { ...facts, retryAfterMs });

    it('does not come earlier, and not later than its own backoff', () => {
      expect(attemptsAt(limited(700), { backoff: every(10), attempts: 2 }).at).toEqual([0, 700]);
      expect(attemptsAt(limited(7), { backoff: every(10), attempts: 2 }).at).toEqual([0, 10]);
    });

    it('gives up rather than sleep for more than 15 minutes', () => {
      expect(attemptsAt(limited(900_000), { backoff: every(1), attempts: 2 }).at).toEqual([
        0, 900_000,
      ]);
      expect(attemptsAt(limited(900_001), { backoff: every(1) }).at).toEqual([0]);
      expect(attemptsAt(limited(Infinity), { backoff: every(1) }).at).toEqual([0]);
    });

    it.each([NaN, -1, '700'])('takes %p for none', (retryAfterMs) => {
      const odd = Object.assign(new Error('odd'), { retryAfterMs });
      const options = { backoff: every(10), attempts: 2, isTransient: () => true };
      expect(attemptsAt(odd, options).at).toEqual([0, 10]);
    });
  });

  it('lets the caller say what is transient', () => {
    const isTransient = (error: unknown) => error === 'again';
    const options = { isTransient, backoff: every(1), attempts: 3 };
    expect(attemptsAt('again', options).at).toHaveLength(3);
    expect(attemptsAt(busy, options).at).toHaveLength(1);
  });

  it('passes on what its functions throw', () => {
    const broken = (): never => {
      throw new RangeError('broken');
    };
    expect(attemptsAt(busy, { backoff: broken }).end).toEqual(new RangeError('broken'));
    expect(attemptsAt(busy, { isTransient: broken }).end).toEqual(new RangeError('broken'));
  });

  it('cancels the wait when it is left in it', () => {
    const time = virtualTime();
    const failing = throwError(() => busy);
    const subscription = failing.pipe(retryTransient(time)).subscribe();
    expect(time.pending()).toBe(1);
    subscription.unsubscribe();
    expect(time.pending()).toBe(0);
  });

  it('counts for each subscriber alone', () => {
    inVirtualTime(({ expectObservable, scheduler }) => {
      const failing = throwError(() => busy);
      const result = failing.pipe(retryTransient({ backoff: every(1), attempts: 2, scheduler }));
      expectObservable(result).toBe('-#', {}, busy);
      expectObservable(result, '---^').toBe('----#', {}, busy);
    });
  });

  it('neither overflows nor comes to a silent end on a source that fails at once, for ever', () => {
    const { at, end } = attemptsAt(busy, { backoff: every(0), attempts: 20_000 });
    expect(at).toHaveLength(20_000);
    expect(end).toBe(busy);
  });

  it('goes on with a hot source after an error of another operator', () => {
    const time = virtualTime();
    const source = new Subject<number>();
    const seen: number[] = [];
    const once = inTurn(
      concat(
        of(0),
        throwError(() => busy),
      ),
      source,
    );
    once.pipe(retryTransient({ backoff: every(1), ...time })).subscribe((n) => seen.push(n));
    time.advance(1);
    source.next(1);
    expect(seen).toEqual([0, 1]);
  });

  it('refuses wrong options at once (law 10)', () => {
    for (const attempts of [0, -1, 1.5, NaN]) {
      expectRefusal(() => retryTransient({ attempts }), 'retryTransient', 'attempts');
    }
  });

  it('keeps the type of the values', () => {
    expectTypeOf(of(1).pipe(retryTransient())).toEqualTypeOf<Observable<number>>();
  });
});
