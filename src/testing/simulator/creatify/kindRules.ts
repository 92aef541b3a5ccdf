import type { KindRules } from '../KindRules.js';
import type { StatusWords } from '../Stage.js';
import { uuid } from '../vendorId.js';

/**
 * The words of most families.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora
 * @since 0.1.0
 */
export const MEDIA_WORDS: StatusWords = {
  queued: ['pending', 'in_queue'], // documented
  running: 'running', // documented
  succeeded: 'done', // documented
  failed: 'failed', // documented
  rejected: 'rejected', // documented
};

/** What most families go by; no page tells how long jobs take. @since 0.1.0 */
export const mediaRules: KindRules = {
  words: MEDIA_WORDS,
  typicalMs: [60_000, 180_000], // inferred
  newId: uuid,
};

/**
 * What families go by that show a preview first: while one is made, and once it is there, the
 * status says `pending`; the render goes on from there.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/link-to-video
 * @since 0.1.0
 */
export const previewRules: KindRules = {
  ...mediaRules,
  courses: {
    preview: {
      words: { queued: ['pending'], running: 'pending', paused: 'pending' }, // documented
      typicalMs: [15_000, 60_000], // inferred
      defaults: { pauses: true, progress: 'none' },
    },
    render: {},
  },
};
