import { problemsOf, required, shaped, text, whole } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimResponse } from '../SimResponse.js';
import { firstRefusal, refused } from './requestFields.js';

/** Who a character is; the page lists no words that these take. */
const ATTRIBUTES: FieldRules = {
  gender: text(),
  age: whole({ from: 0 }),
  ethnicity: text(),
  hair_color: text(),
  hair_style: text(),
  eye_color: text(),
  body_type: text(),
  additional_details: text(),
};

const CREATE: FieldRules = {
  name: required(text({ from: 1 })),
  client_reference_id: text({ to: 256 }),
  attributes: shaped(ATTRIBUTES),
};

const MOST_UPLOADS = 6;

/**
 * Judges the body of `POST /v1/characters`, but for the uploads that it names.
 *
 * @param body - the fields that were sent
 * @see https://docs.aurous-labs.com/api-reference/characters/create-character (read 2026-11-22)
 * @since 0.1.0
 */
export function createRefusal(body: JsonFields): SimResponse | undefined {
  const uploads = body['upload_ids'];
  if ((uploads !== undefined) === (body['generate'] === true)) {
    return refused('parameter_invalid_combination', 'Give either upload_ids or generate: true.');
  }
  const fits = Array.isArray(uploads) && uploads.length >= 1 && uploads.length <= MOST_UPLOADS;
  if (uploads !== undefined && !fits) {
    return refused('value_out_of_range', 'upload_ids takes 1 to 6 ids.', 'upload_ids');
  }
  if (typeof body['name'] === 'string' && body['name'].trim() === '') {
    return refused('missing_field', 'name is required.', 'name');
  }
  return firstRefusal(problemsOf(body, CREATE));
}

const CHANGEABLE: FieldRules = { name: text({ from: 1 }), attributes: shaped(ATTRIBUTES) };

/**
 * Judges the body of `PATCH /v1/characters/{id}`: no other field than those that may change is taken.
 *
 * @param body - the fields that were sent
 * @see https://docs.aurous-labs.com/api-reference/characters/update-character (read 2026-11-22)
 * @since 0.1.0
 */
export function updateRefusal(body: JsonFields): SimResponse | undefined {
  const fixed = Object.keys(body).filter((name) => !Object.hasOwn(CHANGEABLE, name));
  return fixed.length > 0
    ? refused('invalid_request', `These fields cannot be changed: ${fixed.join(', ')}.`, fixed[0])
    : firstRefusal(problemsOf(body, CHANGEABLE));
}

/** The poses of a character's pictures. @since 0.1.0 */
export const POSES: readonly string[] = ['portrait', 'front', 'side', 'back', 'other'];
