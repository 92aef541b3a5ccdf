import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, right } from '#fp-ts/Either';
import { map } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import type { JobError } from '../errors/JobError.js';

/**
 * What is not there counts as taken away: an answer may have been lost, and the call be sent again.
 *
 * @param answer - what the call gives where it takes something away
 * @since 0.1.0
 */
export const absentIsDone = <Answer>(
  answer: Answer,
): OperatorFunction<Either<JobError, Answer>, Either<JobError, Answer>> =>
  map((event) => (isLeft(event) && event.left._tag === 'NotFound' ? right(answer) : event));
