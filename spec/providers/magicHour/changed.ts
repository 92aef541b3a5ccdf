/** The names on the way to a field; `0` is the first member of a list. */
const namesOf = (path: string): readonly string[] => path.replaceAll('[]', '.0').split('.');

/** The value at a path such as `style.points[].time_seconds`; `undefined` where there is none. */
export const valueAt = (input: unknown, path: string): unknown =>
  namesOf(path).reduce<unknown>(
    (value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name],
    input,
  );

/** A copy with another value at a path, all of whose parents are there; `undefined` takes it out. */
export function changed<T>(input: T, path: string, value: unknown): T {
  const copy = structuredClone(input);
  const names = [...namesOf(path)];
  const last = names.pop() ?? '';
  const owner = (names.length === 0 ? copy : valueAt(copy, names.join('.'))) as
    Record<string, unknown> | undefined;
  if (owner === undefined) throw new Error(`nothing holds ${path}`);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

/** A path as issues name it: the first member of a list is `0`. */
export const issuePath = (path: string): string => namesOf(path).join('.');
