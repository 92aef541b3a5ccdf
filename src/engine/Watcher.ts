import type { JobError } from '../errors/JobError.js';
import type { Cadence } from '../timing/Cadence.js';
import type { AnySnapshot } from './toSnapshot.js';

/** One who follows a job's loop. @since 0.1.0 */
export interface Watcher {
  /** Its own cadence; absent: the client's, or the kind's best. */
  readonly cadence: Cadence | undefined;
  /** Whether it wants the vendor's live progress, where looks can ask for it. */
  readonly liveProgress: boolean;
  /** Each look's news; the watcher leaves by itself when it has seen its end. */
  receive(snapshot: AnySnapshot): void;
  /** No more news will come. */
  fail(error: JobError): void;
  /** Its cadence threw: a defect in the user's code, which is for the error channel. */
  crash(defect: unknown): void;
}
