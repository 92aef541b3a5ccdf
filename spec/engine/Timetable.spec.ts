import fc from 'fast-check';
import type { TimetableOptions } from '../../src/engine/Timetable.js';
import { Timetable, TimetableEntry } from '../../src/engine/Timetable.js';
import { virtualTime } from '../../src/testing/virtualTime.js';

class Named extends TimetableEntry {
  readonly name: number;

  constructor(name: number) {
    super();
    this.name = name;
  }
}

const named = (count: number): readonly Named[] =>
  Array.from({ length: count }, (_, name) => new Named(name));

/** A timetable in virtual time that takes out what is due, unless told otherwise. */
function opened(options: Partial<TimetableOptions> = {}) {
  const time = virtualTime();
  const taken: { readonly name: number; readonly at: number }[] = [];
  const sleeps: number[] = [];
  let awake = 0;
  let rings = 0;
  const table: Timetable<Named> = new Timetable<Named>({
    clock: {
      schedule: (delayMs, work) => {
        sleeps.push(delayMs);
        awake += 1;
        const action = time.scheduler.schedule(
          () => {
            awake -= 1;
            work();
          },
          Math.max(0, delayMs),
        );
        return () => {
          if (!action.closed) awake -= 1;
          action.unsubscribe();
        };
      },
    },
    sleepMs: (dueAt) => dueAt - time.now(),
    ring: () => {
      rings += 1;
      for (let due = table.takeDue(); due !== undefined; due = table.takeDue()) {
        taken.push({ name: due.name, at: time.now() });
      }
    },
    ...options,
  });
  return {
    time,
    table,
    taken,
    sleeps,
    timers: () => awake,
    rings: () => rings,
  };
}

/** What a timetable is to do, as slowly as it can be written down: a list that is sorted each time. */
class SortedList {
  readonly #rows: { readonly name: number; readonly dueAt: number; readonly order: number }[] = [];
  #order = 0;

  get firstDueAt(): number {
    return this.#rows[0]?.dueAt ?? Infinity;
  }

  get first(): number | undefined {
    return this.#rows[0]?.name;
  }

  get size(): number {
    return this.#rows.length;
  }

  has(name: number): boolean {
    return this.#rows.some((row) => row.name === name);
  }

  set(name: number, dueAt: number): void {
    this.remove(name);
    this.#order += 1;
    this.#rows.push({ name, dueAt, order: this.#order });
    this.#rows.sort((one, other) => one.dueAt - other.dueAt || one.order - other.order);
  }

  remove(name: number): void {
    const at = this.#rows.findIndex((row) => row.name === name);
    if (at >= 0) this.#rows.splice(at, 1);
  }

  /** Takes out all that are due until then, in order, each at its moment. */
  pass(from: number, to: number): readonly { readonly name: number; readonly at: number }[] {
    const due = this.#rows.filter(({ dueAt }) => dueAt <= to);
    this.#rows.splice(0, due.length);
    return due.map(({ name, dueAt }) => ({ name, at: Math.max(from, dueAt) }));
  }
}

const NAMES = 40;

// Few moments, so that many fall together.
const deeds = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('set' as const),
        name: fc.nat(NAMES - 1),
        inMs: fc.integer({ min: 1, max: 12 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('remove' as const), name: fc.nat(NAMES - 1) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('pass' as const),
        ms: fc.integer({ max: 6, min: 0 }),
      }),
    },
  ),
  { maxLength: 200 },
);

describe('a timetable', () => {
  it('does what a list that is always sorted does, with one timer at most', () => {
    fc.assert(
      fc.property(deeds, (history) => {
        const { table, taken, time, timers } = opened();
        const entries = named(NAMES);
        const model = new SortedList();
        const expected: { readonly name: number; readonly at: number }[] = [];
        for (const deed of history) {
          if (deed.type === 'set') {
            table.set(entries[deed.name]!, time.now() + deed.inMs);
            model.set(deed.name, time.now() + deed.inMs);
          } else if (deed.type === 'remove') {
            table.remove(entries[deed.name]!);
            model.remove(deed.name);
          } else {
            expected.push(...model.pass(time.now(), time.now() + deed.ms));
            time.advance(deed.ms);
          }
          expect(taken).toEqual(expected);
          expect(table.firstDueAt).toBe(model.firstDueAt);
          expect(table.first?.name).toBe(model.first);
          expect(entries.map((entry) => table.has(entry))).toEqual(
            entries.map(({ name }) => model.has(name)),
          );
          expect(timers()).toBe(model.size > 0 ? 1 : 0);
          expect(time.pending()).toBe(timers());
        }
      }),
    );
  });

  it('takes thousands out in the order of their moments, then of their setting', () => {
    const { table, taken, time } = opened();
    const entries = named(5_000);
    // 7 and 1,000 have no common factor, so that all thousand moments come up, five times each.
    for (const entry of entries) table.set(entry, 1 + ((entry.name * 7) % 1_000));
    time.flush();
    const sorted = [...entries].sort(
      (one, other) =>
        ((one.name * 7) % 1_000) - ((other.name * 7) % 1_000) || one.name - other.name,
    );
    expect(taken).toEqual(sorted.map(({ name }) => ({ name, at: 1 + ((name * 7) % 1_000) })));
  });

  it('counts moving as setting anew, where moments are the same', () => {
    const { table, taken, time } = opened();
    const [a, b, c] = named(3) as [Named, Named, Named];
    for (const entry of [a, b, c]) table.set(entry, 5);
    table.set(a, 5);
    time.flush();
    expect(taken.map(({ name }) => name)).toEqual([1, 2, 0]);
  });

  it('takes nobody out before the moment has come', () => {
    let now = 0;
    const { table } = opened({ sleepMs: (dueAt) => dueAt - now });
    table.set(new Named(1), 10);
    expect(table.takeDue()).toBeUndefined();
    now = 9;
    expect(table.takeDue()).toBeUndefined();
    now = 10;
    expect(table.takeDue()?.name).toBe(1);
    expect(table.takeDue()).toBeUndefined();
  });

  it('lets who was never in it, or is not any more, stay out', () => {
    const { table, taken, time } = opened();
    const [a, b] = named(2) as [Named, Named];
    table.remove(a);
    table.set(b, 3);
    time.flush();
    table.remove(b);
    expect(taken).toEqual([{ name: 1, at: 3 }]);
    expect([table.first, table.firstDueAt, time.pending()]).toEqual([undefined, Infinity, 0]);
  });
});

