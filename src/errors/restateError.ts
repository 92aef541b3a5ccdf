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
  const copy = new Error(error.message);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error) as object);
  Object.defineProperties(copy, {
    ...Object.getOwnPropertyDescriptors(error),
    stack: { value: error.stack, configurable: true, writable: true },
    // A snapshot is private to the first error, so that it is not printed: here it is asked for.
    ...('snapshot' in error ? { snapshot: { get: () => error.snapshot } } : {}),
  });
  return Object.assign(copy as E, changes);
}
