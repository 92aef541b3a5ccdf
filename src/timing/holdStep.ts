import type { Step } from './Step.js';

/** What is known of how long a vendor lets a request wait. @since 0.1.0 */
export interface HoldState {
  /** How long to ask for next, in milliseconds; absent: ask plainly. */
  readonly holdMs?: number;
  /** The longest that was accepted. */
  readonly acceptedMs?: number;
  /** The shortest that was refused, or broken twice in a row. */
  readonly refusedMs?: number;
  /** Held requests in a row that broke before an answer came. */
  readonly broken?: number;
}

/** A held request was answered as asked, refused, or cut under way. @since 0.1.0 */
export interface HoldEvent {
  readonly type: 'accepted' | 'refused' | 'broken';
  readonly holdMs: number;
}

/** What a vendor documents of its long-poll. @since 0.1.0 */
export interface HoldPolicy {
  /** What every version of the vendor accepts, in milliseconds. */
  readonly startMs: number;
  /** The most that any version of the vendor accepts, in milliseconds. */
  readonly maxMs: number;
}

/** Held requests that may break in a row before the hold is taken to be too long for the way. */
const MOST_BROKEN = 2;

/** The state before the first look. @since 0.1.0 */
export const holdStart = (policy: HoldPolicy): HoldState => ({ holdMs: policy.startMs });

/**
 * Learns how long a request may wait: starts with what is safe, tries the most once, and keeps what
 * was accepted. A vendor that refuses even the start, or a proxy that keeps cutting it, is asked
 * plainly from then on.
 *
 * @param policy - the vendor's documented bounds
 * @since 0.1.0
 */
export function holdStep(policy: HoldPolicy): Step<HoldState, HoldEvent, never> {
  return ({ broken = 0, ...state }, { type, holdMs }) => {
    if (type === 'accepted') {
      // Looks overlap: what was asked for before the refusal may be answered after it.
      if (holdMs >= (state.refusedMs ?? Infinity)) return [state, []];
      const acceptedMs = Math.max(holdMs, state.acceptedMs ?? 0);
      const next = state.refusedMs === undefined ? policy.maxMs : acceptedMs;
      return [{ ...state, acceptedMs, holdMs: next }, []];
    }
    if (type === 'broken' && broken + 1 < MOST_BROKEN)
      return [{ ...state, broken: broken + 1 }, []];
    const refusedMs = Math.min(holdMs, state.refusedMs ?? Infinity);
    const { acceptedMs } = state;
    if (acceptedMs === undefined || acceptedMs >= refusedMs) return [{ refusedMs }, []];
    return [{ acceptedMs, refusedMs, holdMs: acceptedMs }, []];
  };
}
