import type { Rule } from '../../../contract/inputRules.js';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import {
  finite,
  listOf,
  oneOf,
  orNull,
  text,
  wholeFrom,
  wordLike,
} from '../../../contract/valueRules.js';
import { jsonObject, openRecordOf, webhookUrl } from '../sharedFields.js';

/** The fields of {@link TextMessage} that are known. @since 0.1.0 */
export interface TextMessageFields {
  /** Who says it. Closed: `user` or `model`. */
  readonly role: 'user' | 'model';
  /** What is said; it may be left out beside a call of a function or its response. */
  readonly content?: string;
  /** What the model calls. */
  readonly function_call?: Readonly<Record<string, unknown>> | null;
  /** What the call gave. */
  readonly function_response?: Readonly<Record<string, unknown>> | null;
}

/** One message of a conversation. Fields that are not here go through as they are. @since 0.1.0 */
export type TextMessage = TextMessageFields & Readonly<Record<string, unknown>>;

/** The fields of {@link TextConfig} that are known. @since 0.1.0 */
export interface TextConfigFields {
  /** How freely the model picks its words; the page states no range. */
  readonly temperature?: number | null;
  /** A whole number. */
  readonly max_output_tokens?: number | null;
  /** Of which share of the likeliest words the model picks. */
  readonly top_p?: number | null;
  /** Of how many of the likeliest words the model picks. */
  readonly top_k?: number | null;
  /** How much words are shunned that came before. */
  readonly presence_penalty?: number | null;
  /** How much words are shunned, the more often they came before. */
  readonly frequency_penalty?: number | null;
  /** What the model's chance begins with. */
  readonly seed?: number | null;
  /** Texts at which the answer ends. */
  readonly stop_sequences?: readonly string[] | null;
  /** Such as `text/plain` or `application/json`. Open. */
  readonly response_mime_type?: string | null;
  /** A JSON schema of the response. */
  readonly response_json_schema?: unknown;
}

/** How the model answers. Fields that are not here go through as they are. @since 0.1.0 */
export type TextConfig = TextConfigFields & Readonly<Record<string, unknown>>;

/**
 * A conversation that a model goes on with.
 *
 * @see https://docs.creatify.ai/api-reference/text-generator/post-text-generator-hp (read 2026-11-22)
 * @since 0.1.0
 */
export interface TextGeneratorInput {
  /** Such as `gemini-2.5-flash`, at most 255 characters. Open: a name of a model. */
  readonly model_name: string;
  /** What was said so far, at least one. */
  readonly messages: readonly TextMessage[];
  /** What the model is told beforehand. */
  readonly system_instruction?: string | null;
  /** How the model answers. */
  readonly config?: TextConfig | null;
  /** The functions that the model may call. */
  readonly tools?: readonly Readonly<Record<string, unknown>>[] | null;
  /** How it may call them. */
  readonly tool_config?: Readonly<Record<string, unknown>> | null;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

const message = openRecordOf<TextMessageFields>({
  role: required(oneOf('user', 'model')),
  content: optional(text()),
  function_call: optional(orNull(jsonObject)),
  function_response: optional(orNull(jsonObject)),
});

const number = optional(orNull(finite));
const whole = optional(orNull(wholeFrom(1)));
const anything: Rule = { must: 'anything', check: () => [] };

const config = openRecordOf<TextConfigFields>({
  temperature: number,
  max_output_tokens: whole,
  top_p: number,
  top_k: number,
  presence_penalty: number,
  frequency_penalty: number,
  seed: number,
  stop_sequences: optional(orNull(listOf(text()))),
  response_mime_type: optional(orNull(wordLike('text/plain', 'application/json'))),
  response_json_schema: optional(anything),
});

/** The rules of {@link TextGeneratorInput}. @since 0.1.0 */
export const textGeneratorInputIssues = inputRules<TextGeneratorInput>({
  model_name: required(text({ min: 1, max: 255 })),
  messages: required(listOf(message, { min: 1 })),
  system_instruction: optional(orNull(text())),
  config: optional(orNull(config)),
  tools: optional(orNull(listOf(jsonObject))),
  tool_config: optional(orNull(jsonObject)),
  webhook_url: optional(webhookUrl),
});
