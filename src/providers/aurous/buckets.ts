import type { Bucket } from '../../contract/Limiter.js';

// Per team. https://docs.aurous-labs.com/api-reference/characters/retrieve-character and its
// neighbours, each of which names the bucket it draws from (read 2026-11-22).

/** Looks and lists. @since 0.1.0 */
export const CHARACTERS_GET: Bucket = { name: 'characters_get', perMinute: 120, burst: 240 };

/** Saving and deleting. @since 0.1.0 */
export const CHARACTERS_POST: Bucket = { name: 'characters_post', perMinute: 30, burst: 60 };

/** Whatever synthesizes: it also costs. @since 0.1.0 */
export const CHARACTERS_SYNTHESIZE: Bucket = {
  name: 'characters_synthesize',
  perMinute: 6,
  burst: 12,
};
