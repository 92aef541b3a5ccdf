import type { Environment } from './Environment.js';
import type { Following } from './follow.js';
import type { WatchingOptions } from './readOptions.js';

/**
 * How one call of a method follows its job: its options, and the client's where it has none.
 *
 * @since 0.1.0
 */
export function following(
  { deadlineMs }: Environment,
  operation: string,
  options: WatchingOptions,
  paid = false,
): Following {
  return {
    until: options.until ?? 'settled',
    emit: options.emit ?? 'changes',
    deadlineMs: options.deadlineMs ?? deadlineMs,
    cadence: options.cadence,
    liveProgress: options.progress === true,
    operation,
    paid,
  };
}
