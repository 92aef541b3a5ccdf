/** What must never be seen again of a value that was given. */
export const GIVEN = 'given.canary.3b81';

/** The arguments of a call, and what is wrong with them. */
export interface Mutation {
  readonly what: string;
  readonly args: readonly unknown[];
  /** Where it is wrong, within the argument: `input.0.url`; empty for the argument itself. */
  readonly path: string;
}

const explode = (): never => {
  throw new Error(GIVEN);
};

const HANDLER = new Proxy({}, { get: () => explode }) as ProxyHandler<object>;

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** An object whose fields are there and cannot be read. */
const unreadable = (names: readonly string[]): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(names.map((name) => [name, { enumerable: true, get: explode }])),
  );

export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is plain, so that its fields can be changed one by one. */
export const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What no argument may be, but for the first two where it may be left out. */
export const JUNK = (sample: unknown): readonly (readonly [string, unknown])[] => [
  ['undefined', undefined],
  ['an empty object', {}],
  ['null', null],
  ['an empty list', []],
  ['a number', 7],
  ['a flag', true],
  ['a text', `a ${GIVEN}, no id`],
  ['a list of texts', [`a ${GIVEN}`]],
  ['a function', () => GIVEN],
  ['a symbol', Symbol(GIVEN)],
  ['a bigint', 7n],
  ['getters that throw', unreadable(isPlain(sample) ? Object.keys(sample) : ['id', 'deadlineMs'])],
  ['a proxy that throws', new Proxy({}, HANDLER)],
  ['a revoked proxy', revoked()],
];

/** The first `count` arguments of a call, with another at one place. */
export function withArgument(
  args: readonly unknown[],
  place: number,
  value: unknown,
): readonly unknown[] {
  const changed = Array.from({ length: Math.max(args.length, place + 1) }, (_, at) => args[at]);
  changed[place] = value;
  return changed;
}

/** What a field may not be that is like this one. */
function otherTypes(value: unknown): readonly (readonly [string, unknown])[] {
  const text = ['a text', `a ${GIVEN}`] as const;
  const object = ['an object', { of: GIVEN }] as const;
  if (typeof value === 'string')
    return [['a number', 7], ['a flag', true], object, ['a list', [7]]];
  if (typeof value === 'number') return [text, ['no number', NaN], object];
  if (typeof value === 'boolean') return [text, ['a number', 1], object];
  if (Array.isArray(value)) return [text, object, ['a list with null', [...value, null]]];
  return [text, ['a number', 7], ['a list', [GIVEN]]];
}

/** The value with another at the path within it. */
function replaced(value: unknown, path: readonly string[], change: (owner: object) => void) {
  const copy = (from: unknown): unknown => {
    if (Array.isArray(from)) return from.map(copy);
    if (!isPlain(from)) return from;
    return Object.fromEntries(Object.entries(from).map(([name, field]) => [name, copy(field)]));
  };
  const whole = copy(value);
  const owner = path.reduce<unknown>((at, name) => (at as Fields)[name], whole);
  change(owner as object);
  return whole;
}

/** How one field is spoilt. */
export type Spoiling = 'missing' | 'mistyped' | 'unreadable' | 'unknown';

export interface Spoilt {
  readonly how: Spoiling;
  readonly what: string;
  readonly path: string;
  readonly value: unknown;
}

/** Every field of a sample, each spoilt in every way. */
export function spoiltFields(
  sample: unknown,
  here: unknown = sample,
  path: readonly string[] = [],
): readonly Spoilt[] {
  if (!isPlain(here) && !Array.isArray(here)) return [];
  const spoil = (
    how: Spoiling,
    what: string,
    name: string,
    change: (owner: object) => void,
  ): Spoilt => {
    const where = [...path, name].join('.');
    return { how, what: `${where} ${what}`, path: where, value: replaced(sample, path, change) };
  };
  const set = (name: string, value: unknown) => (owner: object) =>
    void Object.assign(owner, { [name]: value });
  const own = Object.entries(here).flatMap(([name, value]: [string, unknown]) => [
    ...(Array.isArray(here)
      ? []
      : [spoil('missing', 'left out', name, (owner) => Reflect.deleteProperty(owner, name))]),
    ...otherTypes(value).map(([type, other]) =>
      spoil('mistyped', `as ${type}`, name, set(name, other)),
    ),
    spoil('unreadable', 'with a getter that throws', name, (owner) =>
      Object.defineProperty(owner, name, { enumerable: true, get: explode }),
    ),
    ...spoiltFields(sample, value, [...path, name]),
  ]);
  if (Array.isArray(here)) return own;
  return [...own, spoil('unknown', 'that nobody knows', 'of_tomorrow', set('of_tomorrow', GIVEN))];
}
