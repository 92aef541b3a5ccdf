import { isLeft } from '#fp-ts/Either';
import type { JobStream } from '../contract/JobStream.js';
import type { Engine } from './Engine.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import { follow } from './follow.js';
import { following } from './following.js';
import { jobRefOf } from './jobRefOf.js';
import type { WatchingOptions } from './readOptions.js';
import { readWatchOptions } from './readOptions.js';
import { refuse } from './refuse.js';

/** Follows a job that exists: cold, shareable, free. @since 0.1.0 */
export function watch(
  engine: Engine,
  family: Family,
  given: unknown,
  options?: WatchingOptions,
): JobStream<unknown> {
  const { environment, loops } = engine;
  const operation = operationOf(family, 'watch');
  const ref = jobRefOf(environment, family.kind.kind, given);
  const how = readWatchOptions(options);
  if (isLeft(ref) || isLeft(how)) {
    const issues = [ref, how].flatMap((part) => (isLeft(part) ? part.left : []));
    return refuse(environment, operation, issues);
  }
  const loopOf = (): ReturnType<typeof loops.obtain> => loops.obtain(family.kind, ref.right);
  return follow(engine, loopOf, following(environment, operation, how.right));
}
