import type { TypeOf } from 'io-ts';
import { Type } from 'io-ts';
import { text } from '../../contract/lenient.js';
import { jobFailure } from '../../contract/jobFailure.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { JobFailure } from '../../model/JobSnapshot.js';

const ErrorObject = lenientBody('the error of a job', {}, { code: text, message: text });

type ErrorObject = TypeOf<typeof ErrorObject>;

/**
 * Why a job failed: an object at text-to-speech jobs, transcriptions and dialogue edits, where a
 * generation has a text and a code beside it. A text is read here as well: that is inferred.
 *
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const JobErrorBody = new Type<ErrorObject, ErrorObject, unknown>(
  ErrorObject.name,
  (value): value is ErrorObject => ErrorObject.is(value),
  (value, context) =>
    ErrorObject.validate(typeof value === 'string' ? { message: value } : value, context),
  (error) => error,
);

/** The reason in a body that has its error as an object. @since 0.1.0 */
export const failureOf = ({
  error,
}: {
  readonly error?: { readonly code?: string; readonly message?: string };
}): JobFailure | undefined => jobFailure(error?.message, error?.code);
