import { errorJson, fieldsOf, filledText, pageSentence, sentenceOf } from './errorAnswer.js';
import type { HttpResponse } from './HttpPort.js';
import type { VendorFault } from './JobKind.js';

/**
 * Reads an error answer of a vendor whose shape is not known more closely: `message`, `detail`,
 * `title` or `error`, as text or as an object that holds them, and the text of a page. Never throws.
 *
 * @param response - an answer that is not 2xx
 * @example
 * ```ts
 * import type { HttpResponse, VendorFault } from 'rushes';
 * import { plainErrorOf } from 'rushes';
 *
 * // An `errorOf` that adds what only this vendor says.
 * const errorOf = (response: HttpResponse): VendorFault => ({
 *   ...plainErrorOf(response),
 *   slotsFull: response.status === 429 && response.body.includes('concurrent'),
 * });
 * ```
 * @since 0.1.0
 */
export function plainErrorOf(response: HttpResponse): VendorFault {
  const json = errorJson(response);
  if (json === undefined) return { message: pageSentence(response.body) };
  const fields = fieldsOf(json);
  const inner = fieldsOf(fields['error']);
  const said = [
    fields['message'],
    inner['message'],
    fields['detail'],
    fields['title'],
    fields['error'],
  ];
  return {
    code: filledText(fields['code']) ?? filledText(inner['code']),
    message:
      said.map((part) => sentenceOf(part)).find((text) => text !== undefined) ?? sentenceOf(json),
    requestId: filledText(fields['request_id']) ?? filledText(inner['request_id']),
  };
}
