import { BehaviorSubject, concatMap, from, map, Observable, of, ReplaySubject, timer } from 'rxjs';
import { reach } from './reach.js';

const SECRET = 'canary.reach-7f3a91c25e60';
const held = { texts: [SECRET] };

class Accessor {
  readonly #secret = SECRET;
  get secret(): string {
    return this.#secret;
  }
}

class Inheriting extends Accessor {}

const failing = (): object =>
  Object.defineProperty({}, 'secret', {
    get: () => {
      throw new Error(SECRET);
    },
  });

/** Each holds the secret where somebody could find it. */
const HOLDERS: Readonly<Record<string, () => unknown>> = {
  'a text': () => `Bearer ${SECRET}`,
  'a field': () => ({ headers: { key: SECRET } }),
  'the name of a field': () => ({ [SECRET]: 1 }),
  'a field that is not enumerable': () => Object.defineProperty({}, 'key', { value: SECRET }),
  'a field with a symbol for its name': () => ({ [Symbol('key')]: SECRET }),
  'the words of a symbol': () => ({ [Symbol(SECRET)]: 1 }),
  'a symbol': () => Symbol(SECRET),
  'an accessor of its own': () => ({
    get key() {
      return SECRET;
    },
  }),
  'an accessor of its class': () => new Accessor(),
  'an accessor of the class that its class extends': () => new Inheriting(),
  'an accessor that throws': failing,
  'a prototype': () => Object.create({ key: SECRET }) as unknown,
  'an object without prototype': () => Object.assign(Object.create(null), { key: SECRET }),
  'a field of a function': () => Object.assign(() => 1, { key: SECRET }),
  'the source of a function': () => () => 'canary.reach-7f3a91c25e60',
  'the message of an error': () => new Error(SECRET),
  'the stack of an error': () => Object.assign(new Error(), { stack: SECRET }),
  'the cause of a cause': () => new Error('a', { cause: new Error('b', { cause: SECRET }) }),
  'an error of several': () => new AggregateError([new Error(SECRET)]),
  'a key of a map': () => new Map([[{ key: SECRET }, 1]]),
  'a value of a map': () => new Map([[1, [SECRET]]]),
  'a set': () => new Set([SECRET]),
  'a weak reference': () => new WeakRef({ key: SECRET }),
  bytes: () => Buffer.from(`Bearer ${SECRET}`),
  'a URL': () => new URL(`https://a.example/?key=${SECRET}`),
  headers: () => new Headers({ authorization: SECRET }),
  'a form': () => {
    const form = new FormData();
    form.append('key', SECRET);
    return form;
  },
  'an expression': () => new RegExp(SECRET),
  'what a stream remembers': () => new BehaviorSubject({ key: SECRET }),
  'what a stream replays': () => {
    const replayed = new ReplaySubject(1);
    replayed.next({ key: SECRET });
    return replayed.pipe(map((value) => value));
  },
  'the source of a source': () =>
    Object.assign(new Observable(), { request: { key: SECRET } }).pipe(
      map((value) => value),
      concatMap(() => of(1)),
    ),
  'the work of a subscription': () => {
    const subscription = timer(1_000).subscribe(Object.assign(() => 1, { key: SECRET }));
    subscription.unsubscribe();
    return [subscription, Object.assign(subscription, { key: SECRET })];
  },
  'far down': () => {
    let holder: unknown = SECRET;
    for (let depth = 0; depth < 50_000; depth += 1) holder = { holder };
    return holder;
  },
};

describe('a walk finds a secret in', () => {
  it.each(Object.entries(HOLDERS))('%s', (_where, hold) => {
    expect(reach(hold(), held).found.join('\n')).toContain(SECRET);
  });
});

describe('a walk', () => {
  it('says where it found it', () => {
    const root = { a: [{ 'x-key': SECRET }] };
    expect(reach(root, held).found).toEqual([`root.a["0"]["x-key"] shows ${SECRET}`]);
  });

  it('finds objects of a class that must not be held', () => {
    const sought = { texts: [], classes: ['Accessor'] };
    expect(reach({ a: [new Accessor()] }, sought).found).toEqual(['root.a["0"] is Accessor']);
    expect(reach({ a: [{}] }, sought).found).toEqual([]);
  });

  it('ends where objects hold each other, and finds nothing where nothing is', () => {
    const one: Record<string, unknown> = { name: 'one' };
    one['self'] = one;
    const stream$ = from([one]).pipe(map((value) => value));
    const { found, objects } = reach([one, stream$, stream$.subscribe()], held);
    expect(found).toEqual([]);
    expect(objects).toBeGreaterThan(10);
    expect(objects).toBeLessThan(5_000);
  });

  it('does not see what closures and private fields keep to themselves', () => {
    class Private {
      readonly #secret = SECRET;
      length(): number {
        return this.#secret.length;
      }
    }
    const kept = `${SECRET}`;
    expect(reach([new Private(), () => kept.length], held).found).toEqual([]);
  });
});
