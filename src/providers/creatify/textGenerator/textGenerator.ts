import type { TypeOf } from 'io-ts';
import type { JobKind } from '../../../contract/JobKind.js';
import { filled } from '../../../contract/lenient.js';
import { pickFields } from '../../../contract/pickFields.js';
import { creatifyKind } from '../creatifyKind.js';
import { jobBody } from '../JobBody.js';
import { TEXT_PHASES } from '../status.js';
import type { TextGeneratorInput } from './TextGeneratorInput.js';
import { textGeneratorInputIssues } from './TextGeneratorInput.js';

/** What a model said. @since 0.1.0 */
export interface TextGeneratorOutput {
  /** The text; empty where the model called a function instead, which stands in `raw`. */
  readonly response_text: string;
  readonly model_name?: string;
  /** What it cost, in Creatify's credits. */
  readonly credits_used?: number;
}

/** The body of generated text. @since 0.1.0 */
export const TextGeneratorBody = jobBody('generated text', {
  response_text: filled,
  model_name: filled,
});

/** What {@link TextGeneratorBody} decodes to. @since 0.1.0 */
export type TextGeneratorBody = TypeOf<typeof TextGeneratorBody>;

/**
 * Text by a model. No list is documented.
 *
 * @see https://docs.creatify.ai/api-reference/text-generator/post-text-generator-hp (read 2026-11-22)
 * @since 0.1.0
 */
export const textGenerator = creatifyKind('/api/text_generator/', {
  kind: 'textGenerator',
  check: textGeneratorInputIssues,
  codec: TextGeneratorBody,
  phases: TEXT_PHASES,
  output: (body): TextGeneratorOutput => ({
    response_text: body.response_text ?? '',
    ...pickFields(body, 'model_name', 'credits_used'),
  }),
});

/**
 * The same in one request: `sync: true` is documented to block until the text is there and to answer
 * it directly. Where it answers a job that still runs, the job is watched.
 *
 * The page gives its answer as JSON, as that of a look. What streams the text word by word,
 * `/sse/text_generator/stream/`, is no job and is not offered.
 *
 * @see https://docs.creatify.ai/api-reference/text-generator/post-text-generator-hp (read 2026-11-22)
 * @since 0.1.0
 */
export const generateText: JobKind<TextGeneratorInput, TextGeneratorBody, TextGeneratorOutput> = {
  ...textGenerator,
  submit: (input) => ({
    method: 'POST',
    path: '/sse/text_generator/',
    json: { ...input, sync: true },
  }),
};
