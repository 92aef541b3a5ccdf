import {
  catchError,
  concatWith,
  EMPTY,
  endWith,
  identity,
  map,
  NEVER,
  Observable,
  share,
  timer,
} from 'rxjs';
import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs';
import { operatorLaws } from '../../src/testing/operatorLaws.js';
import type { OperatorLawName } from '../../src/testing/operatorLaws.js';

type Operator = MonoTypeOperatorFunction<string>;

const ALL: readonly OperatorLawName[] = [
  'mirrors the error of its source',
  'mirrors the completion of its source',
  'unsubscribes from its source',
  'is cold',
  'does not break unsubscription chains',
  'stops a synchronous source',
];

/** The laws that an operator breaks. */
const brokenBy = (makeOperator: (scheduler: SchedulerLike) => Operator) =>
  operatorLaws(makeOperator, { values: ['a', 'b'] })
    .filter(({ check }) => {
      try {
        check();
        return false;
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        return true;
      }
    })
    .map(({ name }) => name);

/** Subscribes to its source and forgets to leave. */
const leaky: Operator = (source) =>
  new Observable((subscriber) => {
    source.subscribe({
      next: (value) => subscriber.next(value),
      error: (error) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
  });

describe('operatorLaws', () => {
  it('are kept by an operator that changes nothing', () => {
    const laws = operatorLaws(() => identity<Observable<string>>, { values: ['a'] });
    expect(laws.map(({ name }) => name)).toEqual(ALL);
    for (const law of laws) law.check();
  });

  it.each<readonly [string, () => Operator, readonly OperatorLawName[]]>([
    [
      'an operator that swallows errors',
      () => catchError(() => EMPTY),
      ['mirrors the error of its source'],
    ],
    [
      'an operator that makes another error of it',
      () =>
        catchError(() => {
          throw new Error('the source failed');
        }),
      ['mirrors the error of its source'],
    ],
    [
      'an operator that never completes',
      () => concatWith(NEVER),
      ['mirrors the completion of its source'],
    ],
    [
      'an operator that forgets to leave its source',
      () => leaky,
      [
        'unsubscribes from its source',
        'does not break unsubscription chains',
        'stops a synchronous source',
      ],
    ],
    [
      'an operator that says the same to all',
      () => {
        let calls = 0;
        return map((value) => `${value}${(calls += 1)}`);
      },
      ['is cold'],
    ],
  ])('are broken by %s', (_, makeOperator, broken) => {
    expect(brokenBy(makeOperator)).toEqual(broken);
  });

  it('are broken by an operator that shares its source', () => {
    expect(
      brokenBy(() => (source) => {
        const shared = source.pipe(share({ resetOnComplete: false }));
        return shared;
      }),
    ).toContain('is cold');
  });

  it('are broken by an operator that subscribes before anybody listens', () => {
    const eager: Operator = (source) => {
      source.subscribe({ error: () => undefined });
      return source;
    };
    expect(brokenBy(() => eager)).toContain('is cold');
  });

  it('are broken by an operator that leaves a timer behind', () => {
    const forgetful = (scheduler: SchedulerLike): Operator => {
      return (source) => {
        return new Observable((subscriber) => {
          timer(3_600_000, scheduler).subscribe();
          return source.subscribe(subscriber);
        });
      };
    };
    expect(brokenBy(forgetful)).toEqual([
      'mirrors the error of its source',
      'mirrors the completion of its source',
      'unsubscribes from its source',
      'does not break unsubscription chains',
    ]);
  });

  it('leave out those that an operator means to break', () => {
    const laws = operatorLaws(() => endWith('more'), { values: ['a'], except: ['is cold'] });
    expect(laws.map(({ name }) => name)).toEqual(ALL.filter((name) => name !== 'is cold'));
  });
});
