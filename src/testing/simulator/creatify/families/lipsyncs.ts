import type { JsonFields } from '../../JsonFields.js';
import { avatarCredits } from '../creditRates.js';
import type { Family } from '../Family.js';
import { NON_FIELD, nullable } from '../Field.js';
import type { FieldErrors } from '../Field.js';
import { choice, flag, id, text, url } from '../fieldTypes.js';
import { previewRules } from '../kindRules.js';
import { previewFlow } from '../previewFlow.js';
import { captionFields, modelVersion, webhookUrl } from '../requestFields.js';
import { sceneInput } from './lipsyncsV2.js';

const INPUT = {
  text: nullable(text()),
  audio: nullable(url()),
  creator: nullable(id()),
  accent: nullable(id()),
  // The oldest page writes a colon; clients still send it.
  aspect_ratio: choice('16x9', '1x1', '9x16', '16:9', '1:1', '9:16'),
  name: nullable(text(255)),
  green_screen: flag(),
  transparent_background: flag(),
  no_music: flag(),
  background_asset_image_url: nullable(url()),
  model_version: modelVersion,
  ...captionFields,
  webhook_url: webhookUrl,
};

/**
 * An avatar of the library that speaks a text or an audio.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs/post-apilipsyncs
 * @since 0.1.0
 */
export const lipsyncs: Family = {
  kind: 'lipsyncs',
  path: '/api/lipsyncs/',
  rules: previewRules,
  ...previewFlow({ input: INPUT, together: spoken }, [
    { path: 'multi_avatar/', input: sceneInput }, // older
  ]),
  cost: avatarCredits,
  show: (shown, credits) => ({
    ...shown.base,
    ...shown.echo('name', 'text', 'creator', 'accent'),
    model_version: shown.said('model_version', 'standard'),
    output: shown.file('lipsync.mp4'),
    video_thumbnail: shown.file('thumbnail.jpg'),
    aspect_ratio: shown.said('aspect_ratio', '9x16'),
    green_screen: shown.said('green_screen', false),
    transparent_background: shown.said('transparent_background', false),
    credits_used: Math.ceil(credits),
    duration: shown.duration,
    progress: String(shown.progress),
    failed_reason: shown.failure ?? null,
    media_job: shown.mediaJob,
    is_hidden: false,
    audio_url: shown.said('audio', null),
    preview: shown.file('preview.html', shown.previewed),
    editor_url: null,
    preview_audio: shown.file('preview.mp3', shown.previewed),
    no_caption: shown.said('no_caption', false),
    no_music: shown.said('no_music', false),
    caption_style: shown.said('caption_style', 'normal-black'),
    caption_offset_x: shown.said('caption_offset_x', '0'),
    caption_offset_y: shown.said('caption_offset_y', '0'),
  }),
};

/** No page says what a request for neither gives. */
function spoken(fields: JsonFields): FieldErrors | undefined {
  if (typeof (fields['text'] ?? fields['audio']) === 'string') return undefined;
  return { [NON_FIELD]: ['Either text or audio is required.'] };
}
