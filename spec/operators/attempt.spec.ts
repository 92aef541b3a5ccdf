import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import type { Either } from 'fp-ts/lib/Either.js';
import { EMPTY, map, NEVER, of, Subject, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { HttpFault } from '../../src/contract/HttpFault.js';
import type { JobEvent } from '../../src/contract/JobStream.js';
import type { JobError } from '../../src/errors/JobError.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { attempt } from '../../src/operators/attempt.js';
import type { Attempted } from '../../src/operators/attempt.js';
import { orThrow } from '../../src/operators/orThrow.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { inVirtualTime } from './inVirtualTime.js';
import type { Film, Still } from './snapshots.js';

const lost = new Rejected('no', { provider: 'acme', operation: 'films.watch' });
const wrapped = { a: right('a'), b: right('b'), e: left(lost) };

describe('attempt', () => {
  itKeepsTheLaws<string, Attempted<string>>(() => attempt(), { values: ['a', 'b'] });

  it('makes an error of this library a last Left', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('  -a-#     ', undefined, lost);
      const result = '       -a-(e|)  ';
      expectObservable(source.pipe(attempt())).toBe(result, wrapped);
      expectSubscriptions(source.subscriptions).toBe('^--!');
    });
  });

  it('wraps one value, many, none, and passes silence and unsubscription', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      expectObservable(cold('-a|').pipe(attempt())).toBe('-a|', wrapped);
      expectObservable(cold('a-b|').pipe(attempt())).toBe('a-b|', wrapped);
      expectObservable(EMPTY.pipe(attempt())).toBe('|');
      expectObservable(NEVER.pipe(attempt()), '^--!').toBe('----');
      const source = cold('a--b');
      expectObservable(source.pipe(attempt()), '^-!').toBe('a--', wrapped);
      expectSubscriptions(source.subscriptions).toBe('^-!');
    });
  });

  it.each<readonly [string, unknown]>([
    ['an error of the caller', new TypeError('bug')],
    ['a fault of the transport', new HttpFault({ reason: 'reset', sent: true, message: 'x' })],
    ['a text', 'no error at all'],
    ['something with a tag of the same name', { _tag: 'Rejected' }],
  ])('leaves %s where it is', (_, error) => {
    inVirtualTime(({ expectObservable }) => {
      expectObservable(throwError(() => error).pipe(attempt())).toBe('#', {}, error);
    });
  });

  it('leaves an error that a callback upstream throws where it is', () => {
    const bug = new RangeError('bug');
    const source = of(1).pipe(
      map(() => {
        throw bug;
      }),
    );
    inVirtualTime(({ expectObservable }) => {
      expectObservable(source.pipe(attempt())).toBe('#', {}, bug);
    });
  });

  it('passes an Either through, and does not wrap it again', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      expectObservable(cold('a-e|', wrapped).pipe(attempt())).toBe('a-e|', wrapped);
    });
  });

  it('wraps what only looks like an Either', () => {
    for (const value of [
      { _tag: 'Left' },
      { _tag: 'Right' },
      { _tag: 'Rejected', left: 1 },
      null,
    ]) {
      const seen: unknown[] = [];
      of(value)
        .pipe(attempt())
        .subscribe((event) => seen.push(event));
      expect(seen).toEqual([right(value)]);
    }
  });

  it('is undone by orThrow', () => {
    inVirtualTime(({ cold, expectObservable }) => {
      const source = cold('a-b-#', undefined, lost);
      expectObservable(source.pipe(attempt(), orThrow())).toBe('a-b-#', undefined, lost);
    });
  });

  it('works on a hot source', () => {
    const source = new Subject<number>();
    const seen: unknown[] = [];
    source.pipe(attempt()).subscribe((event) => seen.push(event));
    source.next(1);
    source.error(lost);
    expect(seen).toEqual([right(1), left(lost)]);
  });

  it('has JobError on the left, beside what was there', () => {
    const plain = of(1).pipe(attempt());
    expectTypeOf(plain).toEqualTypeOf<Observable<Either<JobError, number>>>();
    const either = new Subject<Either<string, number>>().pipe(attempt());
    expectTypeOf(either).toEqualTypeOf<Observable<Either<string | JobError, number>>>();
    const events = new Subject<JobEvent<Film, Still>>().pipe(attempt());
    expectTypeOf(events).toEqualTypeOf<Observable<JobEvent<Film, Still>>>();
  });
});
