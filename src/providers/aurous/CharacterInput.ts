import type { CrossRule } from '../../contract/inputRules.js';
import { inputRules, optional, required } from '../../contract/inputRules.js';
import { flag, jobId, listOf, text } from '../../contract/valueRules.js';
import type { CharacterAttributes } from './CharacterAttributes.js';
import { characterAttributes } from './CharacterAttributes.js';

/**
 * Whom Aurous is to make: synthesized from a description, which costs four generations, or made of
 * uploaded pictures.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/create-character (read 2026-11-22)
 * @since 0.1.0
 */
export interface CharacterInput {
  /** The character's name. */
  readonly name: string;
  /** What the character looks like. */
  readonly attributes?: CharacterAttributes;
  /** Pictures that were uploaded, 1 to 6: then nothing is synthesized. */
  readonly upload_ids?: readonly string[];
  /** Whether pictures are synthesized. @defaultValue true where there are no `upload_ids` */
  readonly generate?: boolean;
  /** An id of your own, at most 256 characters; comes back with the character. */
  readonly client_reference_id?: string;
}

const oneWay: CrossRule = ({ generate, upload_ids }) => {
  if (generate === true && upload_ids !== undefined) {
    return [{ path: 'upload_ids', message: 'cannot be given together with generate: true' }];
  }
  return generate === false && upload_ids === undefined
    ? [{ path: 'upload_ids', message: 'is required when generate is false' }]
    : [];
};

/** The rules of {@link CharacterInput}, as its page states them. @since 0.1.0 */
export const characterInputIssues = inputRules<CharacterInput>(
  {
    name: required(text({ min: 1 })),
    attributes: optional(characterAttributes),
    upload_ids: optional(listOf(jobId, { min: 1, max: 6 })),
    generate: optional(flag),
    client_reference_id: optional(text({ min: 1, max: 256 })),
  },
  oneWay,
);
