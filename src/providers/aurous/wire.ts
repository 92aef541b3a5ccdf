import { union } from 'io-ts';
import type { TypeOf } from 'io-ts';
import { listOf, moment, text, vendorId, webUrl, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { AttributesBody } from './CharacterAttributes.js';

const ErrorObject = lenientBody('an error', {}, { message: text, code: text });

/** Why something failed: a sentence, a code, or an object of both. @since 0.1.0 */
export const ErrorText = union([text, ErrorObject]);

/** One picture of a character. @since 0.1.0 */
export const RefBody = lenientBody('a reference image', { url: webUrl }, { pose: text });

/**
 * The body of a look at a character, of its create's answer, of its verbs' and of a list's items.
 *
 * The page types `error_message` as an object and speaks of a message: both are read.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character (read 2026-11-22)
 * @since 0.1.0
 */
export const CharacterBody = lenientBody(
  'a character',
  { id: vendorId, status: word },
  {
    name: text,
    refs: listOf(RefBody),
    attributes: AttributesBody,
    client_reference_id: text,
    error_message: ErrorText,
    created_at: moment,
  },
);

/** What {@link CharacterBody} decodes to. @since 0.1.0 */
export type CharacterBody = TypeOf<typeof CharacterBody>;
