import type { EpochMs } from '../model/EpochMs.js';
import type { JobRef } from '../model/JobRef.js';
import { formatRef } from '../model/JobRef.js';
import { isSettled } from '../model/JobSnapshot.js';
import type { Phase } from '../model/Phase.js';
import { estimateAt } from './estimateAt.js';
import type { Step } from './Step.js';

/** How long a job is taken to last where nothing is known of it: one minute. @since 0.1.0 */
export const UNTOLD_TYPICAL_MS = 60_000;

/** What is remembered of the job that is being shown. @since 0.1.0 */
export interface EstimateState {
  /** The job, as `formatRef` writes it; another job starts anew. */
  readonly job?: string;
  readonly beganAt?: EpochMs;
  /** How long the job takes in all, learned from the first `etaMs`. */
  readonly typicalMs?: number;
  /** The highest progress that was shown, `[0, 1]`. */
  readonly shown?: number;
}

/** The last snapshot, at some moment at or after it came. @since 0.1.0 */
export interface EstimateEvent {
  readonly snapshot: {
    readonly ref: JobRef;
    readonly phase: Phase;
    readonly progress?: number | undefined;
    readonly etaMs?: number | undefined;
    readonly createdAt?: EpochMs | undefined;
  };
  /** When the snapshot came. */
  readonly seenAt: EpochMs;
  readonly now: EpochMs;
}

/**
 * Show the snapshot as it is; with this estimate, which grows with time; or with the progress that
 * was shown before, since what the vendor reports is less.
 *
 * @since 0.1.0
 */
export type EstimateCommand =
  | { readonly type: 'pass' }
  | { readonly type: 'estimate'; readonly progress: number; readonly etaMs: number }
  | { readonly type: 'hold'; readonly progress: number };

/**
 * Fills in progress where a job that is not settled tells none, and never lets it fall.
 *
 * @param typicalMs - how long such jobs usually take, `> 0`; without it, what the first `etaMs` says,
 * else one minute
 * @since 0.1.0
 */
export function estimateStep(
  typicalMs?: number,
): Step<EstimateState, EstimateEvent, EstimateCommand> {
  return (before, { snapshot, seenAt, now }) => {
    const { ref, progress, etaMs } = snapshot;
    const job = formatRef(ref);
    const state = before.job === job ? before : { job };
    if (isSettled(snapshot)) return [state, [{ type: 'pass' }]];
    const beganAt = ref.submittedAt ?? snapshot.createdAt ?? state.beganAt ?? seenAt;
    const learned =
      state.typicalMs ?? (etaMs === undefined ? undefined : Math.max(0, seenAt - beganAt) + etaMs);
    const known = {
      ...state,
      beganAt,
      ...(learned === undefined || learned <= 0 ? {} : { typicalMs: learned }),
    };
    const shown = state.shown ?? 0;
    if (progress !== undefined) {
      return progress < shown
        ? [known, [{ type: 'hold', progress: shown }]]
        : [{ ...known, shown: progress }, [{ type: 'pass' }]];
    }
    const estimate = estimateAt(now - beganAt, typicalMs ?? known.typicalMs ?? UNTOLD_TYPICAL_MS);
    const grown = Math.max(shown, estimate.progress);
    const left = etaMs === undefined ? estimate.etaMs : Math.max(0, etaMs - (now - seenAt));
    return [{ ...known, shown: grown }, [{ type: 'estimate', progress: grown, etaMs: left }]];
  };
}
