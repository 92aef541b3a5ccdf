import type { Bucket } from '../../contract/Limiter.js';

// Per key. https://sync.so/docs/api-reference/guides/rate-limits lists these four and no others
// (read 2026-11-22); what it said of generations changed five times, and is no longer there.

/** Speech that is waited for: 60 a minute. @since 0.1.0 */
export const TTS: Bucket = { name: 'tts', perMinute: 60, burst: 60 }; // documented

/** Speech as a job: 60 a minute, apart from the other. @since 0.1.0 */
export const TTS_JOBS: Bucket = { name: 'tts_jobs', perMinute: 60, burst: 60 }; // documented

/** Cloned voices: 10 an hour. @since 0.1.0 */
export const VOICES: Bucket = { name: 'voices', perMinute: 10 / 60, burst: 10 }; // documented

/** Addresses for uploads: 120 a minute. @since 0.1.0 */
export const UPLOADS: Bucket = { name: 'assets_upload', perMinute: 120, burst: 120 }; // documented
