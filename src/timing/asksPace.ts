import type { Cadence } from './Cadence.js';

const paceless = new WeakSet<Cadence>();

/**
 * Marks a cadence that never asks for a job's pace: then none is reckoned nor remembered, which saves
 * memory for each job that is watched.
 *
 * @returns the cadence
 * @since 0.1.0
 */
export function withoutPace(cadence: Cadence): Cadence {
  paceless.add(cadence);
  return cadence;
}

/** Whether a cadence may ask for a job's pace: all do but those that are marked. @since 0.1.0 */
export const asksPace = (cadence: Cadence): boolean => !paceless.has(cadence);
