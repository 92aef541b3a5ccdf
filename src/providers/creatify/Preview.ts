import type { JobKind, JobVerb } from '../../contract/JobKind.js';
import { inputRules, optional } from '../../contract/inputRules.js';
import { pickFields } from '../../contract/pickFields.js';
import { pathOf } from './creatifyKind.js';
import type { JobBody } from './JobBody.js';
import { webhookUrl } from './sharedFields.js';

/**
 * What there is to judge before a video is rendered.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs-preview (read 2026-11-22)
 * @since 0.1.0
 */
export interface VideoPreview {
  /** URL of a page that plays the preview, for an iframe. */
  readonly preview?: string;
  /** URL of Creatify's editor; works for 24 hours, and only for accounts with editor access. */
  readonly editor_url?: string;
}

/** The body of a look at a job that may show a preview. @since 0.1.0 */
export interface PreviewedBody extends JobBody, VideoPreview {}

/** The words of a job that shows its preview and waits. */
const WAITING = [
  'pending', // documented: what the webhook of a finished preview says
  'done', // documented: what a custom template's preview is polled for
];

/**
 * Whether a job waits for its render: a filled preview is the sign, for the word is that of a job that
 * has not begun, or that of one that is finished.
 *
 * @param body - of a look
 * @param filled - whether a preview is there
 * @since 0.1.0
 */
export const waitsForRender = ({ status }: JobBody, filled: boolean): boolean =>
  filled && WAITING.includes(status.toLowerCase());

/**
 * The columns of a family that makes a video at once, or a preview first. `submit` asks for the video;
 * what asks for the preview is {@link previewOf}.
 *
 * @since 0.1.0
 */
export const PREVIEW_COLUMNS = {
  goesOn: true,
  awaits: (body: PreviewedBody): boolean => waitsForRender(body, body.preview !== undefined),
  preview: (body: PreviewedBody): VideoPreview => pickFields(body, 'preview', 'editor_url'),
  actions: ['render'],
};

/**
 * The same family, where a create asks for a preview: it ends its watch when the preview is there.
 *
 * @param path - what the create posts to
 * @since 0.1.0
 */
export const previewOf = <Input, Body, Output, Preview>(
  kind: JobKind<Input, Body, Output, Preview>,
  path: string,
): JobKind<Input, Body, Output, Preview> => ({
  ...kind,
  submit: (input) => ({ method: 'POST', path, json: input }),
  goesOn: false,
});

/** How a previewed video is rendered. @since 0.1.0 */
export interface RenderInput {
  /** Where Creatify is to report changes of the status: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/**
 * Renders a video that was previewed. Paid: 4 credits for every 30 seconds, or by the model.
 *
 * The pages send no body, but tell what a webhook gets: that its URL may go along is inferred.
 *
 * @param path - the family's
 * @see https://docs.creatify.ai/api-reference/lipsyncs/post-apilipsyncs-render (read 2026-11-22)
 * @since 0.1.0
 */
export const renderAt = (path: string): JobVerb<RenderInput> => ({
  name: 'render',
  check: inputRules<RenderInput>({ webhook_url: optional(webhookUrl) }),
  request: (id, { webhook_url }) => ({
    method: 'POST',
    path: `${pathOf(path, id)}render/`,
    ...(webhook_url === undefined ? {} : { json: { webhook_url } }),
  }),
  paid: true,
  goesOn: true,
});
