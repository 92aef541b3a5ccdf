import type { KindRules } from '../KindRules.js';
import type { StatusWords } from '../Stage.js';
import type { World } from '../World.js';
import { prefixedUlid } from '../vendorId.js';

/** Images and videos share a surface. */
const GENERATION: StatusWords = {
  queued: ['pending'], // documented
  running: 'processing', // documented
  succeeded: 'succeeded', // documented
  failed: 'failed', // documented
  canceled: 'cancelled', // documented
  expired: 'expired', // documented, and said not to be sent yet
  rejected: 'moderation_rejected', // documented, and said not to be sent yet
};

/**
 * Aurous' jobs.
 *
 * @param world - knows whether characters are reviewed
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character (read 2026-11-22)
 * @see https://docs.aurous-labs.com/api-reference/images/retrieve-image (read 2026-11-22)
 * @since 0.1.0
 */
export function aurousKinds(world: World): Readonly<Record<string, KindRules>> {
  return {
    characters: {
      words: {
        queued: [],
        running: 'synthesizing', // documented
        paused: 'reviewing', // documented
        succeeded: 'ready', // documented
        failed: 'failed', // documented
        canceled: 'cancelled', // inferred: prose and webhooks name it
      },
      typicalMs: [30_000, 90_000], // documented
      newId: (random) => prefixedUlid('char', random),
      defaults: { pauses: world.options.aurous?.review ?? true },
    },
    images: {
      words: GENERATION,
      typicalMs: [10_000, 30_000], // documented
      newId: (random) => prefixedUlid('img', random),
    },
    videos: {
      words: GENERATION,
      typicalMs: [60_000, 180_000], // inferred
      newId: (random) => prefixedUlid('vid', random),
    },
  };
}
