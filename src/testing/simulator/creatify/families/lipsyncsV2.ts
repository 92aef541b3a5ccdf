import { avatarCredits } from '../creditRates.js';
import type { Family } from '../Family.js';
import { list, nested, nullable, required } from '../Field.js';
import type { Fields } from '../Field.js';
import { choice, dictionary, flag, number, text, url } from '../fieldTypes.js';
import { previewRules } from '../kindRules.js';
import { previewFlow } from '../previewFlow.js';
import { aspectRatio, modelVersion, webhookUrl } from '../requestFields.js';

const offset = nested({ x: number(), y: number() });

const character = nested({
  type: required(choice('avatar')),
  avatar_id: required(text(50)),
  offset,
  // The page says above 0 and below 2.
  scale: number(Number.MIN_VALUE, 2 - Number.EPSILON),
  avatar_style: choice('normal', 'circle'),
  hidden: flag(),
});

const voice = nested({
  type: required(choice('text')),
  input_text: nullable(text(2000)),
  voice_id: nullable(text()),
  duration: nullable(number()),
  volume: number(),
});

const background = nested({
  type: required(choice('image', 'video')),
  url: required(url()),
  // An older page says cover for crop.
  fit: choice('crop', 'contain', 'cover'),
  effect: nullable(text()),
});

const transition = nested({
  transition_in: nullable(text()),
  transition_out: nullable(text()),
});

const scene = nested({
  character,
  voice,
  background: nullable(background),
  caption_setting: nullable(dictionary()),
  transition_effect: nullable(transition),
  visual_style: nullable(text()),
  cta: nullable(dictionary()),
});

/** What a video of several scenes is asked for with. @since 0.1.0 */
export const sceneInput: Fields = {
  video_inputs: required(list(scene, { least: 1 })),
  aspect_ratio: aspectRatio,
  background_music: nullable(nested({ url: required(url()), volume: number() })),
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
    preview: shown.file('preview.html', shown.previewed),
    aspect_ratio: shown.said('aspect_ratio', '9x16'),
    video_inputs: shown.said('video_inputs', []),
  }),
};
