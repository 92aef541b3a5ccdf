import type { Idempotency } from '../../contract/JobKind.js';

/**
 * How Aurous recognizes a call that is sent again, where it does; a create of a character is not
 * among those calls.
 *
 * The same code answers a key that was used for something else.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/resynthesize-character (read 2026-11-22)
 * @since 0.1.0
 */
export const idempotency: Idempotency = {
  header: 'Idempotency-Key',
  // Documented.
  keptMs: 24 * 60 * 60_000,
  inProgress: ({ code }) => code === 'idempotency_key_in_use',
};
