import { forkJoin, lastValueFrom, of, takeUntil, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { combineJobs, toResult, toState } from 'rushes';
import type { JobResult, JobState } from 'rushes';
import type { DemoJob } from './DemoJob.js';
import type { Display } from './Display.js';

/** How one job ended, as far as the demo saw it. */
export interface Outcome {
  readonly job: DemoJob;
  /** What was seen last. */
  readonly state: JobState<unknown>;
  /** The end: a `Right` if the job succeeded, else a `Left` that says why not. */
  readonly result: JobResult<unknown>;
}

/** Follows all jobs to their ends and shows them meanwhile; `stop$` leaves those that go on. */
export async function followJobs(
  jobs: readonly DemoJob[],
  display: Display,
  stop$: Observable<unknown>,
): Promise<readonly Outcome[]> {
  // Each stream is read three times and is one job all the same: there is nothing to share.
  const streams = jobs.map((job) => ({ job, job$: job.job$.pipe(takeUntil(stop$)) }));
  const shown$ = combineJobs(streams.map(({ job$ }) => job$)).pipe(
    tap({ next: (batch) => display.show(batch.jobs), finalize: () => display.close() }),
  );
  const outcomes$ = streams.map(({ job, job$ }) =>
    forkJoin({ job: of(job), state: job$.pipe(toState()), result: job$.pipe(toResult()) }),
  );
  const [, outcomes] = await lastValueFrom(forkJoin([shown$, forkJoin(outcomes$)]));
  return outcomes;
}
