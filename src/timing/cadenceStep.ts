import type { Phase } from '../model/Phase.js';
import { asksPace } from './asksPace.js';
import type { Cadence } from './Cadence.js';
import { clampDelayMs } from './clampDelayMs.js';
import { defaultCadence } from './defaultCadence.js';
import type { Durations } from './Durations.js';
import type { Pace } from './paceStep.js';
import { paceStep } from './paceStep.js';
import type { Step } from './Step.js';

/** How often was looked, with which last gap, and what the looks said of the end. @since 0.1.0 */
export interface CadenceState {
  readonly looks: number;
  /** The gap before the last look. */
  readonly lastGapMs?: number | undefined;
  /** The gap to the next one. */
  readonly gapMs?: number | undefined;
  readonly pace?: Pace | undefined;
}

/**
 * A look was answered; or, as `begin`, the first one is to be planned; or, as `again`, the next one is
 * planned anew from the same answer, by another cadence.
 *
 * @since 0.1.0
 */
export interface CadenceEvent {
  readonly type: 'begin' | 'answered' | 'again';
  readonly ageMs: number;
  readonly phase?: Phase | undefined;
  readonly progress?: number | undefined;
  readonly serverHintMs?: number | undefined;
  readonly typicalMs?: number | undefined;
  readonly durations?: Durations | undefined;
  readonly random: number;
}

/** Look again after so many milliseconds, in `[1, 2^31 - 1]`. @since 0.1.0 */
export interface LookAfter {
  readonly type: 'look';
  readonly afterMs: number;
}

/** The state before the first look. @since 0.1.0 */
export const CADENCE_START: CadenceState = { looks: 0 };

/**
 * When the next look is due, by a cadence.
 *
 * @param cadence - gives the gap; what it gives is brought into `[1, 2^31 - 1]` ms, and the default
 * cadence takes the place of what is no number
 * @since 0.1.0
 */
export function cadenceStep(cadence: Cadence): Step<CadenceState, CadenceEvent, LookAfter> {
  return (state, event) => {
    const { type, ageMs, phase, progress, serverHintMs, typicalMs, durations, random } = event;
    const isLook = type === 'answered';
    const looks = isLook ? state.looks + 1 : state.looks;
    const lastGapMs = isLook ? state.gapMs : state.lastGapMs;
    const isReported = isLook && progress !== undefined && asksPace(cadence);
    const pace = isReported ? paceStep(state.pace, { ageMs, progress })[0] : state.pace;
    // One literal: copying one into another costs as much as all the rest.
    const known = {
      looks,
      ageMs,
      lastGapMs,
      phase,
      progress,
      serverHintMs,
      typicalMs,
      durations,
      pace,
      random,
    };
    const gap: unknown = cadence(known);
    // A cadence that reckons with what is not known yet must not become a storm of requests.
    const isGap = typeof gap === 'number' && !Number.isNaN(gap);
    const gapMs = Math.max(1, clampDelayMs(isGap ? gap : defaultCadence(known)));
    return [{ looks, lastGapMs, gapMs, pace }, [{ type: 'look', afterMs: gapMs }]];
  };
}
