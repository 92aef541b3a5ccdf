import fc from 'fast-check';
import { deepFreeze } from '../../src/model/deepFreeze.js';

/** All objects in a value, itself included. */
function objectsIn(value: unknown): readonly object[] {
  const found = new Set<object>();
  const open: unknown[] = [value];
  for (const next of open) {
    if (typeof next !== 'object' || next === null || found.has(next)) continue;
    found.add(next);
    open.push(...Object.values(next));
  }
  return [...found];
}

it('freezes plain JSON at every depth and gives back the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const before = JSON.stringify(value);
      expect(deepFreeze(value)).toBe(value);
      expect(objectsIn(value).every(Object.isFrozen)).toBe(true);
      expect(JSON.stringify(value)).toBe(before);
    }),
  );
});

it('freezes 200,000 arrays within each other, which no recursion could', () => {
  const deep: unknown = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000));
  deepFreeze(deep);
  let depth = 0;
  for (
    let inner = deep;
    Array.isArray(inner) && Object.isFrozen(inner);
    inner = (inner as unknown[])[0]
  ) {
    depth += 1;
  }
  expect(depth).toBe(200_000);
});

it('freezes what lies within a value that somebody froze on the outside', () => {
  const value = Object.freeze({ inner: { list: [1] } });
  deepFreeze(value);
  expect(objectsIn(value).every(Object.isFrozen)).toBe(true);
});

it('comes to an end where a value holds itself', () => {
  const value: { self?: unknown; other: object } = { other: {} };
  value.self = value;
  deepFreeze(value);
  expect(objectsIn(value).every(Object.isFrozen)).toBe(true);
});

it.each([undefined, null, 0, 'text', true, Symbol.iterator, () => 1])(
  'leaves %p as it is',
  (value) => {
    expect(deepFreeze(value)).toBe(value);
  },
);

it('does not throw for what cannot be frozen, and freezes the rest', () => {
  const thrower = {
    get trap(): never {
      throw new Error('no');
    },
  };
  const value = { bytes: new Uint8Array(4), thrower, rest: { a: [1] } };
  deepFreeze(value);
  expect(Object.isFrozen(value)).toBe(true);
  expect(Object.isFrozen(value.rest.a)).toBe(true);
});
