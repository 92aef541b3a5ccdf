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
 * Reads an error answer of Magic Hour: `{ message }`, and in newer answers `{ code, message }`.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export function errorOf(response: HttpResponse): VendorFault {
  const json = errorJson(response);
  if (json === undefined) return { message: pageSentence(response.body) };
  const { code, message, error } = fieldsOf(json);
  return {
    code: filledText(code),
    message: sentenceOf(message) ?? sentenceOf(error) ?? sentenceOf(json),
  };
}
