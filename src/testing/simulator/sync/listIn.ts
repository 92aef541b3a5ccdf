/**
 * The items of a list in a query: with commas, or as the JSON array that the official client writes.
 *
 * @param text - the value; `null` where the query has none
 * @since 0.1.0
 */
export function listIn(text: string | null): readonly string[] | undefined {
  if (text === null) return undefined;
  const bare = text.replace(/^\[|\]$|"/g, '');
  return bare.split(',').map((item) => item.trim());
}
