import { fieldPath, gatherIssues } from '../contract/inputRules.js';
import { isPhase } from '../model/isPhase.js';
import { MAX_TIMER_MS } from '../timing/clampDelayMs.js';
import type { Column } from './Column.js';
import { between, columns, flag, fn, guarded, isObject, leaf, may, methods } from './Column.js';
import type { AnyDefinition } from './JobDefinition.js';

// Definitions come from outside and may be written in JavaScript: what would show as a strange failure
// of some later request is named here, at once.

const object = leaf(isObject, 'an object');
const name = leaf((value) => typeof value === 'string' && value !== '', 'text that is not empty');
const milliseconds = between(1, MAX_TIMER_MS, 'a number of milliseconds in [1, 2147483647]');

const kindName = leaf(
  (value) => typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value),
  '1 to 64 letters, digits, "-" or "_"',
);

const decoder = leaf(
  (value) => isObject(value) && typeof value['decode'] === 'function',
  'something with decode, such as an io-ts type',
);

const bucket = columns({
  name,
  perMinute: leaf((value) => typeof value === 'number' && value > 0, 'a number above 0'),
  burst: between(1, Infinity, 'a number of at least 1'),
});

const buckets = columns({
  submit: may(bucket),
  look: may(bucket),
  list: may(bucket),
  remove: may(bucket),
});

const idempotency = columns({
  header: leaf(
    (value) => typeof value === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(value),
    'the name of a header',
  ),
  inProgress: fn,
  keptMs: may(between(0, Infinity, 'a number of milliseconds, at least 0')),
});

const hold: Column = (value, path) => {
  const issues = columns({ startMs: milliseconds, maxMs: milliseconds, refused: fn })(value, path);
  if (issues.length > 0) return issues;
  const { startMs, maxMs } = value as { readonly startMs: number; readonly maxMs: number };
  const least = { path: fieldPath(path, 'maxMs'), message: 'must be at least startMs' };
  return startMs <= maxMs ? [] : [least];
};

const lookMany = columns({
  max: leaf((value) => Number.isInteger(value) && (value as number) >= 1, 'a whole number above 0'),
  request: fn,
  bodies: fn,
});

const phases: Column = (value, path) => {
  const words = isObject(value) ? Object.entries(value) : [];
  if (words.length === 0) {
    return [{ path, message: 'is required: the phase that each status word means' }];
  }
  return words
    .filter(([, phase]) => !isPhase(phase))
    .map(([word]) => ({ path: fieldPath(path, word), message: 'must be a phase' }));
};

const namesOf = (what: string): Column =>
  leaf(
    (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
    `a list of names of ${what}`,
  );

const CALL = { request: fn, answer: decoder, check: may(fn), errorOf: may(fn) } as const;

const callColumns = columns({
  ...CALL,
  bucket: may(bucket),
  once: may(flag),
  idempotency: may(idempotency),
});

const uploadColumns: Column = (value, path) =>
  gatherIssues([callColumns(value, path), columns({ target: fn, uploaded: fn })(value, path)]);

/** What is sent by a verb depends on how many parameters its request names: its input may not hide. */
const verbColumns: Column = (value, path) => {
  const issues = columns({
    request: fn,
    paid: flag,
    check: may(fn),
    bucket: may(bucket),
    idempotency: may(idempotency),
    makesJob: may(flag),
    goesOn: may(flag),
  })(value, path);
  if (issues.length > 0) return issues;
  const { check, request } = value as { readonly check?: unknown; readonly request: () => unknown };
  const here = fieldPath(path, 'request');
  if (request.length === 0) return [{ path: here, message: 'must take the id of the job' }];
  const hides = check !== undefined && request.length === 1;
  return hides
    ? [{ path: here, message: 'must name the input that check judges, without a default value' }]
    : [];
};

/** Methods that a family may have by its other columns. */
const FAMILY_METHODS = ['run', 'submit', 'watch', 'get', 'refresh', 'list', 'remove', 'then'];

const list = columns({ check: fn, request: fn, bodies: fn, next: may(fn) });

const JOB: Readonly<Record<keyof AnyDefinition, Column>> = {
  look: fn,
  codec: decoder,
  id: fn,
  status: fn,
  phases,
  output: fn,
  kind: may(kindName),
  check: may(fn),
  submit: may(fn),
  created: may(fn),
  idempotency: may(idempotency),
  search: may(columns({ list, query: object, echoes: namesOf('fields'), reference: may(name) })),
  goesOn: may(flag),
  lookMany: may(lookMany),
  hold: may(hold),
  liveProgress: may(flag),
  remove: may(fn),
  buckets: may(buckets),
  deleted: may(fn),
  awaits: may(fn),
  preview: may(fn),
  actions: may(namesOf('methods')),
  progress: may(fn),
  progressScale: may(
    leaf((value) => value === 'fraction' || value === 'percent', '"fraction" or "percent"'),
  ),
  failure: may(fn),
  failures: may(columns({ request: object, decode: fn })),
  assets: may(fn),
  credits: may(fn),
  createdAt: may(fn),
  errorOf: may(fn),
  typicalMs: may(milliseconds),
  list: may(list),
  verbs: may(methods(verbColumns, FAMILY_METHODS)),
  calls: may(methods(callColumns, FAMILY_METHODS)),
};

const jobColumns = columns(JOB, 'an object of columns');

/** The columns of a job that are missing or wrong. @since 0.1.0 */
export const jobIssues = guarded((value, path) => {
  const issues = jobColumns(value, path);
  if (issues.length > 0) return issues;
  const { calls = {}, verbs = {} } = value as { readonly calls?: object; readonly verbs?: object };
  return Object.keys(calls)
    .filter((method) => Object.hasOwn(verbs, method))
    .map((method) => ({
      path: fieldPath(fieldPath(path, 'calls'), method),
      message: 'is the name of a verb too: take another',
    }));
});

/** The columns of a call that are missing or wrong. @since 0.1.0 */
export const callIssues = guarded(callColumns);

/** The columns of an upload that are missing or wrong. @since 0.1.0 */
export const uploadIssues = guarded(uploadColumns);
