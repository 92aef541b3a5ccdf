import type { JobState } from 'rushes';

/** Shows jobs while they go on. */
export interface Display {
  /** Shows the states, in the order of the jobs. */
  readonly show: (states: readonly JobState<unknown>[]) => void;
  readonly close: () => void;
}
