/** A word that was heard. @since 0.1.0 */
export interface TranscriptWord {
  /** By this, dialogue edits name it. */
  readonly id: string;
  /** What was heard. */
  readonly text: string;
  /** From the beginning of the source, in milliseconds. */
  readonly startMs: number;
  /** From the beginning of the source, in milliseconds. */
  readonly endMs: number;
  readonly [field: string]: unknown;
}

/** A stretch of speech. @since 0.1.0 */
export interface TranscriptSegment {
  /** The words of the stretch, in order. */
  readonly words: readonly TranscriptWord[];
  readonly [field: string]: unknown;
}

/**
 * What was said, and when, exactly as sync.so gives it: a dialogue edit wants it back as it is.
 *
 * @see https://sync.so/docs/developer-guides/dialogue-editing (read 2026-11-22)
 * @since 0.1.0
 */
export interface Transcript {
  /** The stretches of the speech, in order. */
  readonly segments?: readonly TranscriptSegment[];
  readonly [field: string]: unknown;
}
