/**
 * Freezes plain JSON at every depth and gives it back.
 *
 * Walks with a list rather than by recursion, since a vendor's body may be nested deeper than the
 * call stack. Never throws: what cannot be frozen is left as it is.
 *
 * @param value - a value that nobody else will change
 * @since 0.1.0
 */
export function deepFreeze<T>(value: T): T {
  const open: unknown[] = [value];
  const seen = new Set<object>();
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    try {
      Object.freeze(next);
      for (const key of Object.keys(next)) open.push((next as Record<string, unknown>)[key]);
    } catch {
      // A typed array, or a getter that throws: left as it is.
    }
  }
  return value;
}
