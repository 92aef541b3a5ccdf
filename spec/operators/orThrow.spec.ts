import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import type { Either } from 'fp-ts/lib/Either.js';
import { EMPTY, NEVER, of, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobEvent } from '../../src/contract/JobStream.js';
import { Rejected } from '../../src/errors/Rejected.js';
import type { JobSnapshot } from '../../src/model/JobSnapshot.js';
import { orThrow } from '../../src/operators/orThrow.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { inVirtualTime } from './inVirtualTime.js';
import type { Film, Still } from './snapshots.js';

const lost = new Rejected('no', { provider: 'acme', operation: 'films.watch' });
const events: Readonly<Record<string, Either<Error, string>>> = {
  a: right('a'),
  b: right('b'),
  e: left(lost),
};

describe('orThrow', () => {
  itKeepsTheLaws<Either<Error, string>, string>(() => orThrow(), {
    values: [right('a'), right('b')],
  });

  it('unwraps each Right, and ends with the error of the first Left', () => {
    inVirtualTime(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -a-b-e-  ', events);
      const result = '      -a-b-#   ';
      expectObservable(source.pipe(orThrow())).toBe(result, undefined, lost);
      expectSubscriptions(source.subscriptions).toBe('^----!');
    });
  });

  it('passes one value, none, silence, errors and unsubscription', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      expectObservable(cold('-a|', events).pipe(orThrow())).toBe('-a|');
      expectObservable(EMPTY.pipe(orThrow())).toBe('|');
      expectObservable(NEVER.pipe(orThrow()), '^--!').toBe('----');
      expectObservable(cold('a-#', events).pipe(orThrow())).toBe('a-#');
      const source = cold('a--b', events);
      expectObservable(source.pipe(orThrow()), '^-!').toBe('a--');
      expectSubscriptions(source.subscriptions).toBe('^-!');
    });
  });

  it('ends with the very value on the left, whatever it is', () => {
    for (const value of [lost, 'text', undefined, 0]) {
      const ends: unknown[] = [];
      of(left(value))
        .pipe(orThrow())
        .subscribe({ error: (error: unknown) => ends.push(error) });
      expect(ends).toEqual([value]);
    }
  });

  it('works on a hot source', () => {
    const source = new Subject<Either<Error, number>>();
    const seen: number[] = [];
    source.pipe(orThrow()).subscribe((n) => seen.push(n));
    source.next(right(1));
    expect(seen).toEqual([1]);
  });

  it('has the type of the right side', () => {
    const events$ = new Subject<JobEvent<Film, Still>>().pipe(orThrow());
    expectTypeOf(events$).toEqualTypeOf<Observable<JobSnapshot<Film, Still>>>();
    const numbers$ = new Subject<Either<string, number>>().pipe(orThrow());
    expectTypeOf(numbers$).toEqualTypeOf<Observable<number>>();
    // @ts-expect-error a number is no Either
    of(1).pipe(orThrow());
  });
});
