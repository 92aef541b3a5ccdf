import { isLeft } from '#fp-ts/Either';
import type { JobEvent } from '../contract/JobStream.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type {
  Active,
  Ended,
  Failed,
  JobSnapshot,
  NeedsAction,
  Succeeded,
} from '../model/JobSnapshot.js';
import type { Phase } from '../model/Phase.js';

/** What of a job is to be shown, whatever its state. @since 0.1.0 */
export interface JobStateFacts {
  /** The job's phase; `idle` before the first event, `error` after a `Left`. */
  readonly phase: Phase | 'idle' | 'error';
  /** Whether nothing more happens by itself: the job ended, waits for a person, or is lost sight of. */
  readonly settled: boolean;
  /** `[0, 1]`; after a `Left`, what was shown last. */
  readonly progress?: number;
}

/** Nothing is known yet. @since 0.1.0 */
export interface IdleState extends JobStateFacts {
  readonly phase: 'idle';
  readonly settled: false;
  readonly ref?: undefined;
  readonly output?: undefined;
  readonly preview?: undefined;
  readonly error?: undefined;
  readonly snapshot?: undefined;
}

/** The vendor works on the job. @since 0.1.0 */
export interface ActiveState extends JobStateFacts {
  readonly phase: Active['phase'];
  readonly settled: false;
  readonly ref: JobRef;
  readonly output?: undefined;
  readonly preview?: undefined;
  readonly error?: undefined;
  readonly snapshot: Active;
}

/** The job waits for a person. @since 0.1.0 */
export interface NeedsActionState<P> extends JobStateFacts {
  readonly phase: 'needs-action';
  readonly settled: true;
  readonly ref: JobRef;
  readonly output?: undefined;
  /** What there is to judge. */
  readonly preview: P;
  readonly error?: undefined;
  readonly snapshot: NeedsAction<P>;
}

/** The job is done and its output is here. @since 0.1.0 */
export interface SucceededState<A> extends JobStateFacts {
  readonly phase: 'succeeded';
  readonly settled: true;
  readonly progress: 1;
  readonly ref: JobRef;
  /** The vendor's own field names, with the types of a finished job. */
  readonly output: A;
  readonly preview?: undefined;
  readonly error?: undefined;
  readonly snapshot: Succeeded<A>;
}

/** The job failed, was canceled or is gone. @since 0.1.0 */
export interface EndedState extends JobStateFacts {
  readonly phase: (Failed | Ended)['phase'];
  readonly settled: true;
  readonly ref: JobRef;
  readonly output?: undefined;
  readonly preview?: undefined;
  readonly error?: undefined;
  readonly snapshot: Failed | Ended;
}

/** The job is lost sight of; what was last seen of it is kept. @since 0.1.0 */
export interface ErrorState<A, P> extends JobStateFacts {
  readonly phase: 'error';
  readonly settled: true;
  /** The job, where one is known: watch it again by this. */
  readonly ref?: JobRef;
  readonly output?: undefined;
  readonly preview?: undefined;
  /** What went wrong. */
  readonly error: JobError;
  /** What was seen of the job last. */
  readonly snapshot?: JobSnapshot<A, P>;
}

/**
 * A job as a page shows it: frozen, a union on `phase`, and every member has every key.
 *
 * @typeParam A - the output of a succeeded job
 * @typeParam P - what a job that needs a decision shows
 * @since 0.1.0
 */
export type JobState<A, P = unknown> =
  IdleState | ActiveState | NeedsActionState<P> | SucceededState<A> | EndedState | ErrorState<A, P>;

/** The state before the first event. @since 0.1.0 */
export const IDLE: IdleState = Object.freeze({ phase: 'idle', settled: false });

/**
 * The state after one more event.
 *
 * @param before - the state so far
 * @param event - what the stream says
 * @since 0.1.0
 */
export const stateAfter = <A, P>(before: JobState<A, P>, event: JobEvent<A, P>): JobState<A, P> => {
  if (isLeft(event)) {
    const { progress, snapshot } = before;
    const ref = event.left.ref ?? before.ref;
    return Object.freeze({
      phase: 'error',
      settled: true,
      ...(progress === undefined ? {} : { progress }),
      ...(ref === undefined ? {} : { ref }),
      error: event.left,
      ...(snapshot === undefined ? {} : { snapshot }),
    });
  }
  const snapshot = event.right;
  const { ref, progress } = snapshot;
  const shown = progress === undefined ? {} : { progress };
  switch (snapshot.phase) {
    case 'succeeded': {
      const { phase, output, progress: whole } = snapshot;
      return Object.freeze({ phase, settled: true, progress: whole, ref, output, snapshot });
    }
    case 'needs-action': {
      const { phase, preview } = snapshot;
      return Object.freeze({ phase, settled: true, ...shown, ref, preview, snapshot });
    }
    case 'failed':
    case 'canceled':
    case 'gone':
      return Object.freeze({ phase: snapshot.phase, settled: true, ...shown, ref, snapshot });
    case 'queued':
    case 'running':
    case 'unknown':
      return Object.freeze({ phase: snapshot.phase, settled: false, ...shown, ref, snapshot });
  }
};
