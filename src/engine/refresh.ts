import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobError } from '../errors/JobError.js';
import { NotFound } from '../errors/NotFound.js';
import type { Asset } from '../model/Asset.js';
import type { Engine } from './Engine.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import { get } from './get.js';

/** A job's files as the vendor gives them now, with fresh URLs: one look, and no new job. @since 0.1.0 */
export function refresh(
  engine: Engine,
  family: Family,
  given: unknown,
): Observable<Either<JobError, readonly Asset[]>> {
  const operation = operationOf(family, 'refresh');
  return get(engine, family, given, 'refresh').pipe(
    map((event): Either<JobError, readonly Asset[]> => {
      if (isLeft(event)) return event;
      const { assets, phase, ref } = event.right;
      if (phase !== 'gone') return right(assets);
      const { provider } = ref;
      return left(
        new NotFound(`${operation}: the vendor has the job, or its files, no more`, {
          provider,
          operation,
          ref,
        }),
      );
    }),
  );
}
