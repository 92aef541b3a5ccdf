import type { Call } from '../Call.js';
import type { Made } from '../IdempotencyLedger.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { jobAt } from './AurousDesk.js';
import type { AurousDesk } from './AurousDesk.js';
import { tooDear, usualAurousError } from './aurousError.js';
import { costOf } from './costOf.js';
import { cursorPage } from './cursorPage.js';
import { generation } from './generation.js';
import { imageRefusal } from './imageInput.js';
import { pinnedVersion } from './pinnedVersion.js';
import { fieldsOf, NOT_AN_OBJECT, refused } from './requestFields.js';
import { videoRefusal } from './videoInput.js';

const BOTH = ['images', 'videos'];
const FILTERS = 'pending processing succeeded failed cancelled expired moderation_rejected'.split(
  ' ',
);

type Judge = (body: JsonFields, desk: AurousDesk) => SimResponse | undefined;

const JUDGES: Readonly<Record<'images' | 'videos', Judge>> = {
  images: imageRefusal,
  videos: videoRefusal,
};

/**
 * Images and videos: both are made at their own path, and looked at and cancelled at that of images.
 * That images are listed is inferred from the general rules.
 *
 * @param desk - of the vendor
 * @see https://docs.aurous-labs.com/api-reference/images/create-image (read 2026-11-22)
 * @see https://docs.aurous-labs.com/api-reference/videos/create-video (read 2026-11-22)
 * @since 0.1.0
 */
export function generationRoutes(desk: AurousDesk): readonly Route[] {
  const read = { method: 'GET', bucket: 'reads' } as const;
  const one = '/v1/images/:id';
  const makers = (['images', 'videos'] as const).flatMap((kind): readonly Route[] => [
    {
      method: 'POST',
      path: `/v1/${kind}`,
      role: 'create',
      bucket: 'images_post',
      answer: (call) => desk.keyed.once(call, () => made(call, kind, desk)),
    },
    {
      method: 'POST',
      path: `/v1/${kind}/estimate`,
      role: 'other',
      bucket: 'estimate_post',
      answer: (call) => estimate(call, kind, desk),
    },
  ]);
  return [
    ...makers,
    { ...read, path: '/v1/images', role: 'list', answer: (call) => list(call, desk) },
    {
      ...read,
      path: one,
      role: 'get',
      answer: on(desk, (job) => json(200, generation(job, desk))),
    },
    {
      method: 'POST',
      path: `${one}/cancel`,
      role: 'verb',
      bucket: 'images_post',
      answer: on(desk, (job) => cancel(job, desk)),
    },
  ];
}

function on(desk: AurousDesk, answer: (job: SimJob) => SimResponse): (call: Call) => SimResponse {
  return ({ params }) => {
    const job = jobAt(desk, BOTH, params['id']);
    return job === undefined ? usualAurousError(404) : answer(job);
  };
}

function made({ request }: Call, kind: 'images' | 'videos', desk: AurousDesk): Made {
  const body = fieldsOf(request);
  if (body === undefined) return { response: NOT_AN_OBJECT };
  const refusal = JUDGES[kind](body, desk);
  if (refusal !== undefined) return { response: refusal };
  if (!desk.purse.holds(costOf(kind, body).amount)) return { response: tooDear('balance_too_low') };
  const aurous_version = pinnedVersion(request);
  const creation_request_id = desk.requestIds.of(request);
  const job = desk.book.add(kind, { ...body, aurous_version, creation_request_id }, 1);
  return { response: json(201, generation(job, desk)), job };
}

function estimate({ request }: Call, kind: 'images' | 'videos', desk: AurousDesk): SimResponse {
  const body = fieldsOf(request);
  if (body === undefined) return NOT_AN_OBJECT;
  const refusal = JUDGES[kind](body, desk);
  if (refusal !== undefined) return refusal;
  return json(200, {
    object: 'estimate',
    estimated_cost: costOf(kind, body),
    currency: 'credit',
  });
}

function list({ request }: Call, desk: AurousDesk): SimResponse {
  const jobs = desk.book.present.filter(({ kind }) => kind === 'images');
  return cursorPage(jobs, request.query, FILTERS, (job) => generation(job, desk));
}

function cancel(job: SimJob, desk: AurousDesk): SimResponse {
  const { stage, status } = job.state;
  if (hasEnded(stage) && stage !== 'canceled') {
    return refused('generation_not_cancellable', `A generation that is ${status} has ended.`);
  }
  if (stage !== 'canceled') job.end('canceled');
  return json(200, generation(job, desk));
}
