/** A JSON object. @since 0.1.0 */
export type JsonFields = Readonly<Record<string, unknown>>;

/**
 * Whether a value is a JSON object.
 *
 * @param value - anything
 * @since 0.1.0
 */
export function isFields(value: unknown): value is JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads JSON.
 *
 * @param text - what may be JSON
 * @returns the value, or `undefined` when it is none
 * @since 0.1.0
 */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a JSON object.
 *
 * @param text - what may be JSON
 * @returns its fields, or `undefined` when it is no object
 * @since 0.1.0
 */
export function jsonFields(text: string): JsonFields | undefined {
  const value = parsedJson(text);
  return isFields(value) ? value : undefined;
}

/**
 * A field that is a text.
 *
 * @param value - of the field
 * @returns `undefined` for anything else
 * @since 0.1.0
 */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
