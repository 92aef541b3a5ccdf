import { isLeft, left, right } from '#fp-ts/Either';
import { defer, map, mergeMap, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobEvent, JobStream } from '../contract/JobStream.js';
import { restateError } from '../errors/restateError.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Engine } from './Engine.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import { isAbsent } from './isAbsent.js';
import { jobRefOf } from './jobRefOf.js';
import { look } from './look.js';
import { once } from './once.js';
import { whileOpen } from './whileOpen.js';
import { knownToStore } from './jobRecords.js';
import { refuse } from './refuse.js';

/**
 * One look, one event.
 *
 * @param method - the client's method, for errors
 * @since 0.1.0
 */
export function get(
  engine: Engine,
  family: Family,
  given: unknown,
  method = 'get',
): JobStream<unknown> {
  const { environment, loops } = engine;
  const { kind } = family;
  const operation = operationOf(family, method);
  const checked = jobRefOf(environment, kind.kind, given);
  if (isLeft(checked)) return refuse(environment, operation, checked.left);
  const ref = checked.right;
  const seen = defer(() => {
    const goingOn = loops.find(ref)?.goingOn ?? false;
    return look(environment, kind, ref, { operation, priority: 'call', goingOn });
  }).pipe(map((answer) => loops.obtain(kind, ref).observe(answer)));
  const judged = (event: JobEvent<unknown>): Observable<JobEvent<unknown>> => {
    if (!isLeft(event) || !isAbsent(event.left)) return of(event);
    const loop = loops.obtain(kind, ref);
    const verdict = loop.judge(new AttemptFailure(event.left, true));
    // A job that was just made may not be readable everywhere at once: it exists all the same.
    if (verdict.type === 'retry') {
      return of(left(restateError(event.left, { retryable: true, jobMayBeRunning: true })));
    }
    const known = verdict.type === 'gone' ? of(true) : knownToStore(environment, ref);
    return known.pipe(map((is) => (is ? right(loop.observeGone()) : event)));
  };
  return whileOpen(
    engine,
    operation,
    () => once(environment, { operation, ref }, seen).pipe(mergeMap(judged)),
    ref,
  );
}
