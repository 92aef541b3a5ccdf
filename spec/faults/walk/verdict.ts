import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { isJobError } from 'rushes';
import type { JobError, JobRef, SubmissionIntent } from 'rushes';
import { isJobId } from '../../../src/contract/isJobId.js';
import { URL_CANARY } from '../../wire/secrets/canaries.js';
import type { Evidence } from '../bench/Evidence.js';
import { oneEnding } from '../oracles/oneEnding.js';
import { properErrors } from '../oracles/properErrors.js';
import type { Made } from './VendorModel.js';
import type { Visit } from './Visit.js';
import type { World } from './World.js';

/** Looks at a walk that is over: one line for everything that is wrong. */
type Rule = (world: World, reckoning: Reckoning) => readonly string[];

/** What the last client was told, when all was over. */
export interface Reckoning {
  readonly intents: readonly SubmissionIntent[];
  /** By the id of the intent: the jobs that may have come of it, by the vendor. */
  readonly found: ReadonlyMap<string, readonly JobRef[]>;
  /** Jobs that go on. */
  readonly resumed: readonly JobRef[];
}

/** What of an id is reported at most. */
const MOST_OF_ID = 256;

const isEnd = (phase: string | undefined): boolean =>
  ['succeeded', 'failed', 'canceled', 'gone'].includes(phase ?? '');

const shortened = (id: unknown): string => String(id).slice(0, MOST_OF_ID);

/** Orders under one key of the user's are one job. */
const paidOnceFor = (order: string): string => /^order-k\d+/.exec(order)?.[0] ?? order;

const errorsOf = ({ visits }: World): readonly JobError[] => [
  ...new Set(visits.flatMap(({ errors }) => errors)),
];

const refsIn = (error: JobError): readonly JobRef[] => [
  ...(error.ref === undefined ? [] : [error.ref]),
  ...(isJobError(error, 'SubmissionUnknown') ? error.candidates : []),
];

/** Nobody pays twice. */
const createdOnce: Rule = ({ vendor }) => {
  const counts = new Map<string, number>();
  for (const { order } of vendor.made) {
    const paid = paidOnceFor(order);
    counts.set(paid, (counts.get(paid) ?? 0) + 1);
  }
  return [...counts].flatMap(([order, jobs]) =>
    jobs > 1 ? [`${jobs} jobs were made of ${order}`] : [],
  );
};

/** Everything that a client said or wrote of a job. */
function idsKnown(world: World): ReadonlySet<string> {
  const { shelf, told, visits } = world;
  const refs = [
    ...visits.flatMap(({ values }) => values.flatMap(({ ref }) => ref ?? [])),
    ...errorsOf(world).flatMap(refsIn),
    ...told.flatMap(({ ref }) => ref ?? []),
    ...shelf
      .list('')
      .flatMap((record) => [
        ...(record.type === 'durations' || record.ref === undefined ? [] : [record.ref]),
        ...(record.type === 'intent' ? (record.candidates ?? []) : []),
      ]),
  ];
  return new Set(refs.map(({ id }) => shortened(id)));
}

const unknownTo = (world: World): readonly Made[] => {
  const known = idsKnown(world);
  return world.vendor.made.filter(({ id }) => !known.has(shortened(id)));
};

/** Every job is known, or an unclear intent of it is listed. */
const nothingLost: Rule = (world, { intents }) =>
  unknownTo(world)
    .filter(({ inputHash }) => !intents.some((intent) => intent.inputHash === inputHash))
    .map(({ id, order }) => `job ${shortened(id)} of ${order} was made, and nobody knows of it`);

/** Whether nobody stopped it, and nothing but its job can have ended it. */
const stayed = ({ buried, errors, left }: Visit): boolean =>
  !buried && !left && !errors.some((error) => isJobError(error, 'Aborted'));

/** An id that arrived where somebody waited for it is told, whatever else was wrong with the answer. */
const saidIsTold: Rule = (world) =>
  unknownTo(world)
    .filter(({ waiting }) => waiting.some(stayed))
    .map(({ id }) => `${shortened(id)} arrived, and nobody was told`);

/** A vendor that lists its jobs shows the one that got lost; times tell nothing where clocks were set. */
const foundAgain: Rule = (world, { intents, found }) => {
  const { shop, story } = world;
  if (shop.list === undefined || story.steps.some(({ do: what }) => what === 'jump')) return [];
  return unknownTo(world).flatMap(({ id, inputHash }) => {
    const intent = intents.find((one) => one.inputHash === inputHash);
    if (intent === undefined || !isJobId(id)) return [];
    const candidates = found.get(intent.intentId) ?? [];
    return candidates.some((ref) => ref.id === id) ? [] : [`reconcile does not find ${id}`];
  });
};

