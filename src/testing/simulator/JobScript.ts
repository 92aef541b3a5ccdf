import type { ProgressCurve, ProgressCurveName } from './progressCurve.js';

/**
 * How a job ends. `partial` is a success that lacks a part, `gone` a job that the vendor forgets.
 *
 * @since 0.1.0
 */
export type JobOutcome =
  'succeeded' | 'partial' | 'failed' | 'rejected' | 'canceled' | 'expired' | 'gone';

/** One step of a job that is written out. @since 0.1.0 */
export interface JobStep {
  /** Milliseconds after the job's start. */
  readonly atMs: number;
  /** The vendor's word, or any other. */
  readonly status: string;
  /** What is reported from here on, `[0, 1]`; the curve's unless told. */
  readonly progress?: number;
}

/**
 * How one job goes. What is left out is drawn from the seed and the pace.
 *
 * @example
 * ```ts
 * import { simulate } from 'rushes/testing';
 *
 * const sim = simulate();
 * sim.creatify.nextJob({ durationMs: 500, outcome: 'failed', failure: { message: 'No face.' } });
 * ```
 * @since 0.1.0
 */
export interface JobScript {
  /** Only for a job of this kind, such as `aurora`; for whichever comes next unless told. */
  readonly kind?: string;
  /** Only for this stretch of a job: at Creatify `preview`, `render` or `video`. */
  readonly course?: string;
  /** The job's id; drawn unless told. */
  readonly id?: string;
  /** From the create to the end, in milliseconds. */
  readonly durationMs?: number;
  /** How much of that the job waits in a queue, in milliseconds. */
  readonly queuedMs?: number;
  /** How the job ends; `succeeded` unless told. */
  readonly outcome?: JobOutcome;
  /** What a failed or rejected job says. */
  readonly failure?: { readonly code?: string; readonly message: string };
  /** What is reported while the job runs; `linear` unless told. */
  readonly progress?: ProgressCurve | ProgressCurveName;
  /** Whether the job waits for a request before it is ready, such as Aurous' review. */
  readonly pauses?: boolean;
  /** A word to say instead of the vendor's own while the job runs. */
  readonly unknownWord?: string;
  /** What a finished job cost, in the vendor's credits. */
  readonly credits?: number;
  /** Fields of the vendor's body that go before the drawn ones; `undefined` leaves a field out. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The whole course, step by step; `durationMs`, `queuedMs` and `unknownWord` are not used then. */
  readonly steps?: readonly JobStep[];
}

/** A script that says how long the job takes. @since 0.1.0 */
export type PacedScript = JobScript & Required<Pick<JobScript, 'durationMs' | 'queuedMs'>>;
