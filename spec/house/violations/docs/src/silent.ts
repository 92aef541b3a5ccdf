export const silent = 1;

/**
 * Options that do not say what they are.
 *
 * @since 0.1.0
 */
export interface SilentOptions {
  readonly delayMs?: number;
}