/** With a store that works, what was told of and has not ended goes on after a restart. */
const goesOn: Rule = ({ story, vendor, visits }, { resumed }) => {
  if (story.store.length > 0 || story.storeMs > 0 || story.full !== undefined) return [];
  const told = visits
    .filter(({ what }) => what.startsWith('order-'))
    .flatMap(({ values }) => values);
  const ended = visits.flatMap(({ values }) => values).filter((one) => isEnd(one.phase));
  const ids = new Set(told.flatMap(({ ref }) => ref?.id ?? []));
  for (const { ref } of ended) ids.delete(ref?.id ?? '');
  return vendor.made
    .map(({ id }) => String(id))
    .filter((id) => ids.has(id) && !resumed.some((ref) => ref.id === id))
    .map((id) => `${id} goes on, but is not resumed`);
};

/** An error that says that nothing was made is right. */
const noFalseRelief: Rule = ({ vendor, visits }) =>
  visits.flatMap(({ errors, what }) => {
    const order = /^order-\d+-(?:u\d+|more)/.exec(what)?.[0];
    const made = vendor.made.some((one) => one.order === order);
    return errors
      .filter(({ outcome }) => made && (outcome === 'rejected' || outcome === 'not-sent'))
      .map(({ _tag, outcome }) => `${what} was made, but ${_tag} says ${outcome}`);
  });

/** Streams end once, in order; errors are ours, and their facts fit together. */
const lawful: Rule = ({ visits }) => {
  const seen = visits.map((visit) => {
    const { defects, endings, errors, events, late, words, what } = visit;
    return {
      defects,
      endings,
      errors,
      events,
      late,
      words,
      what,
      left: visit.left || visit.buried,
    };
  });
  const evidence = { seen, thrown: [] } as unknown as Evidence;
  return [oneEnding(evidence), properErrors(evidence)].flatMap((lines) => lines as string[]);
};

/** Who follows a job to its end is told how it ended, or why that is not known. */
const conclusive: Rule = ({ visits }) =>
  visits
    .filter(({ follows, left, words }) => follows && !left && words.at(-1) === '|')
    .filter(({ words }) => !/^!|^succeeded|^failed|^canceled|^gone|^needs/.test(words.at(-2) ?? ''))
    .map(({ what, words }) => `${what} ended without an end: ${words.join(', ')}`);

/** Nothing runs on. */
const nothingLeft: Rule = ({ closings, lives, machine, signals }) => {
  const listeners = signals.map((signal) => getEventListeners(signal, 'abort').length);
  const rules: readonly (readonly [boolean, string])[] = [
    [machine.timers > 0, `${machine.timers} timers are left`],
    [machine.overflows.length > 0, `timers of ${machine.overflows.join(', ')} ms were asked for`],
    [lives.some(({ alive, requests }) => alive && requests > 0), 'requests are left'],
    [listeners.some((count) => count > 0), 'listeners are left on signals'],
    [closings.some(({ done, life }) => life.alive && !done), 'a client did not close'],
  ];
  return rules.filter(([wrong]) => wrong).map(([, line]) => line);
};

/** No key and no signed URL is in anything that may be printed or kept. */
const nothingShown: Rule = (world) => {
  const { shelf, shop, told } = world;
  const shown: readonly (readonly [string, string])[] = [
    ['the store', shelf.text],
    ['the diagnostics', JSON.stringify(told)],
    ...errorsOf(world).map(
      (error) =>
        [`the error ${error._tag}`, inspect(error, { depth: 8, showHidden: true })] as const,
    ),
  ];
  const results = world.visits.map(({ what, values }) => [what, JSON.stringify(values)] as const);
  const leaks = (texts: typeof shown, secrets: readonly string[]): readonly string[] =>
    texts.flatMap(([what, text]) =>
      secrets.some((secret) => text.includes(secret)) ? [`${what} shows a secret`] : [],
    );
  return [...leaks(shown, [...shop.keys, URL_CANARY]), ...leaks(results, shop.keys)];
};

/** Bodies change no prototype. */
const unpolluted: Rule = () => ('polluted' in {} ? ['a prototype was changed'] : []);

const RULES: readonly Rule[] = [
  createdOnce,
  nothingLost,
  saidIsTold,
  foundAgain,
  goesOn,
  noFalseRelief,
  lawful,
  conclusive,
  nothingLeft,
  nothingShown,
  unpolluted,
];

/** Everything that is wrong after a walk. */
export const verdict: Rule = (world, reckoning) => RULES.flatMap((rule) => rule(world, reckoning));
