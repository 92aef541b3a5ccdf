const KEY = /^[\x21-\x7e]{1,512}$/;

/**
 * Whether a header holds a key that could be one: any is taken that is well formed.
 *
 * @param value - the header's value
 * @since 0.1.0
 */
export function isShownKey(value: string | undefined): value is string {
  return value !== undefined && KEY.test(value);
}
