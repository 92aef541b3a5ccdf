/** How to stop waiting. @since 0.1.0 */
export interface AbortOptions {
  /**
   * Stops listening when it is aborted: the result is `Aborted`, and the job goes on at the vendor.
   * An already aborted signal subscribes to nothing. No listener is left on it.
   */
  readonly signal?: AbortSignal | undefined;
}
