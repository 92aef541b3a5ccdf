import { expectTypeOf } from 'expect-type';
import { EMPTY, NEVER, of, Subject, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Bucket, Limiter, RateAnswer } from '../../src/contract/Limiter.js';
import { RateLimited } from '../../src/errors/RateLimited.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { tokenBucket } from '../../src/limits/tokenBucket.js';
import { rateLimit } from '../../src/operators/rateLimit.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { expectRefusal } from './expectRefusal.js';
import { inVirtualTime } from './inVirtualTime.js';

const bucket: Bucket = { name: 'films', perMinute: 60, burst: 1 };
const facts = { provider: 'acme', operation: 'films.watch' };

/** A limiter whose answer is given, and which remembers what it was asked and told. */
function limiterOf(answer: Observable<void>) {
  const asked: Bucket[] = [];
  const told: (readonly [Bucket, RateAnswer])[] = [];
  const limiter: Limiter = {
    acquire: (from) => {
      asked.push(from);
      return answer;
    },
    report: (...args) => told.push(args),
  };
  return { limiter, asked, told };
}

const atOnce = limiterOf(of(undefined)).limiter;

describe('rateLimit', () => {
  itKeepsTheLaws<string, string>(() => rateLimit(atOnce, bucket), { values: ['a', 'b'] });

  it('subscribes to the source when a token is there', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const token = cold<void>('  ---(t|)');
      const source = cold('       -a|');
      const result = '            ----a|';
      expectObservable(source.pipe(rateLimit(limiterOf(token).limiter))).toBe(result);
      expectSubscriptions(source.subscriptions).toBe('---^-!');
    });
  });

  it('takes no more than the first token, and leaves a limiter that goes on', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const tokens = cold<void>('-t-t-t');
      const source = cold('a-|');
      expectObservable(source.pipe(rateLimit(limiterOf(tokens).limiter))).toBe('-a-|');
      expectSubscriptions(tokens.subscriptions).toBe('^!');
      expectSubscriptions(source.subscriptions).toBe('-^-!');
    });
  });

  it('passes empty, silent and failing sources', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      expectObservable(EMPTY.pipe(rateLimit(atOnce))).toBe('|');
      expectObservable(NEVER.pipe(rateLimit(atOnce)), '^--!').toBe('----');
      expectObservable(cold('a-b-#').pipe(rateLimit(atOnce))).toBe('a-b-#');
    });
  });

  it('is synchronous when a token lies ready', () => {
    const seen: number[] = [];
    of(1, 2)
      .pipe(rateLimit(atOnce))
      .subscribe((n) => seen.push(n));
    expect(seen).toEqual([1, 2]);
  });

  it('asks for one token of the bucket at each subscription', () => {
    const { limiter, asked } = limiterOf(of(undefined));
    const limited = of('a').pipe(rateLimit(limiter, bucket));
    expect(asked).toEqual([]);
    limited.subscribe();
    limited.subscribe();
    expect(asked).toEqual([bucket, bucket]);
  });

  it('asks for a bucket without a limit where none is named', () => {
    const { limiter, asked } = limiterOf(of(undefined));
    of('a').pipe(rateLimit(limiter)).subscribe();
    expect(asked).toEqual([{ name: 'requests', perMinute: Infinity, burst: Infinity }]);
  });

  it('leaves the queue when it is left before its turn', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const token = cold<void>('-----(t|)');
      const source = cold('a|');
      const limited = source.pipe(rateLimit(limiterOf(token).limiter));
      expectObservable(limited, '^--!').toBe('----');
      expectSubscriptions(token.subscriptions).toBe('^--!');
      expectSubscriptions(source.subscriptions).toBe([]);
    });
  });

  it('drops nothing: all subscribers of a real bucket have their turn, in order', () => {
    const time = virtualTime();
    const limiter = tokenBucket({ perMinute: 60, burst: 2 }, time);
    const seen: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      of(name)
        .pipe(rateLimit(limiter, { name: 'films', perMinute: 60, burst: 2 }))
        .subscribe((value) => seen.push(`${value}${time.now()}`));
    }
    time.advance(5_000);
    expect(seen).toEqual(['a0', 'b0', 'c1000', 'd2000']);
    expect(time.pending()).toBe(0);
  });

  it('passes the error of the limiter, and what it throws', () => {
    const limited = (limiter: Limiter) => of('a').pipe(rateLimit(limiter));
    inVirtualTime(({ expectObservable }) => {
      const error = new RangeError('no limiter');
      const failing = limiterOf(throwError(() => error)).limiter;
      expectObservable(limited(failing)).toBe('#', {}, error);
      const throwing: Limiter = {
        ...failing,
        acquire: () => {
          throw error;
        },
      };
      expectObservable(limited(throwing)).toBe('#', {}, error);
    });
  });

  it('fails, rather than end as if all were well, when the limiter gives no token', () => {
    let error: unknown;
    of('a')
      .pipe(rateLimit(limiterOf(EMPTY).limiter))
      .subscribe({ error: (thrown: unknown) => (error = thrown) });
    expect(error).toMatchObject({ _tag: 'Closed', operation: 'rateLimit' });
  });

  it('tells the limiter of a RateLimited, so that all who share it slow down', () => {
    const { limiter, told } = limiterOf(of(undefined));
    const limited = new RateLimited('slow', { ...facts, retryAfterMs: 3_000 });
    const refused = new Rejected('no', facts);
    for (const error of [limited, refused]) {
      const ends: unknown[] = [];
      throwError(() => error)
        .pipe(rateLimit(limiter, bucket))
        .subscribe({ error: (end: unknown) => ends.push(end) });
      expect(ends).toEqual([error]);
    }
    expect(told).toEqual([[bucket, { status: 429, retryAfterMs: 3_000 }]]);
  });

  it('works on a hot source', () => {
    const turn = new Subject<void>();
    const source = new Subject<string>();
    const seen: string[] = [];
    source.pipe(rateLimit(limiterOf(turn).limiter)).subscribe((value) => seen.push(value));
    source.next('missed');
    turn.next();
    source.next('seen');
    expect(seen).toEqual(['seen']);
    expect(turn.observed).toBe(false);
  });

  it('refuses wrong options at once (law 10)', () => {
    expectRefusal(() => rateLimit({} as never), 'rateLimit', 'limiter');
    expectRefusal(() => rateLimit(undefined as never), 'rateLimit', 'limiter');
    const with0 = (change: Partial<Bucket>) => () => rateLimit(atOnce, { ...bucket, ...change });
    expectRefusal(with0({ perMinute: 0 }), 'rateLimit', 'bucket.perMinute');
    expectRefusal(with0({ perMinute: NaN }), 'rateLimit', 'bucket.perMinute');
    expectRefusal(with0({ burst: 0.5 }), 'rateLimit', 'bucket.burst');
  });

  it('keeps the type of the values', () => {
    expectTypeOf(of(1).pipe(rateLimit(atOnce))).toEqualTypeOf<Observable<number>>();
  });
});
