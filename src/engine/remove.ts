import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import { catchError, defer, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { JobError } from '../errors/JobError.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Engine } from './Engine.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import { isAbsent } from './isAbsent.js';
import { jobRefOf } from './jobRefOf.js';
import { once } from './once.js';
import { whileOpen } from './whileOpen.js';
import { refuse } from './refuse.js';
import { send } from './send.js';

/** Deletes a job at the vendor; one that is not there counts as done. @since 0.1.0 */
export function remove(
  engine: Engine,
  family: Family,
  given: unknown,
): Observable<Either<JobError, void>> {
  const { environment, loops } = engine;
  const { kind } = family;
  const operation = operationOf(family, 'remove');
  const checked = jobRefOf(environment, kind.kind, given);
  if (isLeft(checked)) return refuse(environment, operation, checked.left);
  const ref = checked.right;
  const what = {
    operation,
    ref,
    bucket: kind.buckets.remove,
    priority: 'call',
    errorOf: kind.errorOf,
  } as const;
  const removing = defer(() =>
    send(environment, { ...what, request: kind.remove?.(ref.id) as HttpRequest }),
  ).pipe(
    map(() => undefined),
    catchError((failure: unknown) => {
      if (failure instanceof AttemptFailure && isAbsent(failure.error)) return of(undefined);
      throw failure;
    }),
  );
  const told = map((removed: Either<JobError, undefined>): Either<JobError, void> => {
    if (!isLeft(removed)) loops.find(ref)?.observeGone();
    return removed;
  });
  return whileOpen(engine, operation, () => once(environment, what, removing).pipe(told), ref);
}
