import type { Phase } from '../../model/Phase.js';

/**
 * The words that sync.so documents for the state of a generation.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export type GenerationStatus = 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'FAILED' | 'REJECTED';

/**
 * Words of older versions: the OpenAPI of 2025-03 has `CANCELED` and `TIMED_OUT`, the quickstart of
 * that time spells `CANCELLED`.
 *
 * @see https://github.com/synchronicity-labs/docs-v2 (read 2026-11-22)
 */
type OlderStatus = 'CANCELED' | 'CANCELLED' | 'TIMED_OUT';

/** What each word means. @since 0.1.0 */
export const GENERATION_PHASES: Readonly<Record<GenerationStatus | OlderStatus, Phase>> = {
  PENDING: 'queued', // documented
  PROCESSING: 'running', // documented
  COMPLETED: 'succeeded', // documented
  FAILED: 'failed', // documented
  REJECTED: 'failed', // documented: refused before processing
  CANCELED: 'canceled', // older
  CANCELLED: 'canceled', // older
  TIMED_OUT: 'failed', // older
};

/**
 * The words that sync.so documents for the state of a batch.
 *
 * @see https://sync.so/docs/api-reference/api/batch-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export type BatchStatus = 'PENDING' | 'JOBS_CREATED' | 'PROCESSING' | 'COMPLETED' | 'FAILED';

/** What each word of a batch means. @since 0.1.0 */
export const BATCH_PHASES: Readonly<Record<BatchStatus, Phase>> = {
  PENDING: 'queued', // documented
  JOBS_CREATED: 'queued', // documented
  PROCESSING: 'running', // documented
  COMPLETED: 'succeeded', // documented
  FAILED: 'failed', // documented
};

/**
 * The words that sync.so documents for the state of a text-to-speech job: the one kind that ends with
 * `SUCCESS`.
 *
 * @see https://sync.so/docs/api-reference/api/tts-api/get-job (read 2026-11-22)
 * @since 0.1.0
 */
export type TtsJobStatus = 'PENDING' | 'PROCESSING' | 'SUCCESS' | 'FAILED';

/** What each word of a text-to-speech job means. @since 0.1.0 */
export const TTS_JOB_PHASES: Readonly<Record<TtsJobStatus, Phase>> = {
  PENDING: 'queued', // documented
  PROCESSING: 'running', // documented
  SUCCESS: 'succeeded', // documented
  FAILED: 'failed', // documented
};

/**
 * The words that sync.so documents for the state of a transcription.
 *
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export type TranscriptionStatus = 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'FAILED';

/** What each word of a transcription means. @since 0.1.0 */
export const TRANSCRIPTION_PHASES: Readonly<Record<TranscriptionStatus, Phase>> = {
  PENDING: 'queued', // documented
  PROCESSING: 'running', // documented
  COMPLETED: 'succeeded', // documented
  FAILED: 'failed', // documented
};

/**
 * The words that sync.so documents for the state of a dialogue edit. `COMPLETED_PARTIAL` can be played
 * but lacks something that was asked for: "treat it as completed".
 *
 * @see https://sync.so/docs/api-reference/api/dialogue-edits-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export type DialogueEditStatus =
  'PENDING' | 'PROCESSING' | 'COMPLETED' | 'COMPLETED_PARTIAL' | 'FAILED';

/** What each word of a dialogue edit means. @since 0.1.0 */
export const DIALOGUE_EDIT_PHASES: Readonly<Record<DialogueEditStatus, Phase>> = {
  PENDING: 'queued', // documented
  PROCESSING: 'running', // documented
  COMPLETED: 'succeeded', // documented
  COMPLETED_PARTIAL: 'succeeded', // documented
  FAILED: 'failed', // documented
};
