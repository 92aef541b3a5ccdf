import type { SimJob } from '../../SimJob.js';
import { perStarted } from '../creditRates.js';
import type { Family, GoingOn } from '../Family.js';
import { nullable, required } from '../Field.js';
import { id, text, url } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { aspectRatio, webhookUrl } from '../requestFields.js';

const IMAGE = {
  type: text(),
  image_prompt: nullable(text()),
  aspect_ratio: aspectRatio,
  override_avatar: nullable(id()),
  product_showcase_url: nullable(url(200)),
  webhook_url: webhookUrl,
};

const VIDEO = {
  motion_style: nullable(text()),
  video_prompt: nullable(text()),
  webhook_url: webhookUrl,
};

/** Whether the picture is there. */
const hasImage = (job: SimJob) => job.state.stage === 'paused' || job.course === 'video';

const again = (what: 'image' | 'video', rest: Omit<GoingOn, 'path' | 'copies'>): GoingOn => ({
  ...rest,
  path: `regen_${what}/`,
  copies: (job) => ({ ...job.fields, regen_type: what, regen_source_id: job.id }),
});

/**
 * A picture of a product, then a video of it. The picture ends the first stretch; the job waits
 * there until a video is asked for.
 *
 * @see https://docs.creatify.ai/api-documentation/product-to-video/product-to-video
 * @since 0.1.0
 */
export const productToVideos: Family = {
  kind: 'productToVideos',
  path: '/api/product_to_videos/',
  rules: {
    ...mediaRules,
    words: {
      queued: ['initializing'], // documented
      running: 'image_generating', // documented
      paused: 'image_generated', // documented
      succeeded: 'video_generated', // documented
      failed: 'failed', // documented
    },
    typicalMs: [20_000, 60_000], // inferred
    defaults: { pauses: true },
    courses: {
      video: {
        words: { queued: [], running: 'video_generating' }, // documented
        typicalMs: [60_000, 180_000], // inferred
        defaults: { pauses: false },
      },
    },
  },
  makes: [{ path: 'gen_image/', input: { product_url: required(url(200)), ...IMAGE } }],
  goesOn: [
    {
      path: 'gen_video/',
      input: VIDEO,
      course: 'video',
      from: (job) => job.state.stage === 'paused',
    },
    again('image', { input: { product_url: url(200), ...IMAGE }, from: hasImage }),
    again('video', { input: VIDEO, course: 'video', from: (job) => job.course === 'video' }),
  ],
  cost: ({ seconds, done }) => 2 + (done ? perStarted(seconds, 30, 10) : 0),
  show: (shown) => ({
    ...shown.base,
    type: shown.said('type', 'product_anyshot'),
    product_url: shown.said('product_url', 'https://example.com/lantern.png'),
    aspect_ratio: shown.said('aspect_ratio', '9x16'),
    ...shown.echo('override_avatar', 'motion_style', 'product_showcase_url'),
    ...shown.echo('image_prompt', 'video_prompt'),
    generated_photo_url: shown.file('product.png', shown.previewed) ?? '',
    generated_video_url: shown.file('product.mp4') ?? '',
    failed_reason: shown.failure ?? '',
    ...shown.echo('regen_type', 'regen_source_id'),
  }),
};
