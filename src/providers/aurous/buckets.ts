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

// https://docs.aurous-labs.com/guides/rate-limits (read 2026-11-22)

/** Creates of images and videos, and cancelling them. @since 0.1.0 */
export const IMAGES_POST: Bucket = { name: 'images_post', perMinute: 60, burst: 120 };

/** Estimates: apart, so that they do not crowd out creates. @since 0.1.0 */
export const ESTIMATE_POST: Bucket = { name: 'estimate_post', perMinute: 120, burst: 240 };

/** Uploads of files. @since 0.1.0 */
export const FILES_POST: Bucket = { name: 'files_post', perMinute: 30, burst: 60 };

/** Reads of everything but characters. The page gives the numbers but no name. @since 0.1.0 */
export const READS: Bucket = { name: 'get', perMinute: 600, burst: 1200 };
