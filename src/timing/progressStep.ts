import type { Phase } from '../model/Phase.js';
import type { Step } from './Step.js';

/** Progress that a job shows before its end, at most. @since 0.1.0 */
export const MOST_UNFINISHED = 0.99;

/** The highest progress that was shown. @since 0.1.0 */
export interface ProgressState {
  readonly shown?: number;
}

/** Show this progress, `[0, 1]`; `undefined` where none is known. @since 0.1.0 */
export interface ShowProgress {
  readonly progress: number | undefined;
}

/**
 * Progress that never falls, stays below 1 until the job succeeded, and then is 1.
 *
 * @since 0.1.0
 */
export const progressStep: Step<
  ProgressState,
  { readonly phase: Phase; readonly progress?: number | undefined },
  ShowProgress
> = (state, { phase, progress }) => {
  if (phase === 'succeeded') return [{ shown: 1 }, [{ progress: 1 }]];
  if (progress === undefined && state.shown === undefined)
    return [state, [{ progress: undefined }]];
  const shown = Math.min(Math.max(progress ?? 0, state.shown ?? 0), MOST_UNFINISHED);
  return [{ shown }, [{ progress: shown }]];
};
