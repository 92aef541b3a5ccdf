import type { JobError } from '../errors/JobError.js';
import type { AnySnapshot } from './toSnapshot.js';
import type { Watcher } from './Watcher.js';

/** Those who watch one job: mostly it is one, and a list is only kept for more. @since 0.1.0 */
export type Audience = Watcher | readonly Watcher[];

/** Nobody watches. @since 0.1.0 */
export const NOBODY: readonly Watcher[] = [];

/** Those who are present. @since 0.1.0 */
export const presentIn = (audience: Audience): readonly Watcher[] =>
  Array.isArray(audience) ? (audience as readonly Watcher[]) : [audience as Watcher];

/** The audience with one more. @since 0.1.0 */
export const withWatcher = (audience: Audience, watcher: Watcher): Audience =>
  audience === NOBODY ? watcher : [...presentIn(audience), watcher];

/** The audience without one of them; the same where that one was not there. @since 0.1.0 */
export function withoutWatcher(audience: Audience, watcher: Watcher): Audience {
  const present = presentIn(audience);
  if (!present.includes(watcher)) return audience;
  const others = present.filter((other) => other !== watcher);
  const [one = NOBODY] = others;
  return others.length > 1 ? others : one;
}

/** A snapshot, and those who were there when it was news. @since 0.1.0 */
export interface News {
  readonly snapshot: AnySnapshot;
  readonly readers: readonly Watcher[];
}

/** Tells them that no more news will come. @since 0.1.0 */
export function dismiss(audience: Audience, error: JobError): void {
  for (const watcher of presentIn(audience)) watcher.fail(error);
}
