import { hasEnded } from '../../Stage.js';
import { avatarCredits } from '../creditRates.js';
import type { Family } from '../Family.js';
import { nullable, required } from '../Field.js';
import { dictionary, flag, id, text } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { isPreviewed } from '../previewFlow.js';
import { modelVersion, webhookUrl } from '../requestFields.js';

const OPTIONS = {
  name: nullable(text(255)),
  model_version: modelVersion,
  is_hidden: flag(),
  webhook_url: webhookUrl,
};

const TAKEN = {
  input: { template_id: required(id()), variables: required(dictionary()), ...OPTIONS },
};

/**
 * A video from a template of one's own. Unlike those of other families, its preview ends as `done`,
 * with the preview and without a video; one of the two ways to ask for it waits for that.
 *
 * @see https://docs.creatify.ai/api-reference/custom-template-jobs/post-custom-template-job-preview-async
 * @see https://docs.creatify.ai/api-reference/custom-template-jobs/post-custom-template-job-render
 * @since 0.1.0
 */
export const customTemplateJobs: Family = {
  kind: 'customTemplateJobs',
  path: '/api/custom_template_jobs/',
  rules: {
    ...mediaRules,
    courses: {
      preview: {
        words: { paused: 'done' }, // documented
        typicalMs: [15_000, 60_000], // inferred
        defaults: { pauses: true },
      },
      render: {},
    },
  },
  makes: [
    TAKEN,
    { ...TAKEN, path: 'preview_async/', course: 'preview' },
    { ...TAKEN, path: 'preview/', course: 'preview', waits: () => true },
  ],
  goesOn: [
    {
      path: 'render/',
      input: { template_id: id(), variables: dictionary(), ...OPTIONS },
      course: 'render',
      // That a finished video may be rendered anew is inferred.
      from: (job) => isPreviewed(job) || hasEnded(job.state.stage),
    },
  ],
  cost: avatarCredits,
  show: (shown, credits) => ({
    ...shown.base,
    variables: shown.said('variables', {}),
    media_job: shown.mediaJob,
    video_output: shown.file('video.mp4'),
    preview: shown.file('preview.html', shown.previewed),
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
