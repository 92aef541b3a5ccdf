import type { Cadence } from './Cadence.js';

const FIRST_MS = 1_000;
const SHARE_OF_AGE = 0.15;
const LONGEST_MS = 30_000;

/**
 * The gap after a look that saw a job of this age at work: 0.15 times the age, between 1 s and 30 s.
 *
 * @since 0.1.0
 */
export const defaultGapMs = (ageMs: number): number =>
  Math.min(Math.max(SHARE_OF_AGE * ageMs, FIRST_MS), LONGEST_MS);

/**
 * The first look after 1 s, then gaps of 0.15 times the job's age, between 1 s and 30 s.
 *
 * The lag after the end is then at most 15 % of the job's own duration, whatever that is.
 *
 * @since 0.1.0
 */
export const defaultCadence: Cadence = ({ looks, ageMs }) =>
  looks === 0 ? FIRST_MS : defaultGapMs(ageMs);
