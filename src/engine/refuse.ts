import type { Either } from 'fp-ts/lib/Either.js';
import { left } from '#fp-ts/Either';
import { of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobError } from '../errors/JobError.js';
import type { Environment } from './Environment.js';

/** One `Left` for a bad argument; nothing is sent. @since 0.1.0 */
export function refuse(
  { vendor }: Environment,
  operation: string,
  issues: readonly InputIssue[],
  outcome?: 'not-sent',
): Observable<Either<JobError, never>> {
  return of(left(new InvalidInput(issues, { provider: vendor.provider, operation, outcome })));
}

/**
 * What a vendor's rules say of an input; an input that makes them throw, such as one whose getters
 * throw, breaks a rule too.
 *
 * @since 0.1.0
 */
export function issuesOf<Input>(
  check: ((input: Input) => readonly InputIssue[]) | undefined,
  input: Input,
): readonly InputIssue[] {
  try {
    return check?.(input) ?? [];
  } catch {
    return [{ path: '', message: 'cannot be read: give a plain object' }];
  }
}
