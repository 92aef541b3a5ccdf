import type { FieldProblem } from '../fieldRules.js';
import { jsonFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import { aurousError } from './aurousError.js';

/**
 * Reads a body; an empty one has no fields.
 *
 * @param request - what arrived
 * @returns the fields, or `undefined` when it is no JSON object
 * @since 0.1.0
 */
export function fieldsOf({ body }: SimRequest): JsonFields | undefined {
  return body === '' ? {} : jsonFields(body);
}

/** A body that is no JSON object. @since 0.1.0 */
export const NOT_AN_OBJECT = refused('invalid_format', 'The request body must be a JSON object.');

/**
 * A refusal of what was sent.
 *
 * @param code - the vendor's
 * @param message - a sentence
 * @param param - the field that is wrong
 * @since 0.1.0
 */
export function refused(code: string, message: string, param?: string): SimResponse {
  return aurousError({ status: 400, code, message, ...(param === undefined ? {} : { param }) });
}

const CODES: Readonly<Record<FieldProblem['kind'], string>> = {
  missing: 'missing_field',
  format: 'invalid_format',
  range: 'value_out_of_range',
};

/**
 * The refusal of the first problem.
 *
 * @param problems - in the order of the fields
 * @returns `undefined` when there is none
 * @since 0.1.0
 */
export function firstRefusal([problem]: readonly FieldProblem[]): SimResponse | undefined {
  return problem && refused(CODES[problem.kind], `${problem.message}.`, problem.field);
}
