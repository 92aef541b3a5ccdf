import type { DemoJob } from './DemoJob.js';

/** A client, with the two things that the demo does with it. */
export interface DemoVendor<Input> {
  /** Makes one job. Paid, at real vendors. */
  readonly run: (input: Input) => DemoJob;
  /** Follows a job that exists. Free. */
  readonly watch: (id: string) => DemoJob;
  readonly close: () => Promise<void>;
}
