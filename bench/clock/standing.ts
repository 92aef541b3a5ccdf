import type { StandingClock } from './StandingClock.js';

/** The clock of this process, where time stands still while anything is under way. */
export const standing: { clock: StandingClock | undefined } = { clock: undefined };

/** Waits for work, and lets time pass meanwhile where it would not pass by itself. */
export const passing = <T>(work: Promise<T>): Promise<T> =>
  standing.clock === undefined ? work : standing.clock.passUntil(work);
