import { isLeft, left, right } from '#fp-ts/Either';
import type { JobEvent, JobResult } from '../contract/JobStream.js';
import { Aborted } from '../errors/Aborted.js';
import { ActionNeeded } from '../errors/ActionNeeded.js';
import { JobCanceled } from '../errors/JobCanceled.js';
import { JobFailed } from '../errors/JobFailed.js';
import { JobGone } from '../errors/JobGone.js';

/**
 * How a job ended, told by the last event of its stream.
 *
 * @param event - the last event; `undefined` where there was none
 * @param operation - named in the errors
 * @since 0.1.0
 */
export const resultOfEvent = <A>(
  event: JobEvent<A> | undefined,
  operation: string,
): JobResult<A> => {
  if (event === undefined) {
    const facts = { provider: 'rushes', operation, jobMayBeRunning: true };
    return left(new Aborted('the stream ended before it told of a job', facts));
  }
  if (isLeft(event)) return event;
  const snapshot = event.right;
  switch (snapshot.phase) {
    case 'succeeded':
      return right(snapshot);
    case 'failed':
      return left(new JobFailed(snapshot, { operation }));
    case 'canceled':
      return left(new JobCanceled(snapshot, { operation }));
    case 'gone':
      return left(new JobGone(snapshot, { operation }));
    case 'needs-action':
      return left(new ActionNeeded(snapshot, { operation }));
    case 'queued':
    case 'running':
    case 'unknown': {
      const { ref } = snapshot;
      const facts = { provider: ref.provider, operation, ref, jobMayBeRunning: true };
      return left(new Aborted('the stream ended before its job did', facts));
    }
  }
};
