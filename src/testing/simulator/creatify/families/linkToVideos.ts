import { avatarCredits } from '../creditRates.js';
import type { Family, GoingOn, Making } from '../Family.js';
import { list, nullable, required } from '../Field.js';
import { flag, id, integer, text } from '../fieldTypes.js';
import { previewRules } from '../kindRules.js';
import { linkErrors } from '../linkBody.js';
import { previewFlow, render } from '../previewFlow.js';
import {
  aspectRatio,
  captionFields,
  modelVersion,
  soundFields,
  webhookUrl,
} from '../requestFields.js';
import { videoOutputs, videoPreviews } from './videoPreviews.js';

const INPUT = {
  link: required(id()),
  name: nullable(text(255)),
  target_platform: nullable(text()),
  target_audience: nullable(text()),
  language: nullable(text()),
  video_length: nullable(integer(1)),
  aspect_ratio: aspectRatio,
  script_style: nullable(text()),
  visual_style: nullable(text()),
  override_avatar: nullable(id()),
  override_voice: nullable(id()),
  override_script: nullable(text()),
  ...soundFields,
  no_background_music: flag(),
  no_emotion: flag(),
  no_cta: flag(),
  no_stock_broll: flag(),
  ...captionFields,
  model_version: modelVersion,
  webhook_url: webhookUrl,
};

/** Previews of several styles and shapes, of which one is rendered, or all. */
const PREVIEW_LIST: Making = {
  path: 'preview_list_async/',
  course: 'preview',
  input: { ...INPUT, visual_styles: list(text()), aspect_ratios: list(aspectRatio) },
  together: linkErrors,
  adds: { listed: true },
};

const RENDER_ONE: GoingOn = {
  ...render,
  path: 'render_single_preview/',
  input: { ...render.input, media_job: required(id()) },
  suits: ({ media_job }, shown) =>
    videoPreviews(shown).some((preview) => preview.media_job === media_job)
      ? undefined
      : { media_job: ['Not a preview of this video.'] },
};

const { makes, goesOn } = previewFlow({ input: INPUT, together: linkErrors }, [PREVIEW_LIST]);

/**
 * A video from the page of a product.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/link-to-video
 * @since 0.1.0
 */
export const linkToVideos: Family = {
  kind: 'linkToVideos',
  path: '/api/link_to_videos/',
  rules: previewRules,
  makes,
  goesOn: [...goesOn, RENDER_ONE],
  cost: avatarCredits,
  show: (shown, credits) => {
    const outputs = videoOutputs(shown);
    const one = shown.said('listed', false) !== true;
    return {
      ...shown.base,
      ...shown.echo('name', 'target_platform', 'target_audience'),
      link: shown.said('link', shown.uuid('link')),
      language: shown.said('language', 'en'),
      video_length: shown.said('video_length', 30),
      aspect_ratio: shown.said('aspect_ratio', '9x16'),
      script_style: shown.said('script_style', null),
      visual_style: shown.said('visual_style', null),
      ...shown.echo('override_avatar', 'override_voice', 'override_script'),
      background_music_url: shown.said('background_music_url', null),
      background_music_volume: shown.said('background_music_volume', null),
      voiceover_volume: shown.said('voiceover_volume', null),
      no_background_music: shown.said('no_background_music', false),
      no_caption: shown.said('no_caption', false),
      no_emotion: shown.said('no_emotion', false),
      no_cta: shown.said('no_cta', false),
      no_stock_broll: shown.said('no_stock_broll', false),
      ...shown.echo('caption_style', 'caption_offset_x', 'caption_offset_y', 'caption_setting'),
      model_version: shown.said('model_version', 'standard'),
      media_job: shown.mediaJob,
      failed_reason: shown.failure ?? null,
      is_hidden: false,
      video_output: outputs[0]?.['video_output'] ?? null,
      video_thumbnail: outputs[0]?.['video_thumbnail'] ?? null,
      outputs,
      credits_used: Math.ceil(credits),
      duration: shown.duration,
      progress: String(shown.progress),
      preview: one ? shown.file('preview.html', shown.previewed) : null,
      previews: videoPreviews(shown),
      editor_url: null,
    };
  },
};
