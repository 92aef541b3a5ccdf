import { markOf, sharedThing } from '../../src/engine/sharedThing.js';

const KEY = 'canary-key-9d2e6c';

it('gives all the same thing by one name, and others by other names', () => {
  const a = sharedThing('a thing', () => ({ made: 1 }));
  expect(sharedThing('a thing', () => ({ made: 2 }))).toBe(a);
  expect(sharedThing('another thing', () => ({ made: 3 }))).not.toBe(a);
});

it('gives the same thing to every copy of the package that is loaded', async () => {
  const a = sharedThing('between copies', () => ({ made: 1 }));
  const mark = markOf(KEY);
  await jest.isolateModulesAsync(async () => {
    const copy = await import('../../src/engine/sharedThing.js');
    expect(copy.sharedThing).not.toBe(sharedThing);
    expect(copy.sharedThing('between copies', () => ({ made: 2 }))).toBe(a);
    expect(copy.markOf(KEY)).toBe(mark);
  });
});

describe('the mark of a value', () => {
  it('is the same for the same text, function or object, and for no other', () => {
    const source = (): string => KEY;
    const values = [KEY, `${KEY}!`, source, (): string => KEY, {}, {}];
    const marks = values.map(markOf);
    expect(new Set(marks).size).toBe(values.length);
    expect(values.map(markOf)).toEqual(marks);
  });

  it('shows nothing of a key, and is another in every process', () => {
    expect(markOf(KEY)).not.toContain('canary');
    const mark = markOf(KEY);
    const place = globalThis as unknown as Record<symbol, unknown>;
    const shelf = Symbol.for('rushes.shared.1');
    const kept = place[shelf];
    delete place[shelf];
    expect(markOf(KEY)).not.toBe(mark);
    place[shelf] = kept;
  });
});
