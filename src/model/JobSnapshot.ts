import type { Asset } from './Asset.js';
import type { EpochMs } from './EpochMs.js';
import type { JobRef } from './JobRef.js';
import type { Phase, TerminalPhase } from './Phase.js';

/** Why the vendor says that a job failed. @since 0.1.0 */
export interface JobFailure {
  /** The vendor's stable error code, where it has one. */
  readonly code?: string;
  /** The vendor's own sentence; may be empty. */
  readonly message: string;
  /** What the vendor advises, where it does. */
  readonly suggestion?: string;
}

/** What every snapshot has, whatever its phase. @since 0.1.0 */
export interface SnapshotFacts {
  /** Names the job, without a key: keep it, and watch the job from anywhere. */
  readonly ref: JobRef;
  /** The vendor's own status word; `''` where a create answer has none. */
  readonly status: string;
  /** `[0, 1]`; below 1 until the job succeeded; never falls for a job. */
  readonly progress?: number;
  /** `true` when `progress` was estimated from elapsed time, not reported. */
  readonly progressIsEstimate?: boolean;
  /** Estimated time to the end in milliseconds, `>= 0`. */
  readonly etaMs?: number;
  /** The files that there are, in one shape for all vendors. */
  readonly assets: readonly Asset[];
  /** What the vendor charged so far, in its own credits. */
  readonly credits?: number;
  /** When the job was made, where the vendor says so. */
  readonly createdAt?: EpochMs;
  /** When this look's answer arrived. */
  readonly observedAt: EpochMs;
  /** The parsed body with every key, known or not. */
  readonly raw: unknown;
}

/** The vendor works on the job, or says a word that no source lists. @since 0.1.0 */
export interface Active extends SnapshotFacts {
  /** How far the job is, in the same words for all vendors; the vendor's own stands in `status`. */
  readonly phase: 'queued' | 'running' | 'unknown';
  readonly output?: undefined;
  readonly preview?: undefined;
  readonly actions?: undefined;
  readonly failure?: undefined;
}

/** The job waits until a person has acted. @since 0.1.0 */
export interface NeedsAction<P = unknown> extends SnapshotFacts {
  readonly phase: 'needs-action';
  readonly output?: undefined;
  /** What there is to judge. */
  readonly preview: P;
  /** The names of the methods that go on with the job, such as `save`. */
  readonly actions: readonly string[];
  readonly failure?: undefined;
}

/** The job is done and its output is here. @since 0.1.0 */
export interface Succeeded<A> extends SnapshotFacts {
  readonly phase: 'succeeded';
  readonly progress: 1;
  /** The vendor's own field names, with the types of a finished job. */
  readonly output: A;
  readonly preview?: undefined;
  readonly actions?: undefined;
  readonly failure?: undefined;
}

/** The vendor says that the job failed. @since 0.1.0 */
export interface Failed extends SnapshotFacts {
  readonly phase: 'failed';
  readonly output?: undefined;
  readonly preview?: undefined;
  readonly actions?: undefined;
  /** Why the job failed, in the words of the vendor. */
  readonly failure: JobFailure;
}

/** The job was canceled or deleted. @since 0.1.0 */
export interface Ended extends SnapshotFacts {
  readonly phase: 'canceled' | 'gone';
  readonly output?: undefined;
  readonly preview?: undefined;
  readonly actions?: undefined;
  readonly failure?: undefined;
}

/**
 * What one look at a job showed: plain frozen JSON, a union on `phase`.
 *
 * Every member has every key, so that templates read `snapshot.output` without narrowing.
 *
 * @typeParam A - the output of a succeeded job
 * @typeParam P - what a job that needs a decision shows
 * @since 0.1.0
 */
export type JobSnapshot<A, P = unknown> = Active | NeedsAction<P> | Succeeded<A> | Failed | Ended;

const TERMINAL: Readonly<Record<Phase, boolean>> = {
  queued: false,
  running: false,
  'needs-action': false,
  succeeded: true,
  failed: true,
  canceled: true,
  gone: true,
  unknown: false,
};

/**
 * Whether the job has ended for good: succeeded, failed, canceled or gone.
 *
 * @param snapshot - anything with a phase
 * @example
 * ```ts
 * import { isTerminal } from 'rushes';
 *
 * const over: boolean = isTerminal({ phase: 'failed' });
 * ```
 * @since 0.1.0
 */
export function isTerminal<S extends { readonly phase: Phase }>(
  snapshot: S,
): snapshot is S & { readonly phase: TerminalPhase } {
  return TERMINAL[snapshot.phase];
}

/**
 * Whether nothing more happens by itself: terminal, or waiting for a person.
 *
 * @param snapshot - anything with a phase
 * @example
 * ```ts
 * import { isSettled } from 'rushes';
 *
 * const waits: boolean = isSettled({ phase: 'needs-action' });
 * ```
 * @since 0.1.0
 */
export function isSettled<S extends { readonly phase: Phase }>(
  snapshot: S,
): snapshot is S & { readonly phase: TerminalPhase | 'needs-action' } {
  return snapshot.phase === 'needs-action' || isTerminal(snapshot);
}
