import { systemClock } from '../contract/systemClock.js';
import { fingerprint } from './fingerprint.js';
import { newIds } from './newIds.js';

/** What is shared in one process: held by those who use it, and only found here. */
interface Shelf {
  /** Makes fingerprints of this process worthless elsewhere. */
  readonly salt: string;
  readonly things: Map<string, WeakRef<object>>;
  /** Numbers objects and functions by identity. */
  readonly numberOf: (thing: object) => number;
  readonly sweeper: FinalizationRegistry<string>;
}

/** The same for every copy of this package in the process: `import` and `require` load one each. */
const SHELF = Symbol.for('rushes.shared.1');

function numbering(): (thing: object) => number {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  return (thing) => {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(thing, last);
    return last;
  };
}

function newShelf(): Shelf {
  const things = new Map<string, WeakRef<object>>();
  const sweeper = new FinalizationRegistry<string>((name) => {
    // By now another may stand there under the same name.
    if (things.get(name)?.deref() === undefined) things.delete(name);
  });
  const salt = newIds(systemClock, false)();
  return { salt, things, numberOf: numbering(), sweeper };
}

function shelf(): Shelf {
  const place = globalThis as { [SHELF]?: Shelf };
  return (place[SHELF] ??= newShelf());
}

/**
 * Stands for a value in names of {@link sharedThing}: the same for the same text, and for the same
 * function or object. A text cannot be read from it, and outside this process not be guessed either.
 *
 * @since 0.1.0
 */
export function markOf(value: string | object): string {
  const { numberOf, salt } = shelf();
  return typeof value === 'string' ? fingerprint(`${salt} ${value}`) : `#${numberOf(value)}`;
}

/**
 * The one thing of that name in this process; made if there is none. It is gone when nobody holds it
 * any more.
 *
 * @param name - says what it is and whose; no key, but a mark of it
 * @since 0.1.0
 */
export function sharedThing<Thing extends object>(name: string, make: () => Thing): Thing {
  const { sweeper, things } = shelf();
  const known = things.get(name)?.deref();
  if (known !== undefined) return known as Thing;
  const made = make();
  things.set(name, new WeakRef(made));
  sweeper.register(made, name);
  return made;
}
