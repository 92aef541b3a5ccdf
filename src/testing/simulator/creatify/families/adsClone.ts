import { perStarted } from '../creditRates.js';
import type { Family } from '../Family.js';
import { nullable, required } from '../Field.js';
import { id, text, url } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { linkErrors } from '../linkBody.js';
import { aspectRatio, webhookUrl } from '../requestFields.js';

/**
 * An ad after the model of another one. Its object tells no reason of a failure.
 *
 * @see https://docs.creatify.ai/api-reference/ad-clone/get-ad-clone-
 * @since 0.1.0
 */
export const adsClone: Family = {
  kind: 'adsClone',
  path: '/api/ads_clone/',
  rules: mediaRules,
  makes: [
    {
      input: {
        link: required(id()),
        video_url: required(url()),
        aspect_ratio: aspectRatio,
        language: nullable(text()),
        webhook_url: webhookUrl,
      },
      together: linkErrors,
    },
  ],
  cost: ({ seconds }) => perStarted(seconds, 5, 12),
  show: (shown, credits) => ({
    ...shown.base,
    link: shown.said('link', shown.uuid('link')),
    video_url: shown.said('video_url', 'https://example.com/ad.mp4'),
    video_output: shown.file('ad.mp4'),
    credits_used: credits,
    media_job: shown.mediaJob,
    aspect_ratio: shown.said('aspect_ratio', '9x16'),
    language: shown.said('language', null),
  }),
};
