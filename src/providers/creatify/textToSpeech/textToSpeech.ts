import type { TypeOf } from 'io-ts';
import { assetOf } from '../../../contract/assetOf.js';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { numeric, webUrl } from '../../../contract/lenient.js';
import { pickFields } from '../../../contract/pickFields.js';
import { orNull, text } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { jobBody } from '../JobBody.js';
import { lookManyAt, orderedListAt, searchAt } from '../jobLists.js';
import { uuid, webhookUrl } from '../sharedFields.js';
import { LISTED_PHASES } from '../status.js';

const PATH = '/api/text_to_speech/';

/**
 * What a voice is to say.
 *
 * @see https://docs.creatify.ai/api-reference/text-to-speech/post-text-to-speech (read 2026-11-22)
 * @since 0.1.0
 */
export interface TextToSpeechInput {
  /** The text, 1 to 8,000 characters. */
  readonly script: string;
  /** Id of the voice's accent, of `voices.list`. */
  readonly accent?: string | null;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/** A finished recording. @since 0.1.0 */
export interface TextToSpeechOutput {
  /** URL of the recording. */
  readonly output: string;
  /** Its length in seconds. */
  readonly duration?: number;
  /** What it cost, in Creatify's credits. */
  readonly credits_used?: number;
}

/**
 * The body of a recording; `output` is empty text before it is there. The webhook of the same page calls
 * it `video_output`: that is read too.
 *
 * @see https://docs.creatify.ai/api-reference/text-to-speech/post-text-to-speech (read 2026-11-22)
 * @since 0.1.0
 */
export const TextToSpeechBody = jobBody('a recording', {
  output: webUrl,
  video_output: webUrl,
  duration: numeric,
});

/** What {@link TextToSpeechBody} decodes to. @since 0.1.0 */
export type TextToSpeechBody = TypeOf<typeof TextToSpeechBody>;

const recordingIn = ({ output, video_output }: TextToSpeechBody): string | undefined =>
  output ?? video_output;

/**
 * Speech of a text. 1 credit for every 30 seconds.
 *
 * @see https://docs.creatify.ai/api-reference/text-to-speech/post-text-to-speech (read 2026-11-22)
 * @since 0.1.0
 */
export const textToSpeech = creatifyKind(PATH, {
  kind: 'textToSpeech',
  search: searchAt(PATH),
  check: inputRules<TextToSpeechInput>({
    script: required(text({ min: 1, max: 8_000 })),
    accent: optional(orNull(uuid)),
    webhook_url: optional(webhookUrl),
  }),
  lookMany: lookManyAt(PATH),
  codec: TextToSpeechBody,
  phases: LISTED_PHASES,
  output: (body): TextToSpeechOutput | undefined => {
    const output = recordingIn(body);
    if (output === undefined) return undefined;
    return { output, ...pickFields(body, 'duration', 'credits_used') };
  },
  assets: (body) => assetOf(recordingIn(body), 'audio', 'output'),
});

/**
 * Lists recordings.
 *
 * @see https://docs.creatify.ai/api-reference/text-to-speech/post-text-to-speech (read 2026-11-22)
 * @since 0.1.0
 */
export const textToSpeechList = orderedListAt(PATH);
