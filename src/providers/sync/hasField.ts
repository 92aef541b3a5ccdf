/** Whether an object has a field of its own, without reading it. Never throws. @since 0.1.0 */
export function hasField(value: unknown, ...names: readonly string[]): boolean {
  try {
    return (
      typeof value === 'object' &&
      value !== null &&
      names.some((name) => Object.hasOwn(value, name))
    );
  } catch {
    return false;
  }
}