describe('the timer of a timetable', () => {
  it('is none when nothing is due, and sleeps until the first moment otherwise', () => {
    const { sleeps, table, timers } = opened();
    expect(timers()).toBe(0);
    const [a, b, c] = named(3) as [Named, Named, Named];
    table.set(b, 20);
    table.set(c, 30);
    table.set(a, 10);
    expect(sleeps).toEqual([20, 10]);
    expect(timers()).toBe(1);
    for (const entry of [a, b, c]) table.remove(entry);
    expect(timers()).toBe(0);
  });

  it('rings once for all that are due at the same moment', () => {
    const { rings, table, taken, time } = opened();
    for (const entry of named(1_000)) table.set(entry, 10);
    time.flush();
    expect(taken).toHaveLength(1_000);
    expect(rings()).toBe(1);
  });

  it('is not set anew for what comes later, however often that is moved', () => {
    const { sleeps, table } = opened();
    const [a, b] = named(2) as [Named, Named];
    table.set(a, 10);
    for (let dueAt = 11; dueAt < 1_000; dueAt += 1) table.set(b, dueAt);
    expect(sleeps).toEqual([10]);
  });

  it('rings early at most once for a moment that was put off', () => {
    const { rings, sleeps, table, taken, time } = opened();
    const entry = new Named(1);
    table.set(entry, 10);
    for (let dueAt = 20; dueAt <= 1_000; dueAt += 10) table.set(entry, dueAt);
    time.flush();
    expect(sleeps).toEqual([10, 990]);
    expect(rings()).toBe(2);
    expect(taken).toEqual([{ name: 1, at: 1_000 }]);
  });

  it('waits for wind() while there is no telling how long to sleep', () => {
    let isFull = true;
    const { rings, table, taken, time, timers } = opened();
    const waiting = opened({
      sleepMs: (dueAt) => (isFull ? Infinity : dueAt - waiting.time.now()),
    });
    table.set(new Named(1), 5);
    waiting.table.set(new Named(2), 5);
    expect([timers(), waiting.timers()]).toEqual([1, 0]);
    time.advance(100);
    waiting.time.advance(100);
    expect([rings(), waiting.rings()]).toEqual([1, 0]);
    expect(waiting.table.takeDue()).toBeUndefined();
    isFull = false;
    waiting.table.wind();
    waiting.time.flush();
    expect(taken).toEqual([{ name: 1, at: 5 }]);
    expect(waiting.taken).toEqual([{ name: 2, at: 100 }]);
  });

  it('is canceled where that comes to be so while it runs', () => {
    let isFull = false;
    const { rings, table, time, timers } = opened({
      sleepMs: (dueAt) => (isFull ? Infinity : dueAt - time.now()),
    });
    const entry = new Named(1);
    table.set(entry, 5);
    isFull = true;
    table.wind();
    expect(timers()).toBe(0);
    time.advance(50);
    expect(rings()).toBe(0);
  });

  it('is set anew after a ring that left somebody who is due', () => {
    const { sleeps, table, time } = opened({
      ring: () => void one.push(table.takeDue()?.name ?? NaN),
    });
    const one: number[] = [];
    for (const entry of named(3)) table.set(entry, 10);
    time.flush();
    expect(one).toEqual([0, 1, 2]);
    expect(sleeps).toEqual([10, 0, 0]);
  });

  it('is set once for all that is set in the middle of a ring', () => {
    const again = named(50);
    const { sleeps, table, time } = opened({
      ring: () => {
        if (table.takeDue() === undefined) return;
        for (const entry of again) table.set(entry, 100 - entry.name);
        for (const entry of again.slice(10)) table.remove(entry);
      },
    });
    table.set(new Named(99), 10);
    time.advance(10);
    expect(sleeps).toEqual([10, 81]);
  });

  it('goes on after a ring that threw', () => {
    // By hand: virtual time drops what is scheduled when something throws, real time does not.
    const timers: (() => void)[] = [];
    let now = 0;
    const seen: number[] = [];
    const { table } = opened({
      clock: {
        schedule: (_, work) => {
          timers.push(work);
          return () => timers.splice(timers.indexOf(work), 1);
        },
      },
      sleepMs: (dueAt) => dueAt - now,
      ring: () => {
        const due = table.takeDue();
        seen.push(due?.name ?? NaN);
        if (due?.name === 0) throw new RangeError('a defect');
      },
    });
    const [a, b, c] = named(3) as [Named, Named, Named];
    table.set(a, 10);
    table.set(b, 10);
    table.set(c, 20);
    now = 20;
    expect(() => timers.shift()?.()).toThrow('a defect');
    expect(timers).toHaveLength(1);
    timers.shift()?.();
    expect(timers).toHaveLength(1);
    timers.shift()?.();
    expect([seen, timers]).toEqual([[0, 1, 2], []]);
  });
});
