import { inspect, isDeepStrictEqual } from 'node:util';
import type { ClientOptions, InputIssue } from 'rushes';
import { isJobError } from 'rushes';
import { ID } from '../../coverage/samples/Samples.js';
import { observe } from '../../engine/observe.js';
import { answer } from '../../engine/scriptedPort.js';
import type { EveryMethod } from './everyMethod.js';
import { METHODS, methodOf, tableOf } from './everyMethod.js';
import { isFree } from './liberties.js';
import { GIVEN, isPlain, JUNK, spoiltFields, withArgument } from './mutations.js';
import { goodReplies, play } from './play.js';
import { TAKES_NOTHING } from './takesNothing.js';

/** Whether an issue is about a field, one within it, or one that it is within. */
function isNear({ path: named, message }: InputIssue, path: string): boolean {
  // A list that is an argument is named, as `ids`.
  const ways = [named, named.replace(/^(?:ids|items)\.?/, '')];
  const isOfPath = ways.some(
    (way) => way === '' || `${path}.`.startsWith(`${way}.`) || way.startsWith(`${path}.`),
  );
  // Where one of several is needed, one of them is named and the others are told.
  return isOfPath || message.includes(path);
}

/** What is wrong with how a method refuses arguments: nothing where it does. */
function refusals(method: EveryMethod, options: ClientOptions = {}) {
  const { client, path: operation } = method;
  const { call, time, sent } = play(client, () => answer(500), options);
  const complaint = (error: unknown, path: string | undefined): string | undefined => {
    if (!isJobError(error, 'InvalidInput')) return 'gives no InvalidInput';
    if (error.operation !== operation) return `says ${error.operation}`;
    if (error.provider !== client.provider) return `says ${error.provider}`;
    if (error.issues.length === 0) return 'names no issue';
    if (error.message.length > 500) return 'says too much';
    const shown = `${inspect(error, { showHidden: true, depth: 9 })}${JSON.stringify(error)}`;
    if (shown.includes(GIVEN)) return 'shows what it was given';
    if (path === undefined || error.issues.some((issue) => isNear(issue, path))) return undefined;
    return `names ${error.issues.map((issue) => issue.path).join(' and ')}`;
  };
  return (args: readonly unknown[], path?: string): string | undefined => {
    const before = sent.length;
    try {
      const { words, errors } = observe(call(method, args), time);
      time.flush();
      if (sent.length > before) return 'sends a request';
      if (!isDeepStrictEqual(words, ['!InvalidInput', '|'])) return `gives ${words.join(' ')}`;
      return complaint(errors[0], path);
    } catch (thrown) {
      return `throws ${String(thrown)}`;
    }
  };
}

/** How many arguments there may be. */
const placesOf = (method: EveryMethod): number => {
  const { client, samples } = method;
  const { length } = methodOf(client.open(client.vault.keys, {}), method);
  return Math.max(1, length, ...samples.map((args) => args.length));
};

/** Whether an argument may be left out, or be empty. */
function mayBe(method: EveryMethod, place: number, value: unknown): boolean {
  if (method.samples.some((args) => args.length <= place)) return true;
  const sample = method.args[place];
  const fields = isPlain(sample) ? Object.keys(sample) : [];
  return (
    value !== undefined &&
    fields.length > 0 &&
    fields.every((path) => isFree(method, { how: 'missing', path }))
  );
}

const takesNothing = ({ client, path }: EveryMethod): boolean =>
  TAKES_NOTHING[client.provider]?.[path] === true;

const TAKING = METHODS.filter((method) => !takesNothing(method));

/** `undefined` and `{}`, which an argument may be that may be left out, come first. */
const EMPTY = 2;

// The frames of thousands of stacks cost time to be found; their first lines stay.
const { stackTraceLimit } = Error;
beforeAll(() => void (Error.stackTraceLimit = 0));
afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

