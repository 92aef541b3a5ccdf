import { oneRequired } from '../../contract/crossRules.js';
import { inputRules, optional, required } from '../../contract/inputRules.js';
import type { JobVerb } from '../../contract/JobKind.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { flag, oneOf, text } from '../../contract/valueRules.js';
import { CHARACTERS_POST, CHARACTERS_SYNTHESIZE } from './buckets.js';
import type { CharacterAttributes } from './CharacterAttributes.js';
import { characterAttributes } from './CharacterAttributes.js';
import { idempotency } from './idempotency.js';

/**
 * Takes a reviewed character: it becomes `ready`. Free, and harmless when repeated.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/save-character (read 2026-11-22)
 * @since 0.1.0
 */
export const saveCharacter: JobVerb<void> = {
  name: 'save',
  request: (id) => ({ method: 'POST', path: `/v1/characters/${pathSegment(id)}/save` }),
  bucket: CHARACTERS_POST,
  paid: false,
};

/** How to synthesize a character anew. @since 0.1.0 */
export interface ResynthesizeInput {
  /** Whether every pose is made again. @defaultValue false, at Aurous */
  readonly force_all?: boolean;
}

/**
 * Makes new pictures of a character that is reviewing, ready or failed: it becomes `synthesizing`.
 * Costs four generations.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/resynthesize-character (read 2026-11-22)
 * @since 0.1.0
 */
export const resynthesizeCharacter: JobVerb<ResynthesizeInput> = {
  name: 'resynthesize',
  check: inputRules<ResynthesizeInput>({ force_all: optional(flag) }),
  request: (id, input) => ({
    method: 'POST',
    path: `/v1/characters/${pathSegment(id)}/resynthesize`,
    json: { ...input },
  }),
  bucket: CHARACTERS_SYNTHESIZE,
  paid: true,
  idempotency,
};

/** Which picture is to be made again. @since 0.1.0 */
export interface RegenerateRefInput {
  /** A closed list: the poses that a character has. */
  readonly pose: 'portrait' | 'front' | 'side' | 'back' | 'other';
}

/**
 * Makes one picture of a character again. Costs one generation.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/regenerate-ref (read 2026-11-22)
 * @since 0.1.0
 */
export const regenerateCharacterRef: JobVerb<RegenerateRefInput> = {
  name: 'regenerateRef',
  check: inputRules<RegenerateRefInput>({
    pose: required(oneOf('portrait', 'front', 'side', 'back', 'other')),
  }),
  request: (id, input) => ({
    method: 'POST',
    path: `/v1/characters/${pathSegment(id)}/refs/regenerate`,
    json: input,
  }),
  bucket: CHARACTERS_SYNTHESIZE,
  paid: true,
  idempotency,
};

/** What can be changed of a character; at least one of both. @since 0.1.0 */
export interface UpdateCharacterInput {
  /** The character's new name. */
  readonly name?: string;
  /** All of them: attributes that are left out are gone. */
  readonly attributes?: CharacterAttributes;
}

/**
 * Changes a character's name or attributes; its pictures stay. Free, and harmless when repeated.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/update-character (read 2026-11-22)
 * @since 0.1.0
 */
export const updateCharacter: JobVerb<UpdateCharacterInput> = {
  name: 'update',
  check: inputRules<UpdateCharacterInput>(
    { name: optional(text({ min: 1 })), attributes: optional(characterAttributes) },
    oneRequired('name', 'attributes'),
  ),
  request: (id, input) => ({
    method: 'PATCH',
    path: `/v1/characters/${pathSegment(id)}`,
    json: input,
  }),
  bucket: CHARACTERS_POST,
  paid: false,
};
