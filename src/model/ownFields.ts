/**
 * A copy of an object that has its fields and no others: what somebody adds to `Object.prototype` is not
 * in it, so that it can be no option of anything.
 *
 * @since 0.1.0
 */
export function ownFields<T extends object>(value: T): T {
  const fields = Object.create(null) as T;
  for (const key in value) {
    // What comes from a prototype of the caller's own belongs to it.
    if (Object.hasOwn(value, key) || !(key in Object.prototype)) fields[key] = value[key];
  }
  return fields;
}
