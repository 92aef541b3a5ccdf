import type { KindRules } from '../KindRules.js';
import type { Random } from '../seededRandom.js';
import { drawText, uuid } from '../vendorId.js';

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The words that every asynchronous job of sync.so begins with. */
const UNDER_WAY = { queued: ['PENDING'], running: 'PROCESSING', failed: 'FAILED' } as const;

/**
 * sync.so's jobs: each family has ends of its own.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/get (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/batch-api/get (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/tts-api/get-job (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/get (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/dialogue-edits-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const syncKinds: Readonly<Record<string, KindRules>> = {
  generations: {
    words: {
      ...UNDER_WAY, // documented
      succeeded: 'COMPLETED', // documented
      rejected: 'REJECTED', // documented
      canceled: 'CANCELED', // older
      expired: 'TIMED_OUT', // older
    },
    typicalMs: [30_000, 120_000], // documented
    newId: uuid,
  },
  batches: {
    words: {
      ...UNDER_WAY, // documented
      queued: ['PENDING', 'JOBS_CREATED'], // documented
      succeeded: 'COMPLETED', // documented
    },
    typicalMs: [1_800_000, 14_400_000], // inferred: "within 24 hours"
    newId: (random: Random) => `batch_${drawText(random, 12, BASE36)}`,
  },
  ttsJobs: {
    words: { ...UNDER_WAY, succeeded: 'SUCCESS' }, // documented
    typicalMs: [3_000, 15_000], // inferred
    newId: uuid,
  },
  transcriptions: {
    words: { ...UNDER_WAY, succeeded: 'COMPLETED' }, // documented
    typicalMs: [5_000, 30_000], // inferred
    newId: uuid,
  },
  dialogueEdits: {
    words: { ...UNDER_WAY, succeeded: 'COMPLETED', partial: 'COMPLETED_PARTIAL' }, // documented
    typicalMs: [15_000, 60_000], // inferred
    newId: uuid,
  },
};
