import type { JobRef } from '../model/JobRef.js';
import type { JobErrorTag } from './JobErrorTag.js';
import { redactText } from './redactText.js';

/**
 * What became of a create that ended in an error: no byte left, the vendor said no, or nobody knows.
 *
 * @since 0.1.0
 */
export type SubmissionOutcome = 'not-sent' | 'rejected' | 'unknown';

/** What is known of a failure, beside its tag. @since 0.1.0 */
export interface JobErrorFacts {
  /** The vendor, or `rushes` where no vendor was involved. */
  readonly provider: string;
  /** What was being done: `aurora.run`, `generations.watch`, or an operator's name. */
  readonly operation: string;
  /** The job, once it has an id. */
  readonly ref?: JobRef | undefined;
  /** Whether repeating the failed call may succeed and cannot pay twice. Default: `false`. */
  readonly retryable?: boolean;
  /** Whether a job exists, or may exist, that is not known to be settled. Default: `false`. */
  readonly jobMayBeRunning?: boolean;
  /** The HTTP status that answered, where one did. */
  readonly httpStatus?: number | undefined;
  /** The vendor's own error code. */
  readonly vendorCode?: string | undefined;
  /** The vendor's id of the request, for its support. */
  readonly requestId?: string | undefined;
  /** How long the vendor asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** How many requests were sent before giving up, `>= 0`. Default: 0. */
  readonly attempts?: number;
  /** Only for creates: what became of the submission. */
  readonly outcome?: SubmissionOutcome | undefined;
  /** What lay below, already free of keys and transport objects. */
  readonly cause?: Error | undefined;
}

/** The mark by which errors are known across copies of this package. @since 0.1.0 */
export const JOB_ERROR_BRAND: symbol = Symbol.for('rushes.JobError');

/** Longest code or id of a vendor's that an error holds, in characters. */
const MAX_CODE_CHARS = 128;

const OPTIONAL = [
  'ref',
  'httpStatus',
  'vendorCode',
  'requestId',
  'retryAfterMs',
  'outcome',
] as const satisfies readonly (keyof JobErrorFacts)[];

/**
 * What all errors of this library share: facts from an allow-list, and no transport object.
 *
 * @since 0.1.0
 */
export abstract class JobErrorBase extends Error {
  abstract readonly _tag: JobErrorTag;
  /** The vendor, or `rushes` where no vendor was involved. */
  readonly provider: string;
  /** What was being done: `aurora.run`, `generations.watch`, or an operator's name. */
  readonly operation: string;
  /** The job, once it has an id: `watch(error.ref)` goes on with it. */
  declare readonly ref?: JobRef;
  /** Whether repeating the failed call may succeed and cannot pay twice. */
  readonly retryable: boolean;
  /** Whether a job exists, or may exist, that is not known to be settled. */
  readonly jobMayBeRunning: boolean;
  /** The HTTP status that answered, where one did. */
  declare readonly httpStatus?: number;
  /** The vendor's own error code. */
  declare readonly vendorCode?: string;
  /** The vendor's id of the request, for its support. */
  declare readonly requestId?: string;
  /** How long the vendor asked to wait, in milliseconds. */
  declare readonly retryAfterMs?: number;
  /** Only for creates: what became of the submission. */
  declare readonly outcome?: SubmissionOutcome;
  /** How many requests were sent before giving up, `>= 0`. */
  readonly attempts: number;

  constructor(name: string, message: string, facts: JobErrorFacts) {
    super(redactText(message), facts.cause === undefined ? undefined : { cause: facts.cause });
    Object.defineProperty(this, 'name', { value: name, configurable: true, writable: true });
    Object.defineProperty(this, JOB_ERROR_BRAND, { value: true });
    this.provider = facts.provider;
    this.operation = facts.operation;
    this.retryable = facts.retryable ?? false;
    this.jobMayBeRunning = facts.jobMayBeRunning ?? false;
    this.attempts = facts.attempts ?? 0;
    for (const key of OPTIONAL) {
      const fact = facts[key];
      // Codes and ids are the vendor's words: as untrusted, and as long, as its messages.
      const safe = typeof fact === 'string' ? redactText(fact).slice(0, MAX_CODE_CHARS) : fact;
      if (safe !== undefined) Object.assign(this, { [key]: safe });
    }
  }

  /** Plain JSON of the facts, for logs: the tag, the message and every field, but not the stack. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), _tag: this._tag, message: this.message };
  }
}
