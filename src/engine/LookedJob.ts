import type { AttemptFailure } from './AttemptFailure.js';
import type { Look } from './look.js';
import type { Looked } from './lookMany.js';
import type { TimetableEntry } from './Timetable.js';

/** A look that a job waits for. @since 0.1.0 */
export interface AskedLook {
  /** The job does not want its answer any more. */
  leave(job: LookedJob): void;
}

/** How a look was made, for what its answer tells beside the snapshot. @since 0.1.0 */
export interface LookCourse {
  /** It was held open for so long before the end was seen to come, in milliseconds; 0 where it was not. */
  readonly waitedMs: number;
  /** It was held open for the whole time that was asked for. */
  readonly heldInFull: boolean;
}

/** A job that is looked at in rounds. @since 0.1.0 */
export interface LookedJob extends TimetableEntry, Looked {
  /** Whether somebody wants the vendor's live progress, and looks can ask for it. */
  readonly wantsProgress: boolean;
  /** Whether somebody said when to look: then it need not be the first to know of the end. */
  readonly isPaced: boolean;
  /** Whether the vendor may still be at work, as far as was seen. */
  readonly mayBeRunning: boolean;
  /** Whether its looks fail so often that others are better looked at without it. */
  readonly isSuspect: boolean;
  /** The moment from which a look that others make may take this job along. */
  ripeAt(dueAt: number): number;
  /** What not having looked since the last time has cost until now, in milliseconds of expected lag. */
  urgencyMs(): number;
  /** Told of the look that it waits for from now on. */
  asks(asked: AskedLook): void;
  /** That look was answered. */
  answered(look: Look, course: LookCourse): void;
  /**
   * That look has failed.
   *
   * @param random - in `[0, 1)`; the same for all whom one request was for, so that they stay together
   */
  failed(failure: AttemptFailure, random: number): void;
  /** That look was refused for how it was asked: it asks again otherwise, after so many milliseconds. */
  askAgain(afterMs: number): void;
}
