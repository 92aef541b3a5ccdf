import type { Observable } from 'rxjs';
import type { SubmissionOutcome } from '../errors/JobErrorBase.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { JobRef } from '../model/JobRef.js';
import type { Phase } from '../model/Phase.js';
import type { Duration } from '../timing/Durations.js';

/**
 * Written before a paid request is sent: what was about to be bought, and what became of it.
 *
 * Holds no API key, no URL and nothing of the input but fingerprints.
 *
 * @since 0.1.0
 */
export interface SubmissionIntent {
  readonly v: 1;
  readonly type: 'intent';
  readonly intentId: string;
  readonly provider: string;
  readonly kind: string;
  /** The paying method, such as `aurora.run`. */
  readonly operation: string;
  readonly account?: string;
  /** The key the vendor was given, so that sending again is the same job. */
  readonly idempotencyKey?: string;
  /** Fingerprint of the input, to tell whether a repeated key means the same job. */
  readonly inputHash: string;
  /** Fingerprints of the fields that the vendor shows again, such as a name: they tell the job in a list. */
  readonly marks?: Readonly<Record<string, string>>;
  /** The job that a verb goes on with. */
  readonly on?: JobRef;
  /** It is a call that costs and makes no job, such as a new voice. */
  readonly makesNoJob?: true;
  readonly createdAt: EpochMs;
  /** When the last attempt may have left, where that is known. */
  readonly sentAt?: EpochMs;
  /** `pending` until the answer is known; after a crash, `pending` means `unknown`. */
  readonly state: 'pending' | 'created' | SubmissionOutcome;
  /** The job that was made, or gone on with. */
  readonly ref?: JobRef;
  /** Where the outcome is unknown: jobs that may be the one, such as an id read from a cut answer. */
  readonly candidates?: readonly JobRef[];
}

/** What is remembered of a job. @since 0.1.0 */
export interface JobRecord {
  readonly v: 1;
  readonly type: 'job';
  readonly ref: JobRef;
  /** The phase that was last seen; a phase that ends the job is written after it was told. */
  readonly phase: Phase;
  readonly updatedAt: EpochMs;
  /** The job was only seen in a list: nobody here made it or watched it. */
  readonly listed?: true;
}

/** What is remembered of how long the jobs of one kind take, so that the next process knows it. @since 0.1.0 */
export interface DurationsRecord {
  readonly v: 1;
  readonly type: 'durations';
  readonly provider: string;
  /** As in `JobRef.kind`. */
  readonly kind: string;
  /** How long the jobs took that ended last, oldest first. */
  readonly ended: readonly Duration[];
  readonly updatedAt: EpochMs;
}

/** Whatever a store keeps: plain JSON. @since 0.1.0 */
export type StoreRecord = SubmissionIntent | JobRecord | DurationsRecord;

/**
 * Where intents and jobs are kept, by key. Every method is a cold Observable of one value.
 *
 * Keys are `intent/<intentId>`, `claim/<intentId>` while an ended intent is about to be sent again,
 * `job/<provider>:<kind>:<id>` and `durations/<provider>:<kind>`. Failures go to the error channel and become `StoreFault`.
 *
 * @since 0.1.0
 */
export interface JobStore {
  /** The record under the key, or `undefined`. */
  get(key: string): Observable<StoreRecord | undefined>;
  /** Writes, over what was there. */
  put(key: string, record: StoreRecord): Observable<void>;
  /** Writes if the key is free; emits what was there before, `undefined` when it wrote. */
  putIfAbsent(key: string, record: StoreRecord): Observable<StoreRecord | undefined>;
  /** Forgets the record under the key, if there is one. */
  remove(key: string): Observable<void>;
  /** All records whose key begins with the prefix, oldest first. */
  list(prefix: string): Observable<readonly StoreRecord[]>;
}
