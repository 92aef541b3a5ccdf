import type { JsonFields } from '../../JsonFields.js';
import { videoCredits } from '../creditRates.js';
import type { Family } from '../Family.js';
import { nullable } from '../Field.js';
import type { Fields } from '../Field.js';
import { dictionary, text } from '../fieldTypes.js';
import { previewRules } from '../kindRules.js';
import { previewFlow } from '../previewFlow.js';
import { soundFields, webhookUrl } from '../requestFields.js';
import type { Shown } from '../Shown.js';

/** In what the two deprecated families differ. @since 0.1.0 */
export interface DeprecatedVideo extends Pick<Family, 'kind' | 'path'> {
  readonly input: Fields;
  readonly show: (shown: Shown) => JsonFields;
}

/**
 * A family of the two that Creatify is about to remove: they share a schema.
 *
 * @param own - in what it differs
 * @see https://docs.creatify.ai/api-documentation/ai-shorts/ai-shorts
 * @since 0.1.0
 */
export function deprecatedVideo({ input, show, ...names }: DeprecatedVideo): Family {
  const taken = {
    name: nullable(text(255)),
    ...input,
    ...soundFields,
    caption_setting: nullable(dictionary()),
    webhook_url: webhookUrl,
  };
  return {
    ...names,
    rules: previewRules,
    ...previewFlow({ input: taken }),
    cost: videoCredits,
    show: (shown, credits) => ({
      ...shown.base,
      name: shown.said('name', null),
      ...show(shown),
      ...shown.echo('background_music_url', 'background_music_volume', 'voiceover_volume'),
      caption_setting: shown.said('caption_setting', null),
      failed_reason: shown.failure ?? '',
      video_output: shown.file('video.mp4'),
      preview: shown.file('preview.html', shown.previewed),
      editor_url: null,
      is_hidden: false,
      progress: shown.progress,
      credits_used: credits,
      duration: shown.duration,
      media_job: shown.mediaJob,
      permission_type: 'private',
      created_from_api: true,
      user: null,
      workspace: shown.uuid('workspace'),
      brand: null,
    }),
  };
}
