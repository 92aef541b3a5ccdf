import type { DemoJob } from './DemoJob.js';

/** What one run of the demo shows. */
export interface Programme {
  /** What is about to be seen, a line each. */
  readonly heading: readonly string[];
  readonly jobs: readonly DemoJob[];
  /** Closes the clients, and the simulator where there is one. */
  readonly close: () => Promise<void>;
}
