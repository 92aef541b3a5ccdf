import { assetOf } from '../../../src/contract/assetOf.js';
import { errorJson, pageSentence, sentenceOf } from '../../../src/contract/errorAnswer.js';
import { jobFailure } from '../../../src/contract/jobFailure.js';
import type { JobKind } from '../../../src/contract/JobKind.js';
import { pathSegment } from '../../../src/contract/pathSegment.js';
import { pickFields } from '../../../src/contract/pickFields.js';
import type { ClipInput } from './ClipInput.js';
import { clipInputIssues } from './ClipInput.js';
import { CLIP_PHASES } from './status.js';
import { ClipBody } from './wire.js';

/** A finished clip. */
export interface ClipOutput {
  /** URL of the clip. */
  readonly url: string;
  /** Its length in seconds. */
  readonly seconds?: number;
}

/** Acme's clips. @see https://docs.acme.example/clips (read 2026-11-22) */
export const clips: JobKind<ClipInput, ClipBody, ClipOutput> = {
  provider: 'acme',
  kind: 'clips',
  check: clipInputIssues,
  submit: (input) => ({ method: 'POST', path: '/clips', json: input }),
  look: (id) => ({ method: 'GET', path: `/clips/${pathSegment(id)}` }),
  buckets: { look: { name: 'reads', perMinute: 60, burst: 60 } },
  codec: ClipBody,
  id: (body) => body.id,
  status: (body) => body.state,
  phases: CLIP_PHASES,
  output: (body) =>
    body.url === undefined ? undefined : { url: body.url, ...pickFields(body, 'seconds') },
  progress: (body) => body.percent,
  progressScale: 'percent',
  failure: (body) => jobFailure(body.reason),
  assets: (body) => assetOf(body.url, 'video', 'url'),
  errorOf: (response) => {
    const json = errorJson(response);
    return { message: json === undefined ? pageSentence(response.body) : sentenceOf(json) };
  },
};
