import type { Phase } from '../model/Phase.js';
import type { Step } from './Step.js';

/** How long a word that no source lists is put up with. @since 0.1.0 */
export interface UnknownStatusPolicy {
  /** Milliseconds since it was first seen. */
  readonly forMs: number;
  /** Looks that showed it. */
  readonly looks: number;
}

/** Since when, and how often in a row, the phase was `unknown`. @since 0.1.0 */
export interface UnknownStatusState {
  readonly since?: number;
  readonly looks: number;
}

/** The state before the first look. @since 0.1.0 */
export const UNKNOWN_STATUS_START: UnknownStatusState = { looks: 0 };

/**
 * Ends a watch whose job keeps an unknown status: both the time and the number of looks must pass.
 *
 * @param policy - how long it is put up with
 * @since 0.1.0
 */
export function unknownStatusStep(
  policy: UnknownStatusPolicy,
): Step<UnknownStatusState, { readonly phase: Phase; readonly at: number }, 'give-up'> {
  return (state, { phase, at }) => {
    if (phase !== 'unknown') return [UNKNOWN_STATUS_START, []];
    const since = state.since ?? at;
    const looks = state.looks + 1;
    const over = looks >= policy.looks && at - since >= policy.forMs;
    return [{ since, looks }, over ? ['give-up'] : []];
  };
}
