import { inspect } from 'node:util';
import { expectTypeOf } from 'expect-type';
import { left, right } from 'fp-ts/lib/Either.js';
import type { Either } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { EMPTY, NEVER, of, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import { isJobError } from '../../src/errors/isJobError.js';
import type { JobErrorOf } from '../../src/errors/JobError.js';
import { decodeWith } from '../../src/operators/decodeWith.js';
import { itKeepsTheLaws } from '../laws/itKeepsTheLaws.js';
import { expectRefusal } from './expectRefusal.js';
import { inVirtualTime } from './inVirtualTime.js';

const Job = t.type({ id: t.string, progress: t.number });
const good = { id: '42', progress: 0.5 };

const upper = {
  decode: (value: unknown): Either<string, string> =>
    typeof value === 'string' ? right(value.toUpperCase()) : left('no text'),
};

/** The `Undecodable` that a value ends as. */
function refusalOf(
  decoder: Parameters<typeof decodeWith>[0],
  value: unknown,
): JobErrorOf<'Undecodable'> {
  let error: unknown;
  of(value)
    .pipe(decodeWith(decoder))
    .subscribe({ error: (thrown: unknown) => (error = thrown) });
  if (!isJobError(error, 'Undecodable')) throw new Error(`ended with ${inspect(error)}`);
  return error;
}

describe('decodeWith', () => {
  itKeepsTheLaws(() => decodeWith(Job), { values: [good, { ...good, progress: 1 }] });

  it('passes on what the decoder makes of each value, and ends at the first bad one', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('  -a-b-c|', { a: 'x', b: 42, c: 'y' });
      const result = '       -x-#';
      const error = refusalOf(upper, 42);
      expectObservable(source.pipe(decodeWith(upper))).toBe(result, { x: 'X' }, error);
      expectSubscriptions(source.subscriptions).toBe('^--!');
    });
  });

  it('passes many values, none, silence, errors and unsubscription', () => {
    inVirtualTime(({ cold, expectObservable, expectSubscriptions }) => {
      const many = cold('a-b-|', { a: good, b: good });
      expectObservable(many.pipe(decodeWith(Job))).toBe('a-b-|', { a: good, b: good });
      expectObservable(EMPTY.pipe(decodeWith(Job))).toBe('|');
      expectObservable(NEVER.pipe(decodeWith(Job)), '^--!').toBe('----');
      expectObservable(cold('-#').pipe(decodeWith(Job))).toBe('-#');
      const left = cold('-a---a', { a: good });
      expectObservable(left.pipe(decodeWith(Job)), '^--!').toBe('-a--', { a: good });
      expectSubscriptions(left.subscriptions).toBe('^--!');
    });
  });

  it('tells paths and expected types, and never a value', () => {
    const error = refusalOf(Job, { id: 42, progress: 'SECRET-half' });
    expect(error).toMatchObject({
      reason: 'shape',
      provider: 'rushes',
      operation: 'decodeWith',
      retryable: false,
      jobMayBeRunning: true,
      issues: [
        { path: 'id', message: 'expected string, got number' },
        { path: 'progress', message: 'expected number, got string' },
      ],
    });
    expect(error.message).toContain('id: expected string, got number');
    const text = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
    expect(text).not.toContain('SECRET');
  });

  it('reports at most 20 issues of 200 characters, whatever the decoder says', () => {
    const wide = t.array(t.type({ ['k'.repeat(1_000)]: t.string }));
    const error = refusalOf(
      wide,
      Array.from({ length: 500 }, () => ({})),
    );
    expect(error.issues).toHaveLength(20);
    expect(error.issues.every(({ path, message }) => (path + message).length <= 400)).toBe(true);
    expect(error.message.length).toBeLessThanOrEqual(500);
  });

  it('sums up the Left of a decoder of another kind', () => {
    expect(refusalOf(upper, 42).issues).toEqual([{ path: '', message: 'expected another shape' }]);
    expect(refusalOf({ decode: () => left(undefined) }, 42).issues).toHaveLength(1);
  });

  it.each([
    ['an error', new TypeError('SECRET in a message'), 'TypeError'],
    ['something else', 'SECRET', 'string'],
  ])('takes a decoder that throws %s for one that refuses', (_, thrown, name) => {
    const error = refusalOf(
      {
        decode: () => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error
          throw thrown;
        },
      },
      42,
    );
    expect(error.issues).toEqual([{ path: '', message: `the decoder threw ${name}` }]);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('SECRET');
  });

  it('survives a value that is nested deeper than the stack', () => {
    interface Nest {
      readonly inner?: Nest;
    }
    const Nest: t.Type<Nest> = t.recursion('Nest', () => t.partial({ inner: Nest }));
    let deep: Nest = {};
    for (let depth = 0; depth < 100_000; depth += 1) deep = { inner: deep };
    expect(refusalOf(Nest, deep).issues).toEqual([
      { path: '', message: 'the decoder threw RangeError' },
    ]);
  });

  it('takes an answer that is no Either for a refusal', () => {
    expect(refusalOf({ decode: () => undefined as never }, 42).reason).toBe('shape');
  });

  it('works on a hot source', () => {
    const source = new Subject<unknown>();
    const seen: string[] = [];
    source.pipe(decodeWith(upper)).subscribe((value) => seen.push(value));
    source.next('a');
    expect(seen).toEqual(['A']);
  });

  it('refuses what is no decoder at once (law 10)', () => {
    expectRefusal(() => decodeWith({} as never), 'decodeWith', 'decoder');
    expectRefusal(() => decodeWith(undefined as never), 'decodeWith', 'decoder');
  });

  it('has the type of its decoder', () => {
    const jobs = of<unknown>(good).pipe(decodeWith(Job));
    expectTypeOf(jobs).toEqualTypeOf<Observable<{ id: string; progress: number }>>();
    expectTypeOf(of(1).pipe(decodeWith(upper))).toEqualTypeOf<Observable<string>>();
  });
});
