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
 * Reads an error answer of Creatify: `["…"]`, `{ detail }`, `{ error }`, `{ message }`, or fields with
 * their complaints, and pages of a gateway.
 *
 * @see https://docs.creatify.ai/use-case/url-to-video for the list of texts (read 2026-11-22); other
 * shapes are not documented
 * @since 0.1.0
 */
export function errorOf(response: HttpResponse): VendorFault {
  const json = errorJson(response);
  if (json === undefined) return { message: pageSentence(response.body) };
  const { code, detail, error, message } = fieldsOf(json);
  const said = [detail, message, error].map((part) => sentenceOf(part));
  return {
    code: filledText(code),
    message: said.find((sentence) => sentence !== undefined) ?? sentenceOf(json),
  };
}
