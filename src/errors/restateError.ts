import type { JobError } from './JobError.js';
import type { JobErrorFacts } from './JobErrorBase.js';

/**
 * The same error seen from another call: a copy with some facts changed.
 *
 * A look that fails is `retryable` for who watches, but not for who called `run`: calling `run`
 * again would pay again.
 *
 * @param error - the error as it was first stated
 * @param changes - the facts that differ
 * @since 0.1.0
 */
export function restateError<E extends JobError>(
  error: E,
  changes: Partial<
    Pick<
      JobErrorFacts,
      'operation' | 'retryable' | 'jobMayBeRunning' | 'ref' | 'attempts' | 'outcome'
    >
  >,
): E {
  const copy = Object.create(
    Object.getPrototypeOf(error) as object,
    Object.getOwnPropertyDescriptors(error),
  ) as E;
  return Object.assign(copy, changes);
}
