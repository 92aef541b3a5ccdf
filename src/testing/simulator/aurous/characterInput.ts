import type { SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import { aurousError } from './aurousError.js';
import { SYSTEM_VERSION } from './character.js';

/** A JSON object of a body. @since 0.1.0 */
export type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a body; an empty one has no fields.
 *
 * @param request - what arrived
 * @returns the fields, or `undefined` when it is no JSON object
 * @since 0.1.0
 */
export function fieldsOf({ body }: SimRequest): Fields | undefined {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A body that is no JSON object. @since 0.1.0 */
export const NOT_AN_OBJECT = aurousError({
  status: 400,
  code: 'invalid_format',
  message: 'The request body must be a JSON object.',
});

/**
 * Judges the body of `POST /v1/characters`.
 *
 * @param body - the fields that were sent
 * @since 0.1.0
 */
export function createRefusal(body: Fields): SimResponse | undefined {
  const uploads = body['upload_ids'];
  if ((uploads !== undefined) === (body['generate'] === true)) {
    return refused('parameter_invalid_combination', 'Give either upload_ids or generate: true.');
  }
  if (
    uploads !== undefined &&
    !(Array.isArray(uploads) && uploads.length >= 1 && uploads.length <= 6)
  ) {
    return refused('value_out_of_range', 'upload_ids takes 1 to 6 ids.', 'upload_ids');
  }
  if (typeof body['name'] !== 'string' || body['name'].trim() === '') {
    return refused('missing_field', 'name is required.', 'name');
  }
  const reference = body['client_reference_id'];
  if (reference !== undefined && !(typeof reference === 'string' && reference.length <= 256)) {
    return refused('value_out_of_range', 'At most 256 characters.', 'client_reference_id');
  }
  return attributesRefusal(body);
}

/**
 * Judges the attributes of a create or an update.
 *
 * @param body - the fields that were sent
 * @since 0.1.0
 */
export function attributesRefusal(body: Fields): SimResponse | undefined {
  const attributes = body['attributes'] ?? undefined;
  return attributes === undefined || isRecord(attributes)
    ? undefined
    : refused('invalid_format', 'attributes must be an object.', 'attributes');
}

function refused(code: string, message: string, param?: string): SimResponse {
  return aurousError({ status: 400, code, message, ...(param === undefined ? {} : { param }) });
}

/**
 * The API version that a request pins.
 *
 * @param request - what arrived
 * @returns the version, or `undefined` when the pin is not a date
 * @since 0.1.0
 */
export function pinnedVersion({ headers }: SimRequest): string | undefined {
  const pin = headers['aurous-version'] ?? SYSTEM_VERSION;
  return /^\d{4}-\d{2}-\d{2}$/.test(pin) ? pin : undefined;
}