describe('every method that takes something', () => {
  it.each(tableOf(TAKING))('%s refuses what it cannot take', (_name, method) => {
    const faults: string[] = [];
    const faultOf = refusals(method);
    for (let place = 0; place < placesOf(method); place += 1) {
      for (const [index, [what, value]] of JUNK(method.args[place]).entries()) {
        const fault = faultOf(withArgument(method.args, place, value));
        const legal = index < EMPTY && mayBe(method, place, value);
        const expected = legal ? 'sends a request' : undefined;
        if (fault !== expected) faults.push(`${place}: ${what}: ${fault ?? 'is refused'}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each(tableOf(TAKING))('%s refuses an input with one field spoilt', (_name, method) => {
    const faults: string[] = [];
    const faultOf = refusals(method);
    for (const [place, sample] of method.args.entries()) {
      for (const spoilt of spoiltFields(sample)) {
        const fault = faultOf(withArgument(method.args, place, spoilt.value), spoilt.path);
        const expected = isFree(method, spoilt) ? 'sends a request' : undefined;
        if (fault !== expected) {
          faults.push(`${place}: ${spoilt.how} ${spoilt.what}: ${fault ?? 'is refused'}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('every method that takes nothing', () => {
  it.each(tableOf(METHODS.filter(takesNothing)))(
    '%s asks the same whatever it is given',
    (_, method) => {
      const askedFor = (args: readonly unknown[]): unknown => {
        const { call, time, sent } = play(method.client, goodReplies(method));
        const { errors } = observe(call(method, args), time);
        time.flush();
        expect(errors).toEqual([]);
        return sent.map(({ method: verb, url, headers, body }) => ({ verb, url, headers, body }));
      };
      const asked = askedFor([]);
      for (const [, value] of JUNK(undefined)) expect(askedFor([value])).toEqual(asked);
    },
  );
});

const BAD_IDS = ['', '../x', 'a/b', 'a..b', '..', '.a', 'a?b', 'a#b', 'a b', 'a\nb', 'a\u0000'];
const WORSE_IDS = ['a%2fb', '\u00e4', 'a'.repeat(257), 'a'.repeat(300)];
const REF = { v: 1, provider: 'nobody', kind: 'jobs', id: ID };

/** References of jobs that are none of the method's. */
const STRANGERS = ({ client: { provider }, family }: EveryMethod) => {
  const own = { ...REF, provider, kind: family };
  return [
    { ...own, provider: provider === 'sync' ? 'creatify' : 'sync' },
    { ...own, kind: 'clips' },
    { ...own, account: 'other' },
    { ...own, v: 2 },
    { ...own, id: '../../v1/account' },
    { ...own, id: 7 },
  ];
};

/** The places where a sample has an id, also within a list. */
const idPlaces = ({ args }: EveryMethod) =>
  args.flatMap((arg, place) => {
    if (arg === ID) return [{ place, wrapped: (id: unknown) => id }];
    return Array.isArray(arg) && arg[0] === ID ? [{ place, wrapped: (id: unknown) => [id] }] : [];
  });

const BY_ID = METHODS.filter((method) => idPlaces(method).length > 0);

describe('every method that takes an id', () => {
  it.each(tableOf(BY_ID))('%s refuses ids that could leave their place', (_name, method) => {
    const faults: string[] = [];
    const faultOf = refusals(method);
    for (const { place, wrapped } of idPlaces(method)) {
      for (const id of [...BAD_IDS, ...WORSE_IDS]) {
        const fault = faultOf(withArgument(method.args, place, wrapped(id)));
        if (fault !== undefined) faults.push(`${place}: ${JSON.stringify(id)}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each(tableOf(BY_ID))('%s refuses references of jobs that are not its own', (_name, method) => {
    const faults: string[] = [];
    const faultOf = refusals(method, { account: 'own' });
    for (const { place, wrapped } of idPlaces(method)) {
      for (const ref of STRANGERS(method)) {
        const fault = faultOf(withArgument(method.args, place, wrapped(ref)));
        if (fault !== undefined) faults.push(`${place}: ${JSON.stringify(ref)}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
