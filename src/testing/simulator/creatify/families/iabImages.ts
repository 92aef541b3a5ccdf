import type { JsonFields } from '../../JsonFields.js';
import type { Family } from '../Family.js';
import { required } from '../Field.js';
import { url } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { webhookUrl } from '../requestFields.js';

const SIZES = ['300x250', '728x90', '160x600'];

/**
 * A picture in the sizes of banners.
 *
 * @see https://docs.creatify.ai/api-reference/iab-images/get-iab-images
 * @since 0.1.0
 */
export const iabImages: Family = {
  kind: 'iabImages',
  path: '/api/iab_images/',
  rules: {
    ...mediaRules,
    words: {
      queued: ['pending', 'in_queue'], // documented
      running: 'running', // documented
      succeeded: 'done', // documented
      failed: 'failed', // documented
    },
    typicalMs: [15_000, 60_000], // inferred
  },
  makes: [{ input: { image: required(url()), webhook_url: webhookUrl } }],
  cost: () => 2,
  show: (shown) => ({
    ...shown.base,
    image: shown.said('image', 'https://example.com/lantern.png'),
    output: shown.done
      ? SIZES.map((size): JsonFields => ({
          name: `banner-${size}`,
          size,
          url: shown.file(`banner-${size}.png`),
          type: 'image/png',
        }))
      : [],
    failed_reason: shown.failure ?? null,
  }),
};
