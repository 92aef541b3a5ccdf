import { isRight } from '#fp-ts/Either';
import type { EpochMs } from '../model/EpochMs.js';
import { isPhase } from '../model/isPhase.js';
import type { JobRef } from '../model/JobRef.js';
import type { Phase } from '../model/Phase.js';
import { isEither } from './isEither.js';

/** What an operator can tell of a job from any value. @since 0.1.0 */
export interface JobFacts {
  readonly phase?: Phase;
  /** `[0, 1]` */
  readonly progress?: number;
  readonly ref?: JobRef;
  readonly createdAt?: EpochMs;
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const isRef = (value: unknown): value is JobRef => {
  if (typeof value !== 'object' || value === null) return false;
  const { provider, kind, id } = value as Readonly<Record<string, unknown>>;
  return [provider, kind, id].every((part) => typeof part === 'string');
};

/**
 * Reads a job's facts from a snapshot, from the `Right` of a job event, or from whatever else has
 * fields of these names; what is not there, or is of another type, is left out.
 *
 * @param value - anything
 * @since 0.1.0
 */
export const jobFactsIn = (value: unknown): JobFacts => {
  const held = isEither(value) && isRight(value) ? value.right : value;
  if (typeof held !== 'object' || held === null) return {};
  const { phase, progress, ref, createdAt } = held as Readonly<Record<string, unknown>>;
  return {
    ...(isPhase(phase) ? { phase } : {}),
    ...(isNumber(progress) ? { progress } : {}),
    ...(isRef(ref) ? { ref } : {}),
    ...(isNumber(createdAt) ? { createdAt } : {}),
  };
};
