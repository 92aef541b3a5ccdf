import { oneRequired } from '../../contract/crossRules.js';
import type { FieldRules, Rule } from '../../contract/inputRules.js';
import { optional, recordOf, required } from '../../contract/inputRules.js';
import {
  finite,
  listOf,
  numberFrom,
  oneOf,
  text,
  variantOf,
  webUrl,
} from '../../contract/valueRules.js';
import type {
  AudioInput,
  ImageInput,
  MediaSource,
  SpeechProvider,
  TextInput,
  VideoInput,
} from './GenerationInput.js';

const name = optional(text({ min: 1 }));
const source: FieldRules<MediaSource> = { url: optional(webUrl()), assetId: name, refId: name };
const located = oneRequired('url', 'assetId');
const spans = optional(listOf(listOf(finite)));

/** A text to be spoken: 1 to 5000 characters. @since 0.1.0 */
export const script: Rule = text({ min: 1, max: 5_000 });

/**
 * One of the files or texts of a generation. The list of sorts is closed.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export const media: Rule = variantOf('type', {
  video: recordOf<VideoInput>(
    { ...source, type: required(oneOf('video')), segments_secs: spans, segments_frames: spans },
    located,
  ),
  image: recordOf<ImageInput>({ ...source, type: required(oneOf('image')) }, located),
  audio: recordOf<AudioInput>({ ...source, type: required(oneOf('audio')) }, located),
  text: recordOf<TextInput>({
    type: required(oneOf('text')),
    refId: name,
    provider: required(
      recordOf<SpeechProvider>({
        name: required(oneOf('elevenlabs')),
        voiceId: required(text({ min: 1 })),
        script: required(script),
        stability: optional(numberFrom(0, 1)),
        similarityBoost: optional(numberFrom(0, 1)),
      }),
    ),
  }),
});
