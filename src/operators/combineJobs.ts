import { from, isObservable, map, mergeMap, scan, startWith } from 'rxjs';
import type { Observable } from 'rxjs';
import { requireOption } from '../errors/requireOption.js';
import type { BatchState, Jobs, JobStates } from './BatchState.js';
import { batchOf } from './BatchState.js';
import type { JobState } from './JobState.js';
import { IDLE, stateAfter } from './JobState.js';

/** Options for {@link combineJobs}. @since 0.1.0 */
export interface CombineJobsOptions {
  /**
   * How many jobs are subscribed at a time, a whole number `>= 1` or `Infinity`; the others stay
   * `idle` until one completes. @defaultValue `Infinity`
   */
  readonly concurrency?: number;
}

type States = readonly JobState<unknown>[];

/**
 * Shows many jobs as one: each job's state, how many are in which phase, and the progress of all.
 *
 * A job that fails does not disturb the others.
 *
 * ```marbles
 * a       -r-s|          running, succeeded
 * b       --e|           a Left
 * result  irbs|          i: both idle
 * ```
 *
 * - **next**: a batch state for each event of each job, and one with all jobs `idle` at once
 * - **error**: a defect on the error channel of one job ends all
 * - **complete**: when all jobs have completed; at once after one state where there are none
 * - **unsubscribe**: unsubscribes from all jobs
 *
 * @param jobs - a list or a record of job streams; copied at the call
 * @param options - see {@link CombineJobsOptions}
 * @returns states in the shape of `jobs`
 * @throws InvalidInput, at once, for what is no stream, or a `concurrency` out of range
 * @example
 * ```ts
 * import { map } from 'rxjs';
 * import { combineJobs, type JobStream } from 'rushes';
 *
 * declare const intro$: JobStream<string>;
 * declare const outro$: JobStream<string>;
 *
 * const line$ = combineJobs({ intro: intro$, outro: outro$ }, { concurrency: 2 }).pipe(
 *   map(({ jobs, progress }) => `${jobs.intro.phase}, ${jobs.outro.phase}: ${progress * 100} %`),
 * );
 * ```
 * @since 0.1.0
 */
export function combineJobs<const J extends Jobs>(
  jobs: J,
  options: CombineJobsOptions = {},
): Observable<BatchState<J>> {
  const { concurrency = Infinity } = options;
  const isCount = concurrency === Infinity || (Number.isInteger(concurrency) && concurrency >= 1);
  const countRule = 'must be a whole number >= 1, or Infinity';
  requireOption(isCount, 'combineJobs', 'concurrency', countRule);
  const isGroup = typeof jobs === 'object' && (jobs as unknown) !== null;
  requireOption(isGroup, 'combineJobs', 'jobs', 'must be a list or a record of job streams');
  const entries = Object.entries(jobs);
  for (const [key, job$] of entries) {
    requireOption(isObservable(job$), 'combineJobs', `jobs.${key}`, 'must be a job stream');
  }
  const isList = Array.isArray(jobs);
  const shaped = (states: States): JobStates<J> =>
    (isList
      ? [...states]
      : Object.fromEntries(
          entries.map(([key], index) => [key, states[index]]),
        )) as unknown as JobStates<J>;

  const idle: States = entries.map(() => IDLE);
  return from(entries).pipe(
    mergeMap(([, job$], index) => job$.pipe(map((event) => ({ index, event }))), concurrency),
    scan(
      (states: States, { index, event }) =>
        states.map((state, at) => (at === index ? stateAfter(state, event) : state)),
      idle,
    ),
    startWith(idle),
    map((states) => batchOf<J>(shaped(states), states)),
  );
}
