import type { SimFile, SimRequest } from '../SimRequest.js';

/** The fields of a body, in the vendor's names. @since 0.1.0 */
export type BodyFields = Readonly<Record<string, unknown>>;

/**
 * Whether a value is an object with fields.
 *
 * @param value - of a body
 * @since 0.1.0
 */
export function isRecord(value: unknown): value is BodyFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the fields of a body: JSON, a form, or a multipart form.
 *
 * @param request - what arrived
 * @returns the fields, or what Django REST framework says about a body it cannot read
 * @since 0.1.0
 */
export function bodyFields(
  request: SimRequest,
): { readonly fields: BodyFields } | { readonly status: number; readonly detail: string } {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  if (request.parts !== undefined) return { fields: gathered(request.parts) };
  if (type === 'application/x-www-form-urlencoded') {
    return { fields: gathered([...new URLSearchParams(request.body)]) };
  }
  if (request.body === '') return { fields: {} };
  if (type !== 'application/json') {
    return { status: 415, detail: `Unsupported media type "${type}" in request.` };
  }
  const value = parsed(request.body);
  return isRecord(value)
    ? { fields: value }
    : { status: 400, detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' };
}

/** A name that comes more than once is a list. */
function gathered(parts: readonly (readonly [string, string | SimFile])[]): BodyFields {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of parts) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else fields[name] = Array.isArray(before) ? [...(before as unknown[]), value] : [before, value];
  }
  return fields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
