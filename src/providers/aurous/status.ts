import type { Phase } from '../../model/Phase.js';

/**
 * The words that Aurous documents for the state of a character.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character (read 2026-11-22)
 * @since 0.1.0
 */
export type CharacterStatus = 'synthesizing' | 'reviewing' | 'ready' | 'failed' | 'deleted';

/** Spoken of on the list page and in webhooks, for a synthesis that was deleted while it ran. */
type InferredStatus = 'cancelled';

/**
 * What each word means. Since 2026-06-19 a synthesis goes straight to `ready`, by the changelog; the
 * reference still has it wait in `reviewing`. Both are taken.
 *
 * @since 0.1.0
 */
export const CHARACTER_PHASES: Readonly<Record<CharacterStatus | InferredStatus, Phase>> = {
  synthesizing: 'running', // documented
  reviewing: 'needs-action', // documented
  ready: 'succeeded', // documented
  failed: 'failed', // documented
  deleted: 'gone', // documented
  cancelled: 'canceled', // inferred
};
