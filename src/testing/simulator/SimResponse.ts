/** An answer of a vendor before anything on the way spoils it. @since 0.1.0 */
export interface SimResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * An answer with a JSON body.
 *
 * @param status - the HTTP status
 * @param value - what the body says
 * @param headers - more headers, lower-case names
 * @since 0.1.0
 */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SimResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}
