import { isJobError } from 'rushes';
import type { JobError } from 'rushes';
import type { Oracle } from './Oracle.js';

const MOST_CHARS = 500;

/** Everything that can be reached from a value, also by what is not enumerable. */
function reachable(value: unknown): readonly object[] {
  const found = new Set<object>();
  const open: unknown[] = [value];
  for (const next of open) {
    if (typeof next === 'function') found.add(next);
    if (typeof next !== 'object' || next === null || found.has(next)) continue;
    found.add(next);
    for (const key of Reflect.ownKeys(next)) {
      open.push((next as Record<PropertyKey, unknown>)[key]);
    }
  }
  return [...found];
}

/** Plain data and errors of ours; anything else may lead to a key. */
const isPlain = (value: object): boolean =>
  isJobError(value) ||
  Array.isArray(value) ||
  ['Object', 'Error', undefined].includes(
    (Object.getPrototypeOf(value) as { constructor?: { name: string } } | null)?.constructor?.name,
  );

function factsWrong(error: JobError): readonly string[] {
  const { attempts, jobMayBeRunning, message, operation, outcome, provider, ref, retryable } =
    error;
  const rules: readonly (readonly [boolean, string])[] = [
    [provider === '', 'names no vendor'],
    [operation === '', 'names no operation'],
    [message.length > MOST_CHARS, `has ${message.length} characters of message`],
    [!(Number.isInteger(attempts) && attempts >= 0), `counts ${attempts} attempts`],
    [retryable && outcome !== undefined && jobMayBeRunning, 'can be tried again and pay twice'],
    [outcome === 'unknown' && !jobMayBeRunning, 'is unclear, but says that no job can be running'],
    [outcome === 'not-sent' && jobMayBeRunning, 'was not sent, but says that a job may be running'],
    [outcome === 'rejected' && jobMayBeRunning, 'was rejected, but a job may be running'],
    [
      /\.(?:run|submit|preview)$/.test(operation) && ref === undefined && outcome === undefined,
      'is of a create and does not say what became of it',
    ],
    [isJobError(error, 'SubmissionUnknown') && !error.intentId, 'names no intent'],
  ];
  return rules.filter(([wrong]) => wrong).map(([, words]) => words);
}

function wrongIn(error: unknown): readonly string[] {
  if (!isJobError(error)) return [`${String(error)} is no error of ours`];
  const strange = reachable(error).filter((value) => !isPlain(value));
  return [
    ...factsWrong(error),
    ...strange.map((value) => `leads to a ${value.constructor?.name || 'thing without a name'}`),
  ].map((words) => `${error._tag} ${words}`);
}

/** O5: errors are ours, say what is known, and lead to nothing of the transport. */
export const properErrors: Oracle = ({ seen, thrown }) =>
  [...seen.flatMap(({ errors }) => errors), ...thrown].flatMap(wrongIn);
