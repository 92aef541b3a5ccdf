import { isFields, parsedJson } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimFile, SimRequest } from '../SimRequest.js';

/**
 * Reads the fields of a body: JSON, a form, or a multipart form.
 *
 * @param request - what arrived
 * @returns the fields, or what Django REST framework says about a body it cannot read
 * @since 0.1.0
 */
export function bodyFields(
  request: SimRequest,
): { readonly fields: JsonFields } | { readonly status: number; readonly detail: string } {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  if (request.parts !== undefined) return { fields: gathered(request.parts) };
  if (type === 'application/x-www-form-urlencoded') {
    return { fields: gathered([...new URLSearchParams(request.body)]) };
  }
  if (request.body === '') return { fields: {} };
  if (type !== 'application/json') {
    return { status: 415, detail: `Unsupported media type "${type}" in request.` };
  }
  const value = parsedJson(request.body);
  return isFields(value)
    ? { fields: value }
    : { status: 400, detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' };
}

/** A name that comes more than once is a list. */
function gathered(parts: readonly (readonly [string, string | SimFile])[]): JsonFields {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of parts) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else fields[name] = Array.isArray(before) ? [...(before as unknown[]), value] : [before, value];
  }
  return fields;
}
