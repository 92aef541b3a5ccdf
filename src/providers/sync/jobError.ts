import { text } from '../../contract/lenient.js';
import { jobFailure } from '../../contract/jobFailure.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { JobFailure } from '../../model/JobSnapshot.js';

/**
 * Why a job failed: an object at text-to-speech jobs, transcriptions and dialogue edits, where a
 * generation has a text and a code beside it.
 *
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const JobErrorBody = lenientBody('the error of a job', {}, { code: text, message: text });

/** The reason in a body that has its error as an object. @since 0.1.0 */
export const failureOf = ({
  error,
}: {
  readonly error?: { readonly code?: string; readonly message?: string };
}): JobFailure | undefined => jobFailure(error?.message, error?.code);
