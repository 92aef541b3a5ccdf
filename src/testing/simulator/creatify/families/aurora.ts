import { AURORA_CREDITS } from '../creditRates.js';
import type { Family } from '../Family.js';
import { nullable, required } from '../Field.js';
import { choice, integer, number, text, url } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { webhookUrl } from '../requestFields.js';

/**
 * A picture that talks.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora
 * @since 0.1.0
 */
export const aurora: Family = {
  kind: 'aurora',
  path: '/api/aurora/',
  rules: mediaRules,
  makes: [
    {
      input: {
        audio: required(url()),
        image: required(url()),
        name: nullable(text(255)),
        text_prompt: text(),
        prompt_guidance_scale: number(0, 10),
        model_version: choice('aurora_v1', 'aurora_v1_fast'),
        ttl_days: nullable(integer()),
        output_upload_url: nullable(text()),
        webhook_url: webhookUrl,
      },
    },
  ],
  cost: (shown) => shown.seconds * (AURORA_CREDITS[modelOf(shown)] ?? 1),
  show: (shown, credits) => ({
    ...shown.base,
    name: shown.said('name', null),
    audio: shown.said('audio', 'https://example.com/voice.mp3'),
    image: shown.said('image', 'https://example.com/portrait.png'),
    text_prompt: shown.said('text_prompt', ''),
    prompt_guidance_scale: shown.said('prompt_guidance_scale', 1),
    model_version: modelOf(shown),
    video_output: shown.file('aurora.mp4'),
    credits_used: credits,
    duration: shown.duration,
    progress: shown.progress,
    failed_reason: shown.failure ?? '',
    media_job: shown.mediaJob,
    is_hidden: false,
    preview: shown.file('preview.mp4'),
    editor_url: null,
  }),
};

function modelOf(shown: { said(name: string, otherwise: unknown): unknown }): string {
  return String(shown.said('model_version', 'aurora_v1'));
}
