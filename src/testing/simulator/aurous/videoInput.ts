import { flag, httpsUrl, numeric, oneOf, problemsOf, text, whole } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimResponse } from '../SimResponse.js';
import type { AurousDesk } from './AurousDesk.js';
import { fileRefusal } from './fileRefusal.js';
import { firstRefusal, refused } from './requestFields.js';

const FRAMES = ['first_frame_url', 'last_frame_url'];
const FRAME = /^(?:file_\w+|https:\/\/.+)$/;

const REQUEST: FieldRules = {
  video_lora_id: text({ from: 1 }),
  prompt: text({ from: 1 }),
  first_frame_url: text({ to: 2048 }),
  last_frame_url: text({ to: 2048 }),
  resolution: oneOf(['480p', '720p', '1080p']),
  ratio: oneOf(['16:9', '4:3', '1:1', '3:4', '9:16', '21:9']),
  duration: numeric({ from: 2, to: 12 }),
  seed: whole({ from: -1 }),
  camera_fixed: flag,
  watermark: flag,
  enhance_prompt: flag,
  webhook_url: httpsUrl,
};

/**
 * Judges the body of `POST /v1/videos` and of its estimate. That a prompt or a first frame is needed,
 * and a first frame for a last one, follows from the flows that the page names.
 *
 * @param body - the fields that were sent
 * @param desk - of the vendor
 * @see https://docs.aurous-labs.com/api-reference/videos/create-video (read 2026-11-22)
 * @since 0.1.0
 */
export function videoRefusal(body: JsonFields, desk: AurousDesk): SimResponse | undefined {
  const { prompt, first_frame_url: first, last_frame_url: last } = body;
  const refusal = firstRefusal(problemsOf(body, REQUEST));
  if (refusal !== undefined) return refusal;
  for (const name of FRAMES) {
    const frame = body[name];
    if (typeof frame === 'string' && !FRAME.test(frame)) {
      return refused('invalid_format', `${name} must be an https URL or a file id.`, name);
    }
  }
  if (last !== undefined && first === undefined) {
    const message = 'last_frame_url needs first_frame_url.';
    return refused('parameter_invalid_combination', message, 'last_frame_url');
  }
  return prompt === undefined && first === undefined
    ? refused('missing_field', 'prompt or first_frame_url is required.', 'prompt')
    : fileRefusal(body, FRAMES, desk);
}
