import { inputRules, optional } from '../../contract/inputRules.js';
import type { JobVerb } from '../../contract/JobKind.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { flag } from '../../contract/valueRules.js';
import { CHARACTERS_POST, CHARACTERS_SYNTHESIZE } from './buckets.js';
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
