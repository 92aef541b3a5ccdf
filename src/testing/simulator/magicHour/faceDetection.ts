import type { SimJob } from '../SimJob.js';
import { chargedCredits } from './chargedCredits.js';
import type { Fields } from './FieldFact.js';
import type { ProjectView } from './project.js';

/** What is asked for. @since 0.1.0 */
export const FACE_DETECTION_FIELDS: Fields = {
  confidence_score: { type: 'number', minimum: 0, maximum: 1, multipleOf: 0.05 },
  assets: { type: 'object', required: true },
  'assets.target_file_path': { type: 'string', required: true, file: ['image', 'video'] },
};

/** How many faces are found, unless a script says otherwise. */
const FACES = 2;

/**
 * A detection as `GET /v1/face-detection/{id}` shows it: without error, name, type or time. Faces
 * come as they are found, so there is one while it runs.
 *
 * @param job - the detection
 * @param view - how jobs are shown
 * @see https://docs.magichour.ai/api-reference/files/get-face-detection-details (read 2026-11-22)
 * @since 0.1.0
 */
export function faceDetection(
  job: SimJob,
  { media }: ProjectView,
): Readonly<Record<string, unknown>> {
  const { state } = job;
  const found = { running: 1, succeeded: FACES };
  const count = Object.entries(found).find(([stage]) => stage === state.stage)?.[1] ?? 0;
  const faces = Array.from({ length: count }, (_, face) => {
    const file = `0-${face}.png`;
    return { path: `api-assets/${job.id}/${file}`, url: media.url(job.id, file).url };
  });
  return job.show({
    id: job.id,
    credits_charged: chargedCredits(job),
    status: state.status,
    faces,
  });
}
