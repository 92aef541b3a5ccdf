import type { JobBook } from '../JobBook.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimRequest } from '../SimRequest.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { bodyFields } from './bodyFields.js';
import type { Taken } from './Family.js';
import { fieldErrors, keptFields } from './Field.js';
import type { FieldErrors } from './Field.js';

/**
 * The fields of a request's body, or its refusal.
 *
 * @param taken - what the request takes
 * @param request - what arrived
 * @param book - the jobs
 * @param refuse - what is written into the body of a refusal; the errors by field unless told
 * @since 0.1.0
 */
export function takenFields(
  { input, together }: Taken,
  request: SimRequest,
  book: JobBook,
  refuse: (errors: FieldErrors) => unknown = (errors) => errors,
): { readonly fields: JsonFields } | SimResponse {
  const body = bodyFields(request);
  if (!('fields' in body)) return json(body.status, { detail: body.detail });
  const errors = fieldErrors(input, body.fields);
  if (errors !== undefined) return json(400, refuse(errors));
  const fields = keptFields(input, body.fields);
  const wrong = together?.(fields, book);
  return wrong === undefined ? { fields } : json(400, refuse(wrong));
}
