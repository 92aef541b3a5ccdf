import type { JobSearch } from '../contract/JobKind.js';
import { fingerprint } from './fingerprint.js';

/** The fingerprint of one field's value; `undefined` where there is none to tell a job by. */
const markOf = (value: unknown): string | undefined =>
  value === undefined || value === null || value === ''
    ? undefined
    : fingerprint(JSON.stringify(value));

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : {};
}

/**
 * Fingerprints of the fields by which a job can be told from others: of a create's JSON, or of a
 * job's body. Nothing of a value can be read out of them.
 *
 * @since 0.1.0
 */
export function marksOf(
  { echoes }: Pick<JobSearch, 'echoes'>,
  json: unknown,
): Readonly<Record<string, string>> {
  const fields = fieldsIn(json);
  const marks = echoes.flatMap((name): readonly (readonly [string, string])[] => {
    const mark = Object.hasOwn(fields, name) ? markOf(fields[name]) : undefined;
    return mark === undefined ? [] : [[name, mark]];
  });
  return Object.fromEntries(marks);
}

/** The same of a body that was written as text; a form has no marks. @since 0.1.0 */
export function marksOfText(
  search: Pick<JobSearch, 'echoes'>,
  content: unknown,
): Readonly<Record<string, string>> {
  if (typeof content !== 'string') return {};
  try {
    return marksOf(search, JSON.parse(content));
  } catch {
    return {};
  }
}
