import type { WatchOptions } from '../contract/JobOptions.js';
import type { Environment } from './Environment.js';
import type { WatchingOptions } from './readOptions.js';

/** How one stream follows a loop. @since 0.1.0 */
export interface Following extends Required<Pick<WatchOptions, 'until' | 'emit' | 'deadlineMs'>> {
  readonly cadence: WatchOptions['cadence'];
  readonly liveProgress: boolean;
  /** The user's method, for errors. */
  readonly operation: string;
  /** Whether the method that was called pays: then calling it again is no way to retry. */
  readonly paid: boolean;
}

/** How calls without options follow: the same for all of a method, since there may be very many. */
const plain = new WeakMap<Environment, Map<string, Following>>();

function read(
  { deadlineMs }: Environment,
  operation: string,
  options: WatchingOptions,
  paid: boolean,
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

/**
 * How one call of a method follows its job: its options, and the client's where it has none.
 *
 * @since 0.1.0
 */
export function following(
  environment: Environment,
  operation: string,
  options: WatchingOptions,
  paid = false,
): Following {
  if (Object.keys(options).length > 0) return read(environment, operation, options, paid);
  const known = plain.get(environment) ?? new Map<string, Following>();
  plain.set(environment, known);
  const following = known.get(operation) ?? read(environment, operation, options, paid);
  known.set(operation, following);
  return following;
}
