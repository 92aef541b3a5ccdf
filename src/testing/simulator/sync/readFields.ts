import { problemsOf } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { jsonFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import { syncError } from './syncError.js';

/** The fields of a body, or why it is refused. @since 0.1.0 */
export type ReadFields = { readonly fields: JsonFields } | { readonly refusal: SimResponse };

/** A body that is no JSON object. @since 0.1.0 */
export const NOT_JSON = syncError(400, 'Unexpected end of JSON input');

/**
 * Reads and judges a JSON body: every field that is wrong is told in a sentence.
 *
 * @param request - what arrived
 * @param rules - of the fields
 * @since 0.1.0
 */
export function readFields(request: SimRequest, rules: FieldRules): ReadFields {
  const fields = jsonFields(request.body);
  if (fields === undefined) return { refusal: NOT_JSON };
  const messages = problemsOf(fields, rules).map(({ message }) => message);
  return messages.length > 0 ? { refusal: syncError(400, messages) } : { fields };
}
