import fc from 'fast-check';
import type { Urgency } from '../../src/contract/Limiter.js';
import { UrgencyLine } from '../../src/limits/UrgencyLine.js';

interface Waiter {
  readonly name: string;
}

const always =
  (value: number): Urgency =>
  () =>
    value;

function lineOf(
  ...waiters: readonly (readonly [string, (Urgency | undefined)?])[]
): UrgencyLine<Waiter> {
  const line = new UrgencyLine<Waiter>();
  for (const [name, urgency] of waiters) line.join({ name }, urgency);
  return line;
}

function emptied(line: UrgencyLine<Waiter>): string {
  const names: string[] = [];
  for (let next = line.next(); next !== undefined; next = line.next()) names.push(next.name);
  return names.join(' ');
}

it('serves the most urgent first, and equals in the order of their coming', () => {
  const line = lineOf(['a', always(1)], ['b', always(3)], ['c', always(2)], ['d', always(3)]);
  expect(emptied(line)).toBe('b d c a');
});

it('asks at the moment of serving, not at that of coming', () => {
  let now = 0;
  // The one has waited for long and gains slowly, the other is new and gains fast.
  const line = lineOf(['slow', () => 100 + now], ['fast', () => 2 * now], ['none', always(0)]);
  now = 99;
  expect(line.next()?.name).toBe('slow');
  line.join({ name: 'slow' }, () => 100 + now);
  now = 101;
  expect(emptied(line)).toBe('fast slow none');
});

it('is first come, first served where nobody says how urgent it is', () => {
  expect(emptied(lineOf(['a'], ['b'], ['c']))).toBe('a b c');
});

it.each<readonly [string, Urgency | undefined]>([
  ['says nothing', undefined],
  [
    'throws',
    () => {
      throw new Error('no idea');
    },
  ],
  ['gives NaN', always(NaN)],
  ['gives no number', (() => 'very') as never],
  ['gives less than nothing', always(-1)],
])('takes who %s for not urgent, first come, first served', (_what, odd) => {
  const line = lineOf(['x', odd], ['a', always(1)], ['y', always(0)], ['z', odd]);
  expect(emptied(line)).toBe('a x y z');
});

it('takes Infinity for more urgent than anything', () => {
  expect(emptied(lineOf(['a', always(1e300)], ['b', always(Infinity)]))).toBe('b a');
});

it('lets nobody wait for ever who never is urgent, however many urgent ones come', () => {
  const line = lineOf(['a', always(1)], ['b', always(1)], ['meek']);
  let turns = 0;
  for (let name = ''; name !== 'meek'; turns += 1) {
    line.join({ name: 'loud' }, always(2));
    name = line.next()?.name ?? 'nobody';
    expect(turns).toBeLessThan(100);
  }
  // Seventy-two for the two before it, and itself.
  expect(turns).toBeGreaterThan(64);
});

it('serves everybody once, whoever comes, leaves or asks in between', () => {
  const step = fc.oneof(
    fc.record({ type: fc.constant('join' as const), value: fc.integer({ min: -2, max: 5 }) }),
    fc.record({ type: fc.constant('leave' as const), value: fc.nat(20) }),
    fc.record({ type: fc.constant('next' as const), value: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const line = new UrgencyLine<Waiter>();
      const waiting: Waiter[] = [];
      const values = new Map<Waiter, number>();
      for (const { type, value } of steps) {
        if (type === 'join') {
          const waiter = { name: `${values.size}` };
          values.set(waiter, value);
          waiting.push(waiter);
          line.join(waiter, value === -2 ? undefined : always(value));
        } else if (type === 'leave') {
          const [gone] = waiting.splice(value % Math.max(1, waiting.length), 1);
          if (gone !== undefined) expect(line.leave(gone)).toBe(true);
        } else {
          const urgencyOf = (waiter: Waiter): number => Math.max(0, values.get(waiter) ?? 0);
          const most = Math.max(...waiting.map(urgencyOf));
          const expected = waiting.find((waiter) => urgencyOf(waiter) === most);
          expect(line.next()).toBe(expected);
          if (expected !== undefined) waiting.splice(waiting.indexOf(expected), 1);
        }
        expect(line.size).toBe(waiting.length);
      }
    }),
  );
});

it('goes on where the function of one who waits lets another leave', () => {
  const line = new UrgencyLine<Waiter>();
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  line.join(a, always(5));
  line.join(b, () => {
    line.leave(a);
    return 1;
  });
  expect(line.next()).toBe(b);
  expect(line.size).toBe(0);
  expect(line.next()).toBeUndefined();
});

describe('of very many', () => {
  const MANY = 50_000;
  const many = (): { readonly line: UrgencyLine<Waiter>; readonly asked: () => number } => {
    const line = new UrgencyLine<Waiter>();
    let asked = 0;
    for (let count = 0; count < MANY; count += 1) {
      const value = (count * 7_919) % MANY;
      line.join({ name: String(value) }, () => {
        asked += 1;
        return value;
      });
    }
    return { line, asked: () => asked };
  };

  it('asks a few thousand for each token', () => {
    const { line, asked } = many();
    for (let turn = 1; turn <= 20; turn += 1) {
      line.next();
      expect(asked()).toBeLessThanOrEqual(turn * 4_096);
    }
  });

  it('serves from among the most urgent all the same, and comes round to all', () => {
    const { line } = many();
    const served = Array.from({ length: 50 }, () => Number(line.next()?.name));
    // The best of 4,096 by lot stands among the upper 500 of 50,000 but once in 10^17.
    for (const value of served) expect(value).toBeGreaterThan(MANY - 500);
    // The most urgent of all is not missed in a whole round of 13.
    expect(served.slice(0, 14)).toContain(MANY - 1);
  });
});
