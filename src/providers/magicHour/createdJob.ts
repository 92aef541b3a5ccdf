import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, right } from '#fp-ts/Either';
import type { CreatedJob } from '../../contract/JobKind.js';
import { CreatedProject } from './wire.js';

/** What a create answered: an id and a price, and no status. @since 0.1.0 */
export function createdJob(json: unknown): Either<unknown, CreatedJob> {
  const created = CreatedProject.decode(json);
  if (isLeft(created)) return created;
  return right({ id: created.right.id, credits: created.right.credits_charged });
}
