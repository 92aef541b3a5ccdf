import type { SimJob } from '../SimJob.js';

/** What the simulated speaker says. */
const WORDS = 'The rushes of today are ready to be watched'.split(' ');
const WORD_MS = 400;

/** How long the simulated source is, in seconds. @since 0.1.0 */
export const SOURCE_SECONDS = 12;

/**
 * What was said, word by word; times are milliseconds from the beginning of the source. The page shows
 * that segments and words have ids, times and a speaker; the names of the fields are inferred.
 *
 * @param job - a transcription
 * @see https://sync.so/docs/developer-guides/dialogue-editing (read 2026-11-22)
 * @since 0.1.0
 */
export function transcript(job: SimJob): Readonly<Record<string, unknown>> {
  const from = Number(job.input['startMs'] ?? 0);
  const words = WORDS.map((text, index) => ({
    id: `w${index + 1}`,
    text,
    startMs: from + index * WORD_MS,
    endMs: from + (index + 1) * WORD_MS - 50,
  }));
  const endMs = from + WORDS.length * WORD_MS;
  const text = WORDS.join(' ');
  return { segments: [{ id: 's1', speakerId: 'speaker_1', startMs: from, endMs, text, words }] };
}
