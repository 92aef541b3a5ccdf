import type { Either } from 'fp-ts/lib/Either.js';
import { left, right } from '#fp-ts/Either';
import type { RunOptions, WatchOptions } from '../contract/JobOptions.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { MAX_TIMER_MS } from '../timing/clampDelayMs.js';
import { MAX_DEADLINE_MS } from '../timing/deadlineStep.js';
import { ownFields } from '../model/ownFields.js';
import { GAP_RULE } from '../timing/isGapMs.js';

const IDEMPOTENCY_KEY = /^[A-Za-z0-9._~-]{1,128}$/;

type Rule = readonly [path: string, good: (value: unknown) => boolean, message: string];

const within =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= least && value <= most;

const oneOf =
  (...words: readonly unknown[]) =>
  (value: unknown): boolean =>
    words.includes(value);

const isFunction = (value: unknown): boolean => typeof value === 'function';

const hasMethods =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    names.every((name) => isFunction((value as Record<string, unknown>)[name]));

const DEADLINE: Rule = [
  'deadlineMs',
  within(1, MAX_DEADLINE_MS),
  'must be a number of milliseconds in [1, 366 days]',
];

const CADENCE: Rule = ['cadence', isFunction, 'must be a cadence, such as fixed(2000)'];

const WATCH_RULES: readonly Rule[] = [
  DEADLINE,
  CADENCE,
  ['until', oneOf('settled', 'terminal'), 'must be "settled" or "terminal"'],
  ['emit', oneOf('changes', 'looks'), 'must be "changes" or "looks"'],
  ['progress', oneOf(true, false), 'must be true or false'],
];

const RUN_RULES: readonly Rule[] = [
  ...WATCH_RULES,
  ['whenLimited', oneOf('wait', 'fail'), 'must be "wait" or "fail"'],
  [
    'idempotencyKey',
    (value) => typeof value === 'string' && IDEMPOTENCY_KEY.test(value),
    'must be 1 to 128 of letters, digits, and ".", "_", "~", "-"',
  ],
  [
    'extraBody',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object whose fields are added to the request body',
  ],
];

const CLIENT_RULES: readonly Rule[] = [
  DEADLINE,
  CADENCE,
  ['timeoutMs', within(1, MAX_TIMER_MS), GAP_RULE],
  ['unknownForMs', within(1, MAX_DEADLINE_MS), 'must be a number of milliseconds in [1, 366 days]'],
  ['random', isFunction, 'must be a function that gives numbers in [0, 1)'],
  ['scheduler', hasMethods('now', 'schedule'), 'must be an RxJS scheduler'],
  ['limiter', hasMethods('acquire', 'report'), 'must have the methods of a Limiter'],
  [
    'store',
    hasMethods('get', 'put', 'putIfAbsent', 'remove', 'list'),
    'must have the methods of a JobStore',
  ],
  [
    'http',
    (value) => hasMethods('send')(value) || hasMethods('request')(value),
    'must be an HttpPort or an AxiosInstance',
  ],
  [
    'account',
    (value) => typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value),
    'must be 1 to 128 printable ASCII characters without spaces',
  ],
  [
    'diagnostics',
    (value) => isFunction(value) || hasMethods('next')(value),
    'must be a function or an Observer',
  ],
];

const NOT_AN_OBJECT: InputIssue = { path: 'options', message: 'must be a plain object' };

/** The fields that rules know, each read once; `undefined` where they cannot be read. */
function fieldsIn(
  rules: readonly Rule[],
  options: unknown,
): Readonly<Record<string, unknown>> | undefined {
  try {
    if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined;
    const values = ownFields(options as Readonly<Record<string, unknown>>);
    const fields = rules.map(([path]) => [path, values[path]] as const);
    return ownFields(Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
  } catch {
    return undefined;
  }
}

const broken = (
  rules: readonly Rule[],
  fields: Readonly<Record<string, unknown>>,
): readonly InputIssue[] =>
  rules
    .filter(([path, good]) => fields[path] !== undefined && !good(fields[path]))
    .map(([path, , message]) => ({ path, message }));

/** A copy of the options as they are now, or the rules that they break. */
function read<Options>(
  rules: readonly Rule[],
  options: Options | undefined,
): Either<readonly InputIssue[], Options> {
  const fields = fieldsIn(rules, options === undefined ? {} : options);
  if (fields === undefined) return left([NOT_AN_OBJECT]);
  const issues = broken(rules, fields);
  return issues.length > 0 ? left(issues) : right(fields as Options);
}

/** Options of a method that watches; not every one knows `progress`. @since 0.1.0 */
export type WatchingOptions = WatchOptions & {
  /** Whether looks ask for live progress. */
  readonly progress?: boolean;
};

/** Options of a method that pays, and then watches. @since 0.1.0 */
export type RunningOptions = RunOptions & WatchingOptions;

/** A watch's options as they are now, or the rules that they break. @since 0.1.0 */
export const readWatchOptions = (
  options: WatchingOptions | undefined,
): Either<readonly InputIssue[], WatchingOptions> => read(WATCH_RULES, options);

/** A run's options as they are now, or the rules that they break. @since 0.1.0 */
export const readRunOptions = (
  options: RunningOptions | undefined,
): Either<readonly InputIssue[], RunningOptions> => read(RUN_RULES, options);

/**
 * Whether an object has fields that are no options of a run, so that it was meant for something else.
 *
 * @since 0.1.0
 */
export function strangeOptions(options: unknown): boolean {
  try {
    if (typeof options !== 'object' || options === null) return false;
    return !Object.keys(options).every((name) => RUN_RULES.some(([path]) => path === name));
  } catch {
    return false;
  }
}

/** The rules that a client's options break, but for keys and `baseUrl`. @since 0.1.0 */
export const clientOptionIssues = (
  options: Readonly<Record<string, unknown>>,
): readonly InputIssue[] => broken(CLIENT_RULES, options);
