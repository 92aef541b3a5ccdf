import { pickFields } from '../../contract/pickFields.js';
import type { CharacterAttributes } from './CharacterAttributes.js';
import type { CharacterBody } from './wire.js';

/** A picture of the character; the URL works for about 24 hours. @since 0.1.0 */
export interface CharacterRef {
  /** Opaque; a new look gives a fresh one. */
  readonly url: string;
  /** `portrait`, `front`, `side`, `back` or `other`. */
  readonly pose?: string;
}

/** What is there to judge while a character waits for a decision. @since 0.1.0 */
export interface CharacterPreview {
  /** The pictures, typically four. */
  readonly refs: readonly CharacterRef[];
  readonly name?: string;
  readonly attributes?: CharacterAttributes;
}

/**
 * A character that is ready for use.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character (read 2026-11-22)
 * @since 0.1.0
 */
export interface CharacterOutput extends CharacterPreview {
  /** The `character_id` for images. */
  readonly id: string;
  /** The id of your own that the create was given. */
  readonly client_reference_id?: string;
}

/** The pictures in a body, with their names. @since 0.1.0 */
export const characterPreview = (body: CharacterBody): CharacterPreview => ({
  refs: body.refs ?? [],
  ...pickFields(body, 'name', 'attributes'),
});

/** The character in a body: ready, it can be used even where no picture came along. @since 0.1.0 */
export const characterOutput = (body: CharacterBody): CharacterOutput => ({
  id: body.id,
  ...characterPreview(body),
  ...pickFields(body, 'client_reference_id'),
});
