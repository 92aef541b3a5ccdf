import type { TypeOf } from 'io-ts';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { filled } from '../../../contract/lenient.js';
import { pickFields } from '../../../contract/pickFields.js';
import { creatifyKind } from '../creatifyKind.js';
import { generatedAssets, generatedFiles } from '../GeneratedFiles.js';
import { jobBody } from '../JobBody.js';
import { listAt, lookManyAt, searchAt } from '../jobLists.js';
import { jsonObject, uuid, webhookUrl } from '../sharedFields.js';
import { UNTIL_DONE_PHASES } from '../status.js';

const PATH = '/api/inspiration_jobs/';

/**
 * An inspiration, and what goes into it.
 *
 * @see https://docs.creatify.ai/api-reference/inspiration/post-inspiration-job (read 2026-11-22)
 * @since 0.1.0
 */
export interface InspirationJobInput {
  /** Of `inspirations.list`. */
  readonly inspiration_id: string;
  /** What the inspiration's schema asks for; Creatify checks it. */
  readonly input_params: Readonly<Record<string, unknown>>;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/** What was made after an inspiration. @since 0.1.0 */
export interface InspirationJobOutput {
  /** The URLs of it, whatever shape Creatify gave them in; `raw` has that. */
  readonly output: readonly string[];
  /** Such as `text_to_image`. */
  readonly gen_type?: string;
  readonly inspiration_id?: string;
}

/** The body of a job after an inspiration. @since 0.1.0 */
export const InspirationJobBody = jobBody('a job after an inspiration', {
  output: generatedFiles,
  gen_type: filled,
  inspiration_id: filled,
});

/** What {@link InspirationJobBody} decodes to. @since 0.1.0 */
export type InspirationJobBody = TypeOf<typeof InspirationJobBody>;

/**
 * Pictures and videos after the pattern of one that Creatify shows.
 *
 * @see https://docs.creatify.ai/api-reference/inspiration/get-inspiration-jobs (read 2026-11-22)
 * @since 0.1.0
 */
export const inspirationJobs = creatifyKind(PATH, {
  kind: 'inspirationJobs',
  search: searchAt(PATH),
  check: inputRules<InspirationJobInput>({
    inspiration_id: required(uuid),
    input_params: required(jsonObject),
    webhook_url: optional(webhookUrl),
  }),
  lookMany: lookManyAt(PATH),
  codec: InspirationJobBody,
  phases: UNTIL_DONE_PHASES,
  output: (body): InspirationJobOutput | undefined =>
    body.output === undefined
      ? undefined
      : { output: body.output, ...pickFields(body, 'gen_type', 'inspiration_id') },
  assets: ({ output, gen_type }) => generatedAssets(output, gen_type, 'output'),
});

/** Lists such jobs. @since 0.1.0 */
export const inspirationJobsList = listAt(PATH);
