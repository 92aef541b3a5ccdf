import { hasEnded } from '../../Stage.js';
import { avatarCredits } from '../creditRates.js';
import type { Family } from '../Family.js';
import { nullable, required } from '../Field.js';
import { dictionary, flag, id, text } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { modelVersion, webhookUrl } from '../requestFields.js';

const OPTIONS = {
  name: nullable(text(255)),
  model_version: modelVersion,
  is_hidden: flag(),
  webhook_url: webhookUrl,
};

/**
 * A video from a template of one's own. No page tells how a preview is made; a job that has ended is
 * rendered anew, with other variables where they are given.
 *
 * @see https://docs.creatify.ai/api-reference/custom-template-jobs/post-custom-template-job-render
 * @since 0.1.0
 */
export const customTemplateJobs: Family = {
  kind: 'customTemplateJobs',
  path: '/api/custom_template_jobs/',
  rules: { ...mediaRules, courses: { render: {} } },
  makes: [
    { input: { template_id: required(id()), variables: required(dictionary()), ...OPTIONS } },
  ],
  goesOn: [
    {
      path: 'render/',
      input: { template_id: id(), variables: dictionary(), ...OPTIONS },
      course: 'render',
      from: (job) => hasEnded(job.state.stage),
    },
  ],
  cost: avatarCredits,
  show: (shown, credits) => ({
    ...shown.base,
    variables: shown.said('variables', {}),
    media_job: shown.mediaJob,
    video_output: shown.file('video.mp4'),
    preview: shown.file('preview.mp4'),
    editor_url: null,
    failed_reason: shown.failure ?? '',
    credits_used: Math.ceil(credits),
    duration: shown.duration,
    progress: shown.progress,
    name: shown.said('name', null),
    model_version: shown.said('model_version', 'standard'),
    is_hidden: shown.said('is_hidden', false),
  }),
};
