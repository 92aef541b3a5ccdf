import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { flag, orNull, text } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { listAt, searchAt } from '../jobLists.js';
import { PREVIEW_COLUMNS, previewOf, renderAt } from '../Preview.js';
import type { AvatarModel } from '../sharedFields.js';
import { avatarModel, jsonObject, uuid, webhookUrl } from '../sharedFields.js';
import { MEDIA_PHASES } from '../status.js';
import { VIDEO_COLUMNS } from '../VideoOutput.js';

const PATH = '/api/custom_template_jobs/';

/**
 * A template, and what goes into it.
 *
 * @see https://docs.creatify.ai/api-reference/custom-template-jobs/post-custom-template-job-preview-async (read 2026-11-22)
 * @since 0.1.0
 */
export interface CustomTemplateJobInput {
  /** Of `customTemplates.list`. */
  readonly template_id: string;
  /** The template's variables by name; each template has its own. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** A name for the video, at most 255 characters. */
  readonly name?: string | null;
  /** Open: a name of a model. @defaultValue `'standard'`, at Creatify */
  readonly model_version?: AvatarModel;
  /** Whether the video is hidden on the website's page of projects. @defaultValue false, at Creatify */
  readonly is_hidden?: boolean;
  /** Where Creatify is to report changes of the status: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/**
 * Videos of one's own templates. 5 credits for every 30 seconds, or by the model.
 *
 * @see https://docs.creatify.ai/api-reference/custom-template-jobs/post-custom-template-job-preview-async (read 2026-11-22)
 * @since 0.1.0
 */
export const customTemplateJobs = creatifyKind(PATH, {
  ...VIDEO_COLUMNS,
  ...PREVIEW_COLUMNS,
  kind: 'customTemplateJobs',
  search: searchAt(PATH),
  check: inputRules<CustomTemplateJobInput>({
    template_id: required(uuid),
    variables: required(jsonObject),
    name: optional(orNull(text({ max: 255 }))),
    model_version: optional(avatarModel),
    is_hidden: optional(flag),
    webhook_url: optional(webhookUrl),
  }),
  phases: MEDIA_PHASES,
});

/**
 * The preview of such a video: 1 credit for every 30 seconds. It ends as `done`, with a preview and
 * without a video. The vendor's other preview, which blocks until it is ready, is not used.
 *
 * @see https://docs.creatify.ai/api-reference/custom-template-jobs/post-custom-template-job-preview-async (read 2026-11-22)
 * @since 0.1.0
 */
export const customTemplateJobsPreview = previewOf(customTemplateJobs, `${PATH}preview_async/`);

/** Renders a previewed video. @since 0.1.0 */
export const renderCustomTemplateJob = renderAt(PATH);

/** Lists such videos; that it takes `ids` is inferred. @since 0.1.0 */
export const customTemplateJobsList = listAt(PATH);
