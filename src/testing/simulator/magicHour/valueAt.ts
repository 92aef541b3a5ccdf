import { isFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';

/**
 * What stands at a path of objects.
 *
 * @param body - the fields that were sent
 * @param path - such as `assets.video_source`
 * @since 0.1.0
 */
export function valueAt(body: JsonFields, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((holder, name) => (isFields(holder) ? holder[name] : undefined), body);
}
