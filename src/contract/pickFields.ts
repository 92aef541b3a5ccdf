/**
 * A copy of some fields; absent ones stay absent.
 *
 * @param source - where the fields are
 * @param names - which ones
 * @since 0.1.0
 */
export function pickFields<T extends object, Name extends keyof T>(
  source: T,
  ...names: readonly Name[]
): Pick<T, Name> {
  const present = names.filter((name) => Object.hasOwn(source, name));
  return Object.fromEntries(present.map((name) => [name, source[name]])) as Pick<T, Name>;
}
