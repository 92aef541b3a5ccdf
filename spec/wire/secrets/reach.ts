import { EventEmitter } from 'node:events';
import { types } from 'node:util';

/** What a walk found, and how much it saw. */
export interface Reached {
  /** Where what is looked for can be got hold of, one line each: `root.headers["x-key"] shows …`. */
  readonly found: readonly string[];
  /** How many objects and functions were walked. */
  readonly objects: number;
}

type Key = string | symbol;

const NAMES =
  'Object Function Array String Number Boolean Symbol BigInt Date RegExp Promise Map Set WeakMap WeakSet WeakRef Error AggregateError TypeError RangeError SyntaxError ReferenceError EvalError URIError JSON Math Reflect Proxy Intl Atomics ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array FinalizationRegistry';

/** jest gives specs globals of their own; what Node itself makes has others. */
const REALMS: readonly unknown[] = [Function, EventEmitter.constructor].flatMap((make) => {
  const look = (make as FunctionConstructor)(
    `return [${NAMES.replaceAll(' ', ', ')}, (async function* () {})(), (function* () {})(), [].keys()]`,
  );
  return look() as unknown[];
});

const isHolder = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** The value of a field, and the functions that read and write it. */
const partsOf = (field: object = {}): readonly unknown[] => Object.values(field);

/** What every program has: objects that no library made. */
const NATIVE: ReadonlySet<object> = (() => {
  const native = new Set<object>();
  const waiting = REALMS.filter(isHolder);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (native.has(next)) continue;
    native.add(next);
    const inherited: unknown = Object.getPrototypeOf(next);
    for (const key of Reflect.ownKeys(next)) {
      waiting.push(...partsOf(Object.getOwnPropertyDescriptor(next, key)).filter(isHolder));
    }
    if (isHolder(inherited)) waiting.push(inherited);
  }
  return native;
})();

/** What the fields do not show of objects that Node keeps elsewhere. */
function contentsOf(holder: object): readonly unknown[] {
  if (types.isProxy(holder)) return [];
  if (holder instanceof Map) return [...holder].flat();
  if (holder instanceof Set) return [...holder];
  if (holder instanceof WeakRef) return [holder.deref()];
  if (types.isRegExp(holder) || holder instanceof URL) return [String(holder)];
  if (holder instanceof Headers || holder instanceof FormData) return [...holder].flat();
  if (ArrayBuffer.isView(holder)) {
    return [Buffer.from(holder.buffer, holder.byteOffset, holder.byteLength).toString('latin1')];
  }
  if (typeof holder === 'function') return [Function.prototype.toString.call(holder)];
  return [];
}

const nameOf = (key: Key): string =>
  typeof key === 'string' && /^[A-Za-z_$][\w$]*$/.test(key)
    ? `.${key}`
    : `[${typeof key === 'string' ? JSON.stringify(key) : String(key)}]`;

function tried(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

/** The name of the class that made an object. */
function classOf(holder: object): string | undefined {
  const name = tried(() => holder.constructor.name);
  return typeof name === 'string' ? name : undefined;
}

/** Node hangs the context in which a promise was made, here that of the test, on the promise. */
const isOfCaller = (key: Key): boolean =>
  typeof key === 'symbol' && key.description === 'kResourceStore';

/** The values of fields, as they are and as accessors give them for the object at hand. */
function* fieldsOf(holder: object): Generator<readonly [Key, unknown]> {
  for (let owner: unknown = holder; isHolder(owner) && !NATIVE.has(owner);) {
    for (const key of Reflect.ownKeys(owner)) {
      if (isOfCaller(key)) continue;
      const field = Object.getOwnPropertyDescriptor(owner, key);
      yield [key, String(key)];
      if (typeof key === 'symbol') yield [key, key.description];
      for (const part of partsOf(field)) yield [key, part];
      yield [key, tried((): unknown => field?.get?.call(holder))];
    }
    owner = Object.getPrototypeOf(owner);
  }
}

/** What is looked for. */
export interface Sought {
  /** Texts that must not stand in any text. */
  readonly texts: readonly string[];
  /** Names of classes of which no object must be held. */
  readonly classes?: readonly string[];
}

/**
 * Walks everything that can be got hold of from a value without a debugger: fields of any sort, also
 * those that are not enumerable, symbols, accessors, prototypes, functions with their sources, and the
 * contents of maps, sets and buffers. What closures and private fields hold cannot be reached.
 */
export function reach(root: unknown, { texts, classes = [] }: Sought, what = 'root'): Reached {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const waiting: (readonly [value: unknown, path: string])[] = [[root, what]];
  let objects = 0;
  const look = (text: string, path: string): void => {
    for (const sought of texts) {
      const at = text.indexOf(sought);
      if (at >= 0) found.add(`${path} shows ${text.slice(Math.max(0, at - 40), at + 60)}`);
    }
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, path] = next;
    if (seen.has(value)) continue;
    seen.add(value);
    if (typeof value === 'string') look(value, path);
    if (typeof value === 'symbol') look(String(value), path);
    if (!isHolder(value) || NATIVE.has(value)) continue;
    objects += 1;
    const made = Object.hasOwn(value, 'constructor') ? undefined : classOf(value);
    if (made !== undefined && classes.includes(made)) found.add(`${path} is ${made}`);
    for (const content of contentsOf(value)) waiting.push([content, `${path}{}`]);
    for (const [key, field] of fieldsOf(value)) waiting.push([field, `${path}${nameOf(key)}`]);
    const inherited: unknown = Object.getPrototypeOf(value);
    if (isHolder(inherited)) waiting.push([inherited, `${path}.__proto__`]);
  }
  return { found: [...found], objects };
}
