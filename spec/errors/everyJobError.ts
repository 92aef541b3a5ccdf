import { Aborted } from '../../src/errors/Aborted.js';
import { ActionNeeded } from '../../src/errors/ActionNeeded.js';
import { Closed } from '../../src/errors/Closed.js';
import { DeadlineExceeded } from '../../src/errors/DeadlineExceeded.js';
import { InvalidInput } from '../../src/errors/InvalidInput.js';
import { JobCanceled } from '../../src/errors/JobCanceled.js';
import type { JobError, JobErrorOf } from '../../src/errors/JobError.js';
import type { JobErrorFacts } from '../../src/errors/JobErrorBase.js';
import type { JobErrorTag } from '../../src/errors/JobErrorTag.js';
import { JobFailed } from '../../src/errors/JobFailed.js';
import { JobGone } from '../../src/errors/JobGone.js';
import { NetworkFault } from '../../src/errors/NetworkFault.js';
import { NotFound } from '../../src/errors/NotFound.js';
import { PaymentRequired } from '../../src/errors/PaymentRequired.js';
import { RateLimited } from '../../src/errors/RateLimited.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { ServerFault } from '../../src/errors/ServerFault.js';
import { StoreFault } from '../../src/errors/StoreFault.js';
import { SubmissionUnknown } from '../../src/errors/SubmissionUnknown.js';
import { TimedOut } from '../../src/errors/TimedOut.js';
import { Unauthorized } from '../../src/errors/Unauthorized.js';
import { Undecodable } from '../../src/errors/Undecodable.js';
import { UnexpectedRedirect } from '../../src/errors/UnexpectedRedirect.js';
import { UnknownStatus } from '../../src/errors/UnknownStatus.js';
import type { JobRef } from '../../src/model/JobRef.js';

/** Stands in every signed URL here; no printed error may show it. */
export const SIGNATURE = 'SIGNATURE-5b1f';

export const REF: JobRef = Object.freeze({ v: 1, provider: 'acme', kind: 'videos', id: 'a1' });

export const FACTS: JobErrorFacts = { provider: 'acme', operation: 'videos.watch', ref: REF };

const signed = `https://files.example/a.mp4?X-Amz-Signature=${SIGNATURE}`;

const seen = {
  ref: REF,
  status: 'word',
  assets: [{ url: signed, type: 'video', role: 'output' }],
  observedAt: 0,
  raw: { url: signed },
} as const;

/** One error of each tag; the compiler asks for every tag. */
export const EVERY_JOB_ERROR: { readonly [Tag in JobErrorTag]: () => JobErrorOf<Tag> } = {
  InvalidInput: () => new InvalidInput([{ path: 'name', message: 'too long' }], FACTS),
  Unauthorized: () => new Unauthorized('no', FACTS),
  PaymentRequired: () => new PaymentRequired('no', FACTS),
  NotFound: () => new NotFound('no', FACTS),
  Rejected: () => new Rejected('no', FACTS),
  RateLimited: () => new RateLimited('no', FACTS),
  ServerFault: () => new ServerFault('no', FACTS),
  NetworkFault: () => new NetworkFault('no', 'reset', FACTS),
  TimedOut: () => new TimedOut('no', FACTS),
  UnexpectedRedirect: () => new UnexpectedRedirect('no', FACTS),
  Undecodable: () =>
    new Undecodable('no', 'shape', FACTS, [{ path: 'id', message: 'expected string' }]),
  UnknownStatus: () => new UnknownStatus('post_processing', FACTS),
  SubmissionUnknown: () =>
    new SubmissionUnknown('no', { intentId: 'i1', candidates: [REF] }, FACTS),
  DeadlineExceeded: () => new DeadlineExceeded('no', FACTS),
  StoreFault: () => new StoreFault('no', FACTS),
  Aborted: () => new Aborted('no', FACTS),
  Closed: () => new Closed('no', FACTS),
  JobFailed: () =>
    new JobFailed(
      { ...seen, phase: 'failed', failure: { code: 'E7', message: `could not fetch ${signed}` } },
      { operation: 'toResult' },
    ),
  JobCanceled: () => new JobCanceled({ ...seen, phase: 'canceled' }, { operation: 'toResult' }),
  JobGone: () => new JobGone({ ...seen, phase: 'gone' }, { operation: 'toResult' }),
  ActionNeeded: () =>
    new ActionNeeded(
      {
        ...seen,
        phase: 'needs-action',
        preview: { front: signed },
        actions: ['save', 'resynthesize'],
      },
      { operation: 'toResult' },
    ),
};

export const EVERY_TAG = Object.keys(EVERY_JOB_ERROR) as readonly JobErrorTag[];

export const errorOf = (tag: JobErrorTag): JobError => EVERY_JOB_ERROR[tag]();
