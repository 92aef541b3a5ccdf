import { jobFailure } from '../../contract/jobFailure.js';
import type { JobKind } from '../../contract/JobKind.js';
import { pathSegment } from '../../contract/pathSegment.js';
import type { JobBody } from './JobBody.js';
import { errorOf } from './errorOf.js';

/** The columns that all families have alike. */
type Alike =
  | 'provider'
  | 'submit'
  | 'look'
  | 'buckets'
  | 'id'
  | 'status'
  | 'progress'
  | 'failure'
  | 'credits'
  | 'createdAt'
  | 'errorOf';

type OwnColumns<Input, Body, Output, Preview> = Omit<JobKind<Input, Body, Output, Preview>, Alike> &
  Partial<Pick<JobKind<Input, Body, Output, Preview>, 'submit'>>;

/** The path of one job of a family. @since 0.1.0 */
export const pathOf = (path: string, id: string): string => `${path}${pathSegment(id)}/`;

/**
 * A family of Creatify's jobs: a POST of JSON to its path, and looks below it.
 *
 * None of them is recognized when it is repeated; none can be canceled or deleted. The scale of the
 * progress is on no page.
 *
 * @param path - where the family is, with a slash at both ends: without the last one, a POST may fail
 * @param own - what the family has for itself; a `submit` among it replaces the common one
 * @since 0.1.0
 */
export function creatifyKind<Input, Body extends JobBody, Output, Preview = unknown>(
  path: string,
  own: OwnColumns<Input, Body, Output, Preview>,
): JobKind<Input, Body, Output, Preview> {
  return {
    provider: 'creatify',
    submit: (input) => ({ method: 'POST', path, json: input }),
    look: (id) => ({ method: 'GET', path: pathOf(path, id) }),
    buckets: {},
    id: (body) => body.id,
    status: (body) => body.status,
    progress: (body) => body.progress,
    failure: (body) => jobFailure(body.failed_reason),
    credits: (body) => body.credits_used,
    createdAt: (body) => body.created_at,
    errorOf,
    ...own,
  };
}
