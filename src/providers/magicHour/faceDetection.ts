import { assetOf } from '../../contract/assetOf.js';
import type { JobKind } from '../../contract/JobKind.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { pickFields } from '../../contract/pickFields.js';
import { createdJob } from './createdJob.js';
import { errorOf } from './errorOf.js';
import type { FaceDetectionInput } from './inputs/FaceDetectionInput.js';
import { faceDetectionIssues } from './inputs/FaceDetectionInput.js';
import { FACE_DETECTION_PHASES } from './status.js';
import { FaceDetectionBody } from './wire.js';

/** A face that was found. @since 0.1.0 */
export interface DetectedFace {
  /** Names the face where faces are swapped: the `original_face` of a mapping. */
  readonly path: string;
  /** URL of a picture of it. */
  readonly url?: string;
}

/**
 * A finished face detection.
 *
 * @see https://docs.magichour.ai/api-reference/files/get-face-detection-details (read 2026-11-22)
 * @since 0.1.0
 */
export interface FaceDetectionOutput {
  /** The faces, none where there are none; from left to right in each frame. */
  readonly faces: readonly DetectedFace[];
  /** What was charged, in Magic Hour's credits. */
  readonly credits_charged?: number;
}

/**
 * Magic Hour's face detection: a job of its own sort, which nobody can cancel or delete, and which
 * does not say why it failed. Faces come as they are found, so the assets of a running one grow.
 *
 * @see https://docs.magichour.ai/api-reference/files/face-detection (read 2026-11-22)
 * @see https://docs.magichour.ai/api-reference/files/get-face-detection-details (read 2026-11-22)
 * @since 0.1.0
 */
export const faceDetection: JobKind<FaceDetectionInput, FaceDetectionBody, FaceDetectionOutput> = {
  provider: 'magic-hour',
  kind: 'faceDetection',
  check: faceDetectionIssues,
  submit: (input) => ({ method: 'POST', path: '/v1/face-detection', json: input }),
  created: createdJob,
  look: (id) => ({ method: 'GET', path: `/v1/face-detection/${pathSegment(id)}` }),
  buckets: {},
  codec: FaceDetectionBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: FACE_DETECTION_PHASES,
  output: ({ faces, ...body }) => faces && { faces, ...pickFields(body, 'credits_charged') },
  assets: ({ faces = [] }) => faces.flatMap(({ url }) => assetOf(url, 'image', 'face')),
  credits: (body) => body.credits_charged,
  errorOf,
};
