/** Rounds after which it is not other processes that hold us up, but something that is wrong. */
const MOST_ROUNDS = 100;

/**
 * Works until something comes of it, since other processes may go on with the log at any time.
 *
 * @throws where nothing comes of it
 * @since 0.1.0
 */
export function insist<T>(folder: string, work: () => T | undefined): T {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = work();
    if (result !== undefined) return result;
  }
  throw new Error(`${folder}: the log changes faster than it can be read`);
}
