import type { Phase } from '../../../src/model/Phase.js';

/** The states of a clip. @see https://docs.acme.example/clips (read 2026-11-22) */
export type ClipState = 'waiting' | 'drawing' | 'finished' | 'broken';

/** What each word means. */
export const CLIP_PHASES: Readonly<Record<ClipState, Phase>> = {
  waiting: 'queued', // documented
  drawing: 'running', // documented
  finished: 'succeeded', // documented
  broken: 'failed', // documented
};
