import type { Call } from '../Call.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { accountOf } from './accountOf.js';
import { jobAt } from './AurousDesk.js';
import type { AurousDesk } from './AurousDesk.js';
import { aurousError, usualAurousError } from './aurousError.js';
import { signedPath, signedUntil } from './signedPath.js';

/** How long outputs are kept: the newest page of outputs says a day, another one a week. */
const OUTPUT_LIFE_MS = 24 * 3_600_000;

/**
 * Signed URLs of a generation's outputs; none before it succeeded.
 *
 * @param job - the generation
 * @param desk - of the vendor
 * @since 0.1.0
 */
export function outputUrls(job: SimJob, { baseUrl }: AurousDesk): readonly string[] {
  const { stage, sinceMs } = job.state;
  if (stage !== 'succeeded') return [];
  return outputPaths(job).map((path) => baseUrl() + signedPath(path, sinceMs + OUTPUT_LIFE_MS));
}

function outputPaths({ id, input, kind }: SimJob): readonly string[] {
  if (kind === 'videos') return [`/v1/videos/${id}/output`];
  const count = Number(input['count'] ?? 1);
  return Array.from({ length: count }, (_, index) => `/v1/images/${id}/output/${index}`);
}

/**
 * The outputs themselves: with the token of their URL, or with a key. They are gone a day after the
 * generation.
 *
 * @param desk - of the vendor
 * @see https://docs.aurous-labs.com/api-reference/images-proxy/get-a-single-generated-image (read 2026-11-22)
 * @see https://docs.aurous-labs.com/api-reference/videos-proxy/get-the-generated-video (read 2026-11-22)
 * @since 0.1.0
 */
export function outputRoutes(desk: AurousDesk): readonly Route[] {
  const media = { method: 'GET', role: 'media', open: true } as const;
  const at = (kind: string) => (call: Call) => output(call, kind, desk);
  return [
    { ...media, path: '/v1/images/:id/output/:index', answer: at('images') },
    { ...media, path: '/v1/videos/:id/output', answer: at('videos') },
  ];
}

function output({ request, params }: Call, kind: string, desk: AurousDesk): SimResponse {
  const signed = signedUntil(request) !== undefined;
  const account = signed ? '' : accountOf(request);
  if (typeof account !== 'string') return account;
  const job = jobAt(desk, [kind], params['id']);
  if (job === undefined || !outputPaths(job).includes(request.path)) return usualAurousError(404);
  const { stage, sinceMs } = job.state;
  if (stage !== 'succeeded') return notThere(hasEnded(stage));
  if (sinceMs + OUTPUT_LIFE_MS <= desk.world.now()) {
    return aurousError({ status: 410, code: 'output_expired', message: 'The output has expired.' });
  }
  const type = kind === 'videos' ? 'video/mp4' : 'image/png';
  return {
    status: 200,
    headers: { 'content-type': type },
    body: `simulated output of ${job.id}\n`,
  };
}

function notThere(ended: boolean): SimResponse {
  const message = ended ? 'The generation has no output.' : 'The output is not there yet.';
  return aurousError({ status: 422, code: 'output_not_available', message });
}
