import { isFields, textIn } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimJob } from '../SimJob.js';
import { hasEnded } from '../Stage.js';
import { prefixedUlid } from '../vendorId.js';
import type { AurousDesk } from './AurousDesk.js';
import { costOf, creditsOf } from './costOf.js';
import { sidesOf } from './imageInput.js';
import { outputUrls } from './outputs.js';
import { SYSTEM_VERSION } from './pinnedVersion.js';

/** What a generation says that ended without an output. */
const MESSAGES: Readonly<Record<string, string>> = {
  failed: 'The generation failed.',
  rejected: 'Content policy violation',
  expired: 'The generation was not finished in time.',
};

/**
 * An image or a video as `GET /v1/images/{id}` shows it, every documented field.
 *
 * @param job - the generation
 * @param desk - of the vendor
 * @see https://docs.aurous-labs.com/api-reference/images/retrieve-image (read 2026-11-22)
 * @since 0.1.0
 */
export function generation(job: SimJob, desk: AurousDesk): JsonFields {
  const { input, script, state } = job;
  const { world } = desk;
  const isVideo = job.kind === 'videos';
  const urls = outputUrls(job, desk);
  const message = MESSAGES[state.stage];
  return job.show({
    id: job.id,
    object: 'inference',
    status: state.status,
    prompt: input['prompt'] ?? (isVideo ? null : 'A golden sunset over mountains'),
    created_at: world.isoTime(job.createdAt),
    media_type: isVideo ? 'video' : 'image',
    negative_prompt: input['negative_prompt'] ?? null,
    output_urls: isVideo ? [] : urls,
    output_video_url: isVideo ? (urls[0] ?? null) : null,
    reference_image_urls: input['reference_image_urls'] ?? [],
    error_message: message === undefined ? null : (script.failure?.message ?? message),
    duration_ms: hasEnded(state.stage) ? state.sinceMs - job.createdAt : null,
    cost: {
      amount: creditsOf(job),
      currency: 'credit',
      breakdown: costOf(job.kind, input).breakdown,
    },
    ...(isVideo ? { ...NO_IMAGE, ...videoFields(input) } : { ...NO_VIDEO, ...imageFields(input) }),
    seed: input['seed'] ?? null,
    character_id: input['character_id'] ?? null,
    loras: loras(input),
    aurous_version: input['aurous_version'] ?? SYSTEM_VERSION,
    creation_request_id:
      input['creation_request_id'] ?? prefixedUlid('req', job.random('creation request')),
    completed_at: hasEnded(state.stage) ? world.isoTime(state.sinceMs) : null,
  });
}

const NO_IMAGE = {
  width: null,
  height: null,
  image_count: null,
  size_preset: null,
  inference_type: null,
  cfg_rescale: null,
  denoise_strength: null,
};

function imageFields(input: JsonFields): JsonFields {
  const drawnFrom = input['character_id'] ?? input['reference_image_urls'];
  return {
    ...sidesOf(input),
    image_count: input['count'] ?? 1,
    size_preset: input['size'] ?? null,
    inference_type: drawnFrom === undefined ? 't2i' : 'i2i',
    cfg_rescale: input['cfg_rescale'] ?? null,
    denoise_strength: input['denoise_strength'] ?? null,
  };
}

const NO_VIDEO = {
  video_duration: null,
  video_resolution: null,
  video_ratio: null,
  video_camera_fixed: null,
};

function videoFields(input: JsonFields): JsonFields {
  return {
    inference_type: input['first_frame_url'] === undefined ? 't2v' : 'i2v',
    video_duration: input['duration'] ?? 5,
    video_resolution: input['resolution'] ?? '480p',
    video_ratio: input['ratio'] ?? '16:9',
    video_camera_fixed: input['camera_fixed'] ?? false,
  };
}

function loras({ lora_id, video_lora_id }: JsonFields): readonly JsonFields[] | null {
  const id = textIn(lora_id) ?? textIn(video_lora_id);
  return id === undefined ? null : [{ id, name: 'Sunset Style' }].filter(isFields);
}
