import type { EpochMs } from '../model/EpochMs.js';

/**
 * How long a job took, as far as was seen: its age at the last look that still saw it at work, and at
 * the look that saw its end. Milliseconds, `0 <= afterMs <= byMs`.
 *
 * @since 0.1.0
 */
export interface Duration {
  readonly afterMs: number;
  readonly byMs: number;
  /** When its end was seen: jobs that run side by side end in the order of their durations. */
  readonly endedAt?: EpochMs | undefined;
  /** Whether the job's reports of progress misled about its end, where it made any. */
  readonly misled?: boolean | undefined;
}

/**
 * How long the jobs of one kind took that ended last: plain JSON, never changed in place, so that what
 * was reckoned from it can be kept beside it.
 *
 * @since 0.1.0
 */
export interface Durations {
  /** Oldest first, at most 64. */
  readonly ended: readonly Duration[];
}

/** So many are remembered: enough to know a kind by, few enough to forget what it was like before. @since 0.1.0 */
export const MOST_DURATIONS = 64;

/** So many are forgotten together, and learned before it is reckoned anew. @since 0.1.0 */
export const DURATIONS_AT_ONCE = 4;

/** Nothing is known yet. @since 0.1.0 */
export const NO_DURATIONS: Durations = { ended: [] };

/** One line of durations, each of which holds one job more than the one before. @since 0.1.0 */
export type Lineage = Readonly<Record<never, never>>;

const lineages = new WeakMap<Durations, Lineage>();

/**
 * The line that durations are of: what was reckoned from those before them can be kept under it, in place
 * of what was kept before. Under the durations themselves it would pile up: they share their jobs.
 *
 * @since 0.1.0
 */
export function lineageOf(durations: Durations): Lineage {
  const lineage = lineages.get(durations) ?? {};
  lineages.set(durations, lineage);
  return lineage;
}

/**
 * Remembers one more job; the oldest few are forgotten when there are too many.
 *
 * @param duration - what is no sound pair of ages changes nothing
 * @example
 * ```ts
 * import { learned, NO_DURATIONS, withDuration } from 'rushes';
 *
 * const seen = [38_000, 43_000, 52_000].map((byMs) => ({ afterMs: byMs - 2_000, byMs }));
 * const durations = seen.reduce(withDuration, NO_DURATIONS);
 * const gapMs = learned()({ looks: 0, ageMs: 0, random: 0.5, durations });
 * ```
 * @since 0.1.0
 */
export function withDuration(durations: Durations, duration: Duration): Durations {
  const { afterMs, byMs, endedAt, misled } = duration;
  const isSound = afterMs >= 0 && byMs >= afterMs && byMs > 0 && byMs < Infinity;
  if (!isSound) return durations;
  const { ended } = durations;
  const isFull = ended.length >= MOST_DURATIONS;
  const kept = isFull ? ended.slice(DURATIONS_AT_ONCE - MOST_DURATIONS) : ended;
  const told = {
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(misled === undefined ? {} : { misled }),
  };
  const next: Durations = { ended: [...kept, { afterMs, byMs, ...told }] };
  // All begin with nothing: that is no line.
  if (ended.length > 0) lineages.set(next, lineageOf(durations));
  return next;
}
