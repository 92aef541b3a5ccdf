import { jobFailure } from '../../contract/jobFailure.js';
import type { JobFailure } from '../../model/JobSnapshot.js';
import type { ErrorText } from './wire.js';
import type { TypeOf } from 'io-ts';

const CODE = /^[a-z0-9]+(?:_[a-z0-9]+)+$/;

/**
 * Why a job failed: the changelog of 2026-06-19 has a code stand where the sentence was.
 *
 * @since 0.1.0
 */
export function failureOf(said: TypeOf<typeof ErrorText> | undefined): JobFailure | undefined {
  if (typeof said === 'object') return jobFailure(said.message, said.code);
  return jobFailure(said, said !== undefined && CODE.test(said) ? said : undefined);
}
