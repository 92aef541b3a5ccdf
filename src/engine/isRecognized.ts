import type { Idempotency } from '../contract/JobKind.js';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { JobError } from '../errors/JobError.js';
import { SubmissionUnknown } from '../errors/SubmissionUnknown.js';
import type { EpochMs } from '../model/EpochMs.js';

/** How long a vendor is trusted to know a key, where its pages do not say. */
const KEPT_MS = 24 * 60 * 60_000;

/** A clock that was set back by more than this tells nothing about how long ago something was. */
const SET_BACK_MS = 5 * 60_000;

/**
 * Whether the vendor still recognizes a create of that time when it is sent again. Pure.
 *
 * @since 0.1.0
 */
export function isRecognized(
  idempotency: Idempotency | undefined,
  since: EpochMs,
  now: EpochMs,
): boolean {
  if (idempotency === undefined) return false;
  const passedMs = now - since;
  return passedMs > -SET_BACK_MS && passedMs < (idempotency.keptMs ?? KEPT_MS);
}

/**
 * The error of a create that is not sent again because the vendor may know its key no more.
 *
 * @since 0.1.0
 */
export function forgottenKey({ intentId, provider, operation }: SubmissionIntent): JobError {
  const message = `${operation}: the vendor may have forgotten its idempotency key by now`;
  return new SubmissionUnknown(message, { intentId }, { provider, operation });
}
