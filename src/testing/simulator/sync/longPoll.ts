import type { World } from '../World.js';

/** How long a look is held, and what it includes. @since 0.1.0 */
export interface LookRequest {
  /** `undefined` for a plain look. */
  readonly holdMs: number | undefined;
  readonly progress: boolean;
}

const DEFAULT_CAP_MS = 55_000;
const DEFAULT_HOLD_MS = 30_000;

/**
 * Reads `wait`, `timeout` and `include` of a look.
 *
 * @param query - of the request
 * @param world - knows the longest hold that is taken
 * @returns the look, or why it is refused
 * @since 0.1.0
 */
export function lookRequest(query: URLSearchParams, world: World): LookRequest | string {
  const capMs = world.options.holdCapMs ?? DEFAULT_CAP_MS;
  const wait = query.get('wait') === 'true';
  const progress = (query.get('include') ?? '').split(',').includes('progress');
  const timeout = query.get('timeout');
  const seconds = timeout === null ? Math.min(DEFAULT_HOLD_MS, capMs) / 1000 : Number(timeout);
  if (wait && progress) return 'wait cannot be combined with include=progress';
  if (Number.isNaN(seconds))
    return 'timeout must be a number conforming to the specified constraints';
  if (seconds > capMs / 1000) return `timeout must not be greater than ${capMs / 1000}`;
  if (seconds < 1) return 'timeout must not be less than 1';
  return { holdMs: wait ? seconds * 1000 : undefined, progress };
}

/**
 * The headers of every answer to a look with `wait=true`.
 *
 * @param holdMs - how long it may have been held, in milliseconds
 * @since 0.1.0
 */
export function waitHeaders(holdMs: number): Readonly<Record<string, string>> {
  return {
    'retry-after': '2',
    'x-sync-wait-mode': 'long_poll',
    'x-sync-wait-timeout-seconds': String(holdMs / 1000),
  };
}
