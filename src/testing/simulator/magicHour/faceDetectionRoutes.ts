import type { Call } from '../Call.js';
import { jsonFields } from '../JsonFields.js';
import type { ProtocolTools } from '../Protocol.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { bodyRefusal } from './bodyRefusal.js';
import { FACE_DETECTION_FIELDS, faceDetection } from './faceDetection.js';
import type { ProjectView } from './project.js';

/**
 * Face detection: it is asked for and looked at, and cannot be removed.
 *
 * @param tools - the jobs
 * @param view - how jobs are shown
 * @param refuse - an error of the vendor
 * @see https://docs.magichour.ai/api-reference/files/face-detection (read 2026-11-22)
 * @since 0.1.0
 */
export function faceDetectionRoutes(
  { book }: ProtocolTools,
  view: ProjectView,
  refuse: (status: number, message?: string) => SimResponse,
): readonly Route[] {
  const create = ({ request }: Call): SimResponse => {
    const body = jsonFields(request.body);
    if (body === undefined) return refuse(400);
    const refusal = bodyRefusal(body, FACE_DETECTION_FIELDS);
    if (refusal !== undefined) return refuse(refusal.status, refusal.message);
    const { id } = book.add('faceDetection', body, 1);
    return json(200, { id, credits_charged: 0 });
  };
  const look = ({ params }: Call): SimResponse => {
    const job = book.find(params['id']);
    return job?.kind === 'faceDetection' ? json(200, faceDetection(job, view)) : refuse(404);
  };
  return [
    { method: 'POST', path: '/v1/face-detection', role: 'create', answer: create },
    { method: 'GET', path: '/v1/face-detection/:id', role: 'get', answer: look },
  ];
}
