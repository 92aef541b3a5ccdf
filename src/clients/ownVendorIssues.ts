import { baseUrlIssues } from '../engine/baseUrlIssues.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { AnyCall } from './CallDefinition.js';
import type { ClientOptions } from './ClientOptions.js';
import type { Column } from './Column.js';
import { columns, fn, guarded, isObject, leaf, methods } from './Column.js';
import { callIssues, jobIssues, uploadIssues } from './definitionIssues.js';
import type { AnyDefinition } from './JobDefinition.js';

/** Options of every client: no key can bear such a name. */
const OPTIONS: Readonly<Record<keyof ClientOptions, true>> = {
  account: true,
  baseUrl: true,
  cadence: true,
  deadlineMs: true,
  diagnostics: true,
  http: true,
  limiter: true,
  random: true,
  scheduler: true,
  store: true,
  timeoutMs: true,
  unknownForMs: true,
};

/** Methods of every client, now or to come: nothing of one's own can bear such a name. */
const TAKEN: readonly string[] = [
  'acceptWebhook',
  'close',
  'forAccount',
  'intents',
  'reconcile',
  'refresh',
  'resolveIntent',
  'resume',
  'then',
  'watch',
];

const PAIR_RULE = 'must give the name of a header and its value, both text';

/** Whether a key that is given to it comes out as a header. */
function writesHeader(write: (key: string) => unknown): boolean {
  try {
    const pair = write('a-key-to-try-it-with');
    if (!Array.isArray(pair) || pair.length !== 2) return false;
    const [header, value] = pair as readonly unknown[];
    return (
      typeof header === 'string' &&
      /^[A-Za-z0-9-]{1,64}$/.test(header) &&
      typeof value === 'string' &&
      /^[\x20-\x7e]+$/.test(value)
    );
  } catch {
    return false;
  }
}

const key: Column = (value, path) => {
  if (typeof value !== 'function') return fn(value, path);
  return writesHeader(value as (key: string) => unknown) ? [] : [{ path, message: PAIR_RULE }];
};

const vendorColumns = columns(
  {
    provider: leaf(
      (value) => typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value),
      '1 to 64 letters, digits, "-" or "_"',
    ),
    title: leaf(
      (value) => typeof value === 'string' && value.trim() !== '',
      'the name of the vendor for people',
    ),
    baseUrl: baseUrlIssues,
    keys: methods(key, Object.keys(OPTIONS)),
  },
  'an object with provider, title, baseUrl and keys',
);

/** What is wrong with a vendor of one's own; paths are those of its fields. @since 0.1.0 */
export const ownVendorIssues = guarded((vendor) => vendorColumns(vendor, ''));

/** Whether a member of a table is a job. @since 0.1.0 */
export const isJob = (value: unknown): value is AnyDefinition =>
  isObject(value) && typeof value['look'] === 'function';

/** Whether a member of a table is a call or an upload. @since 0.1.0 */
export const isCall = (value: unknown): value is AnyCall =>
  isObject(value) && typeof value['request'] === 'function';

const callColumns: Column = (value, path) =>
  isObject(value) && 'target' in value ? uploadIssues(value, path) : callIssues(value, path);

const member: Column = (value, path) => {
  if (isJob(value)) return jobIssues(value, path);
  if (isCall(value)) return callColumns(value, path);
  // What has columns of a job is a job without its look, not a group of calls.
  if (isObject(value) && ('codec' in value || 'phases' in value)) return jobIssues(value, path);
  return methods(callColumns, ['then'])(value, path);
};

/** What is wrong with the table of a client of one's own; paths begin with `families`. @since 0.1.0 */
export const memberIssues = (families: unknown): readonly InputIssue[] =>
  guarded(methods(member, TAKEN))(families, 'families');
