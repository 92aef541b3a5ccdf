import { perStarted } from '../creditRates.js';
import type { Family } from '../Family.js';
import { nullable, required } from '../Field.js';
import { id, text } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { webhookUrl } from '../requestFields.js';

/**
 * A script, spoken.
 *
 * @see https://docs.creatify.ai/api-reference/text-to-speech
 * @since 0.1.0
 */
export const textToSpeech: Family = {
  kind: 'textToSpeech',
  path: '/api/text_to_speech/',
  rules: { ...mediaRules, typicalMs: [5000, 30_000] }, // inferred
  // An older page says 4000 characters.
  makes: [
    { input: { script: required(text(8000)), accent: nullable(id()), webhook_url: webhookUrl } },
  ],
  cost: ({ seconds }) => perStarted(seconds, 30, 1),
  show: (shown, credits) => ({
    ...shown.base,
    script: shown.said('script', 'A lantern floats over a quiet harbour.'),
    accent: shown.said('accent', null),
    output: shown.file('speech.mp3') ?? '',
    media_job: shown.mediaJob,
    is_hidden: false,
    failed_reason: shown.failure ?? '',
    credits_used: credits,
    duration: shown.duration,
  }),
};
