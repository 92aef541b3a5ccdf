/**
 * The items of an answer that is one bare array; `undefined` where it is something else.
 *
 * @since 0.1.0
 */
export const bareList = (json: unknown): readonly unknown[] | undefined =>
  Array.isArray(json) ? json : undefined;
