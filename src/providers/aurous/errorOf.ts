import {
  errorJson,
  fieldsOf,
  filledText,
  pageSentence,
  sentenceOf,
} from '../../contract/errorAnswer.js';
import type { HttpResponse } from '../../contract/HttpPort.js';
import type { VendorFault } from '../../contract/JobKind.js';

/**
 * Reads an error answer of Aurous: `{ error: { type, code, message, param, request_id } }`; the id of
 * the request is also in a header of every answer.
 *
 * @see https://docs.aurous-labs.com/guides/error-handling (read 2026-11-22)
 * @since 0.1.0
 */
export function errorOf(response: HttpResponse): VendorFault {
  const json = errorJson(response);
  const requestId = filledText(response.headers['aurous-request-id']);
  if (json === undefined) return { message: pageSentence(response.body), requestId };
  const { code, type, message, param, request_id } = fieldsOf(fieldsOf(json)['error']);
  const said = sentenceOf(message) ?? sentenceOf(json);
  const field = filledText(param);
  return {
    code: filledText(code) ?? filledText(type),
    message: field === undefined || said === undefined ? said : `${field}: ${said}`,
    requestId: filledText(request_id) ?? requestId,
  };
}
