import { inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { KEYS, URL_CANARY } from './canaries.js';
import { reach } from './reach.js';

/** A secret as it is, without its ends, and as bytes are written in text. */
const sightsOf = (secret: string): readonly string[] => [
  secret.slice(0, 20),
  secret.slice(-12),
  Buffer.from(secret).toString('base64').slice(0, 20),
];

const KEY_SIGHTS = KEYS.flatMap(sightsOf);
const URL_SIGHTS = sightsOf(URL_CANARY);

/** What knows keys, or leads to what does: nobody may hold one. */
const KEEPERS = ['Credentials', 'Engine', 'JobLoop', 'JobLoops', 'PaidCall', 'AttemptFailure'];

function attempted(show: () => string): string {
  try {
    return show();
  } catch (error) {
    // What cannot be cloned is shown in the error that says so.
    return `${String(error)} ${(error as Error).stack ?? ''} ${inspect(error)}`;
  }
}

/** All that serializers and debuggers make of a value. */
function shownOf(value: unknown): readonly string[] {
  // Deeper, what holds itself over and over would be printed for ever; the walk goes everywhere.
  const plain = { depth: 5, showHidden: true, maxArrayLength: null, maxStringLength: null };
  const prints = [
    () => inspect(value, plain),
    () => inspect(value, { ...plain, getters: true, showProxy: true, customInspect: false }),
    () => String(value),
    () => JSON.stringify(value) ?? '',
    () => inspect(structuredClone(value), plain),
    () => inspect(deserialize(serialize(value)), plain),
  ];
  return prints.map(attempted);
}

/** What else may be looked for than keys. */
export interface Unreachable {
  /** Other keys than those of the vaults. */
  readonly keys?: readonly string[];
  /** Whether signed URLs belong there: a snapshot has them for its user. */
  readonly signed?: boolean;
  /** Whether it is only walked, which takes less time than to print it in every way. */
  readonly unprinted?: boolean;
}

/**
 * Fails where a key, or what knows one, can be got hold of by any way but a debugger.
 *
 * @returns how many objects were walked
 */
export function expectUnreachable(
  what: string,
  value: unknown,
  { keys = [], signed = false, unprinted = false }: Unreachable = {},
): number {
  const texts = [...KEY_SIGHTS, ...keys.flatMap(sightsOf), ...(signed ? [] : URL_SIGHTS)];
  const { found, objects } = reach(value, { texts, classes: KEEPERS }, what);
  const prints = unprinted ? [] : shownOf(value);
  const shown = prints.flatMap((text) => texts.filter((sight) => text.includes(sight)));
  expect([found, shown]).toEqual([[], []]);
  return objects;
}
