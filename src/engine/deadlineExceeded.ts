import { DeadlineExceeded } from '../errors/DeadlineExceeded.js';
import type { Environment } from './Environment.js';
import type { Following } from './following.js';

/** The error for a watch whose time is up. @since 0.1.0 */
export function deadlineExceeded(
  { vendor }: Environment,
  { operation, deadlineMs, paid }: Following,
  facts: Partial<ConstructorParameters<typeof DeadlineExceeded>[1]>,
): DeadlineExceeded {
  return new DeadlineExceeded(`${operation}: no end within ${deadlineMs} ms`, {
    provider: vendor.provider,
    operation,
    retryable: !paid,
    ...facts,
  });
}
