/**
 * The longest delay that a timer holds: 2^31 - 1 ms. Above it, Node and browsers fire at once.
 *
 * @since 0.1.0
 */
export const MAX_TIMER_MS = 2_147_483_647;

/**
 * Brings a delay into what a timer can hold: an integer in `[0, 2^31 - 1]` ms; what is no
 * number becomes 0.
 *
 * @param delayMs - any number of milliseconds
 * @since 0.1.0
 */
export function clampDelayMs(delayMs: number): number {
  // Of undefined too, which functions of a user's may give.
  if (!(delayMs > 0)) return 0;
  return Math.min(Math.ceil(delayMs), MAX_TIMER_MS);
}
