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

/** How calls follow that are alike, since there may be very many: those with times or functions of their own are not. */
const alike = new WeakMap<Environment, Map<string, Following>>();

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
  const { until, emit, deadlineMs, cadence, progress } = options;
  if (cadence !== undefined || deadlineMs !== undefined) {
    return read(environment, operation, options, paid);
  }
  const key = [operation, until, emit, progress, paid].join();
  const known = alike.get(environment) ?? new Map<string, Following>();
  alike.set(environment, known);
  const following = known.get(key) ?? read(environment, operation, options, paid);
  known.set(key, following);
  return following;
}
