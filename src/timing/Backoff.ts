/**
 * How long to wait before trying again, in milliseconds.
 *
 * @param failures - failures in a row so far, `>= 1`
 * @param random - a fresh number in `[0, 1)`
 * @since 0.1.0
 */
export type Backoff = (failures: number, random: number) => number;

/**
 * Full jitter: anything up to a bound that doubles from `baseMs` to `maxMs`, but never 0.
 *
 * @param baseMs - bound of the first wait
 * @param maxMs - largest bound
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @since 0.1.0
 */
export function fullJitter(baseMs: number, maxMs: number): Backoff {
  return (failures, random) => {
    const bound = Math.min(maxMs, baseMs * 2 ** Math.min(Math.max(failures, 1) - 1, 52));
    return Math.max(1, Math.ceil(bound * random));
  };
}

/** From 0.5 s doubling to 30 s, fully jittered. @since 0.1.0 */
export const DEFAULT_BACKOFF: Backoff = fullJitter(500, 30_000);
