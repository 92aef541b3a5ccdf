import type { Family } from '../Family.js';
import { required } from '../Field.js';
import { dictionary, id } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { webhookUrl } from '../requestFields.js';

/**
 * A template of Creatify's, filled in. The page names `done` alone of its status.
 *
 * @see https://docs.creatify.ai/api-reference/inspiration/post-inspiration-job
 * @since 0.1.0
 */
export const inspirationJobs: Family = {
  kind: 'inspirationJobs',
  path: '/api/inspiration_jobs/',
  rules: {
    ...mediaRules,
    words: {
      queued: ['pending'], // inferred
      running: 'running', // inferred
      succeeded: 'done', // documented
      failed: 'failed', // inferred
    },
  },
  makes: [
    {
      input: {
        inspiration_id: required(id()),
        input_params: required(dictionary()),
        webhook_url: webhookUrl,
      },
    },
  ],
  cost: () => 5,
  show: (shown) => ({
    ...shown.base,
    inspiration_id: shown.said('inspiration_id', shown.uuid('inspiration')),
    gen_type: 'image_to_video',
    failed_reason: shown.failure ?? '',
    input_params: shown.said('input_params', {}),
    // The page types them as a text and calls them a list.
    output: shown.done ? [shown.file('inspired.mp4')] : [],
  }),
};
