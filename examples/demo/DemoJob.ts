import type { EpochMs, JobStream, Phase } from 'rushes';

/** One row of the demo. */
export interface DemoJob {
  /** `Creatify`, `sync.so`, … */
  readonly vendor: string;
  /** The method that was called: `aurora.run`, `generations.watch`, … */
  readonly call: string;
  readonly job$: JobStream<unknown>;
  /** How many requests were sent for the job so far. */
  readonly requests: (id: string | undefined) => number;
  /** When the vendor was done with the job, if it tells: the simulator does. */
  readonly finishedAt?: (id: string) => EpochMs | undefined;
  /** How the job is to end, where that was written into the simulator's script. */
  readonly scripted?: Phase;
}
