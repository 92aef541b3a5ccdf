/** Why Magic Hour refuses a request: 422 for a file of the wrong sort, 400 for all else. @since 0.1.0 */
export interface Refusal {
  readonly status: 400 | 422;
  readonly message: string;
}

/**
 * A request that is not as its document says.
 *
 * @param message - what is wrong with it
 * @since 0.1.0
 */
export function invalid(message: string): Refusal {
  return { status: 400, message };
}
