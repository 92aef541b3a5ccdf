import type { JobStream } from '../contract/JobStream.js';
import { isSettled } from '../model/JobSnapshot.js';
import type { JobState } from './JobState.js';

/** A list or a record of job streams. @since 0.1.0 */
export type Jobs = readonly JobStream<unknown>[] | Readonly<Record<string, JobStream<unknown>>>;

/** The state of each job, in the shape that the jobs were given in. @since 0.1.0 */
export type JobStates<J extends Jobs> = {
  readonly [Key in keyof J]: J[Key] extends JobStream<infer A, infer P> ? JobState<A, P> : never;
};

/** How many jobs are in each phase. @since 0.1.0 */
export type PhaseCounts = Readonly<Record<JobState<unknown>['phase'], number>>;

/**
 * Many jobs as one thing to show: frozen.
 *
 * @typeParam J - the jobs, as they were given
 * @since 0.1.0
 */
export interface BatchState<J extends Jobs = Jobs> {
  /** The state of each job, in the shape that the jobs were given in. */
  readonly jobs: JobStates<J>;
  /** How many jobs are in each phase. */
  readonly counts: PhaseCounts;
  /** How many jobs there are, `>= 0`. */
  readonly total: number;
  /** Whether all jobs are settled. */
  readonly settled: boolean;
  /** Mean over all jobs, `[0, 1]`: a settled job counts as 1, one without progress as 0. */
  readonly progress: number;
  /** The longest time left that is known of a job, in milliseconds; absent where none is known. */
  readonly etaMs?: number;
}

const NONE: PhaseCounts = {
  idle: 0,
  queued: 0,
  running: 0,
  'needs-action': 0,
  succeeded: 0,
  failed: 0,
  canceled: 0,
  gone: 0,
  unknown: 0,
  error: 0,
};

const shareOf = ({ settled, progress = 0 }: JobState<unknown>): number => (settled ? 1 : progress);

function etaOf({ snapshot }: JobState<unknown>): number | undefined {
  return snapshot === undefined || isSettled(snapshot) ? undefined : snapshot.etaMs;
}

/**
 * Sums up the states of many jobs.
 *
 * @param jobs - the states in the shape to show them in
 * @param states - the same states as a list
 * @since 0.1.0
 */
export const batchOf = <J extends Jobs>(
  jobs: JobStates<J>,
  states: readonly JobState<unknown>[],
): BatchState<J> => {
  const counts = { ...NONE };
  let done = 0;
  let share = 0;
  let etaMs: number | undefined;
  for (const state of states) {
    counts[state.phase] += 1;
    done += state.settled ? 1 : 0;
    share += shareOf(state);
    const eta = state.settled ? undefined : etaOf(state);
    if (eta !== undefined) etaMs = Math.max(etaMs ?? 0, eta);
  }
  const total = states.length;
  return Object.freeze({
    jobs: Object.freeze(jobs),
    counts: Object.freeze(counts),
    total,
    settled: done === total,
    progress: total === 0 ? 1 : share / total,
    ...(etaMs === undefined ? {} : { etaMs }),
  });
};
