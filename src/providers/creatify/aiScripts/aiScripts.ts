import type { TypeOf } from 'io-ts';
import { inputRules, optional } from '../../../contract/inputRules.js';
import { filled, listOf as lenientList } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { pickFields } from '../../../contract/pickFields.js';
import { listOf, orNull, text, webUrl, wholeFrom, wordLike } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { jobBody } from '../JobBody.js';
import { lookManyAt, orderedListAt, searchAt } from '../jobLists.js';
import { SCRIPT_PHASES } from '../status.js';
import { textsIn } from './textsIn.js';

const PATH = '/api/ai_scripts/';

/**
 * What scripts are to be written about: a page, or a product by title and description. Styles,
 * languages and audiences are open: Creatify adds to them.
 *
 * @see https://docs.creatify.ai/api-reference/ai-scripts (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiScriptsInput {
  /** URL of the product's page. */
  readonly url?: string | null;
  /** The product's name. */
  readonly title?: string | null;
  /** What the product is. */
  readonly description?: string | null;
  /** Such as `en`. */
  readonly language?: string | null;
  /** Such as `Young Adults`. */
  readonly target_audience?: string | null;
  /** Seconds, a whole number. */
  readonly video_length?: number | null;
  /** Such as `BenefitsV2` or `DIY`: a script for each. */
  readonly script_styles?: readonly string[];
}

const Script = lenientBody(
  'a script',
  {},
  { paragraphs: textsIn, script_name: filled, script_style: filled, title: filled },
);

/** One script. @since 0.1.0 */
export interface GeneratedScript {
  readonly title?: string;
  readonly script_name?: string;
  readonly script_style?: string;
  /** What is said, part by part. */
  readonly paragraphs?: readonly string[];
}

/** Finished scripts. @since 0.1.0 */
export interface AiScriptsOutput {
  /** The scripts, to choose from. */
  readonly generated_scripts: readonly GeneratedScript[];
  /** What they cost, in Creatify's credits. */
  readonly credits_used?: number;
}

/** The body of scripts. @since 0.1.0 */
export const AiScriptsBody = jobBody('scripts', { generated_scripts: lenientList(Script) });

/** What {@link AiScriptsBody} decodes to. @since 0.1.0 */
export type AiScriptsBody = TypeOf<typeof AiScriptsBody>;

/**
 * Scripts for videos. 1 credit for each request.
 *
 * @see https://docs.creatify.ai/api-reference/ai-scripts (read 2026-11-22)
 * @since 0.1.0
 */
export const aiScripts = creatifyKind(PATH, {
  kind: 'aiScripts',
  search: searchAt(PATH),
  check: inputRules<AiScriptsInput>({
    url: optional(orNull(webUrl())),
    title: optional(orNull(text())),
    description: optional(orNull(text())),
    language: optional(orNull(wordLike('en'))),
    target_audience: optional(orNull(text())),
    video_length: optional(orNull(wholeFrom(1))),
    script_styles: optional(listOf(wordLike('BenefitsV2', 'DIY'))),
  }),
  lookMany: lookManyAt(PATH),
  codec: AiScriptsBody,
  phases: SCRIPT_PHASES,
  output: (body): AiScriptsOutput | undefined => {
    const { generated_scripts = [] } = body;
    if (generated_scripts.length === 0) return undefined;
    return { generated_scripts, ...pickFields(body, 'credits_used') };
  },
});

/**
 * Lists scripts.
 *
 * @see https://docs.creatify.ai/api-reference/ai-scripts (read 2026-11-22)
 * @since 0.1.0
 */
export const aiScriptsList = orderedListAt(PATH);
