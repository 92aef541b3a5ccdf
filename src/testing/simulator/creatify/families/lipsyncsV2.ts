import { avatarCredits } from '../creditRates.js';
import type { Family } from '../Family.js';
import { list, nested, nullable, required } from '../Field.js';
import type { Fields } from '../Field.js';
import { choice, dictionary, flag, id, number, text, url } from '../fieldTypes.js';
import { previewRules } from '../kindRules.js';
import { previewFlow } from '../previewFlow.js';
import { aspectRatio, modelVersion, webhookUrl } from '../requestFields.js';

const offset = nested({ x: number(), y: number() });

const scene = nested({
  character: nested({
    type: choice('avatar'),
    avatar_id: id(),
    offset,
    scale: number(),
    avatar_style: choice('normal', 'circle'),
    hidden: flag(),
  }),
  voice: nested({
    type: choice('text', 'audio'),
    input_text: text(),
    voice_id: id(),
    duration: number(0),
    volume: number(),
  }),
  background: nested({
    type: choice('image', 'video'),
    url: url(),
    fit: choice('crop', 'cover'),
    effect: text(),
  }),
  caption_setting: nullable(dictionary()),
  transition_effect: nullable(nested({ transition_in: text(), transition_out: text() })),
  visual_style: text(),
  cta: nullable(dictionary()),
});

/** What a video of several scenes is asked for with. @since 0.1.0 */
export const sceneInput: Fields = {
  video_inputs: required(list(scene, { least: 1 })),
  aspect_ratio: aspectRatio,
  background_music: nullable(nested({ url: url(), volume: number() })),
  cta_end: nullable(dictionary()),
  name: nullable(text(255)),
  model_version: modelVersion,
  webhook_url: webhookUrl,
};

/**
 * Avatars of the library over several scenes.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-avatar/lipsync-v2
 * @since 0.1.0
 */
export const lipsyncsV2: Family = {
  kind: 'lipsyncsV2',
  path: '/api/lipsyncs_v2/',
  rules: previewRules,
  ...previewFlow({ input: sceneInput }),
  cost: avatarCredits,
  show: (shown, credits) => ({
    ...shown.base,
    name: shown.said('name', null),
    output: shown.file('lipsync.mp4'),
    video_thumbnail: shown.file('thumbnail.jpg'),
    credits_used: Math.ceil(credits),
    duration: shown.duration,
    progress: String(shown.progress),
    failed_reason: shown.failure ?? null,
    media_job: shown.mediaJob,
    preview: shown.file('preview.mp4', shown.previewed),
    aspect_ratio: shown.said('aspect_ratio', '9x16'),
    video_inputs: shown.said('video_inputs', []),
  }),
};
