import { inputRules, optional, required } from '../../contract/inputRules.js';
import { text } from '../../contract/valueRules.js';
import type { CharacterAttributes } from './CharacterAttributes.js';
import { characterAttributes } from './CharacterAttributes.js';

/**
 * Whom Aurous is to synthesize; costs four generations.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/create-character (read 2026-11-22)
 * @since 0.1.0
 */
export interface CharacterInput {
  /** The character's name. */
  readonly name: string;
  /** What the character looks like. */
  readonly attributes?: CharacterAttributes;
  /** An id of your own, at most 256 characters; comes back with the character. */
  readonly client_reference_id?: string;
}

/** The rules of {@link CharacterInput}, as its page states them. @since 0.1.0 */
export const characterInputIssues = inputRules<CharacterInput>({
  name: required(text({ min: 1 })),
  attributes: optional(characterAttributes),
  client_reference_id: optional(text({ min: 1, max: 256 })),
});
