import fc from 'fast-check';
import type { LimiterPriority } from '../../src/contract/Limiter.js';
import { WaitingLine } from '../../src/limits/WaitingLine.js';

interface Waiter {
  readonly name: string;
}

function lineOf(...waiters: readonly (readonly [string, LimiterPriority])[]): WaitingLine<Waiter> {
  const line = new WaitingLine<Waiter>();
  for (const [name, priority] of waiters) line.join({ name }, priority);
  return line;
}

function emptied(line: WaitingLine<Waiter>): string {
  const names: string[] = [];
  for (let next = line.next(); next !== undefined; next = line.next()) names.push(next.name);
  return names.join(' ');
}

it('is first come, first served within a priority', () => {
  expect(emptied(lineOf(['a', 'look'], ['b', 'look'], ['c', 'look']))).toBe('a b c');
});

it('serves submits before calls before looks', () => {
  expect(emptied(lineOf(['l', 'look'], ['c', 'call'], ['s', 'submit'], ['m', 'call']))).toBe(
    's c m l',
  );
});

it('passes nobody over more than five times in a row, however full every line is', () => {
  const line = new WaitingLine<Waiter>();
  const priorities = ['submit', 'call', 'look'] as const;
  for (const priority of priorities) {
    for (let count = 0; count < 200; count += 1) line.join({ name: priority }, priority);
  }
  const served = Array.from({ length: 100 }, () => line.next()?.name ?? 'nobody');
  for (const priority of priorities) {
    const gaps = served
      .join(' ')
      .split(priority)
      .map((between) => between.trim().split(/\s+/));
    expect(Math.max(...gaps.map(({ length }) => length))).toBeLessThanOrEqual(5);
  }
});

it('gives every fifth turn to a lower priority that waits', () => {
  const submits = Array.from({ length: 12 }, (_, index) => [`s${index}`, 'submit'] as const);
  const line = lineOf(['l0', 'look'], ['l1', 'look'], ['l2', 'look'], ...submits);
  expect(emptied(line)).toBe('s0 s1 s2 s3 l0 s4 s5 s6 s7 l1 s8 s9 s10 s11 l2');
});

it('forgets who leaves, also one who is not there', () => {
  const line = new WaitingLine<Waiter>();
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  line.join(a, 'look');
  line.join(b, 'look');
  line.leave(a, 'look');
  line.leave(a, 'look');
  expect(line.size).toBe(1);
  expect(emptied(line)).toBe('b');
  expect(line.size).toBe(0);
});

it('starves nobody: whoever waits first in a priority is served within ten turns, whoever else comes', () => {
  const priority = fc.constantFrom<LimiterPriority>('submit', 'call', 'look');
  fc.assert(
    fc.property(
      priority,
      fc.array(fc.array(priority, { maxLength: 4 }), { minLength: 10, maxLength: 10 }),
      (mine, comers) => {
        const line = lineOf(['me', mine]);
        const served: string[] = [];
        for (const group of comers) {
          for (const other of group) line.join({ name: 'other' }, other);
          served.push(line.next()?.name ?? 'nobody');
        }
        expect(served).toContain('me');
      },
    ),
  );
});
