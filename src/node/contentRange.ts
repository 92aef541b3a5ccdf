/** Which part of a file an answer holds. @since 0.1.0 */
export interface ContentRange {
  /** Its first byte, from 0. */
  readonly first: number;
  /** Its last byte, included. */
  readonly last: number;
  /** The size of the whole file in bytes, where it is told. */
  readonly total: number | undefined;
}

const BYTES = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i;

/**
 * Reads a `Content-Range`, or gives `undefined` where it is absent or makes no sense.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-content-range
 * @since 0.1.0
 */
export function contentRange(header: string | undefined): ContentRange | undefined {
  const [, from, to, size] = BYTES.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [Number(from), Number(to)];
  const total = size === '*' ? undefined : Number(size);
  const sound = first <= last && (total === undefined || last < total);
  return sound ? { first, last, total } : undefined;
}
