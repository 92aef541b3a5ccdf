import { oneRequired, together } from '../../contract/crossRules.js';
import type { CrossRule, FieldRules } from '../../contract/inputRules.js';
import {
  fieldPath,
  gatherIssues,
  inputRules,
  optional,
  recordOf,
  required,
} from '../../contract/inputRules.js';
import {
  finite,
  flag,
  listOf,
  numberFrom,
  oneOf,
  orNull,
  text,
  textLike,
  variantOf,
  webUrl,
  wordLike,
} from '../../contract/valueRules.js';
import type { InputIssue } from '../../errors/InputIssue.js';
import type {
  ActiveSpeakerDetection,
  AudioInput,
  DubParams,
  GenerationInput,
  GenerationOptions,
  GenerationSegment,
  ImageInput,
  MediaSource,
  SegmentAudio,
  SpeechProvider,
  TextInput,
  VideoInput,
} from './GenerationInput.js';

// What https://sync.so/docs/api-reference/api/generate-api/create states (read 2026-11-22), and no
// more: what a model makes of a value is the vendor's to say.

const name = optional(text({ min: 1 }));
const source: FieldRules<MediaSource> = { url: optional(webUrl()), assetId: name, refId: name };
const located = oneRequired('url', 'assetId');
const spans = optional(listOf(listOf(finite)));

const media = variantOf('type', {
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
        script: required(text({ min: 1, max: 5_000 })),
        stability: optional(numberFrom(0, 1)),
        similarityBoost: optional(numberFrom(0, 1)),
      }),
    ),
  }),
});

const options = recordOf<GenerationOptions>({
  sync_mode: optional(wordLike('bounce', 'loop', 'cut_off', 'silence', 'remap')),
  model_mode: optional(wordLike('lips', 'face', 'head')),
  prompt: optional(wordLike('happy', 'sad', 'angry', 'disgusted', 'surprised', 'neutral')),
  temperature: optional(numberFrom(0, 1)),
  active_speaker_detection: optional(
    recordOf<ActiveSpeakerDetection>({
      auto_detect: optional(flag),
      frame_number: optional(finite),
      coordinates: optional(listOf(finite, { min: 2, max: 2 })),
      bounding_boxes: optional(listOf(orNull(listOf(finite, { min: 4, max: 4 })))),
      bounding_boxes_url: optional(webUrl()),
    }),
  ),
  occlusion_detection_enabled: optional(flag),
});

const segment = recordOf<GenerationSegment>({
  startTime: required(finite),
  endTime: required(finite),
  audioInput: required(
    recordOf<SegmentAudio>(
      {
        refId: required(text({ min: 1 })),
        startTime: optional(finite),
        endTime: optional(finite),
      },
      together('startTime', 'endTime'),
    ),
  ),
  optionsOverride: optional(options),
});

const field = (entry: unknown, key: string): unknown =>
  typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[key] : undefined;

const isOf = (entry: unknown, ...types: readonly unknown[]): boolean =>
  types.includes(field(entry, 'type'));

/** One picture; one audio or text, or several with segments; dubbing needs none. */
const inputsFit: CrossRule = ({ input, segments, dubParams }, path) => {
  if (!Array.isArray(input)) return [];
  const here = fieldPath(path, 'input');
  const voices = input.filter((entry) => isOf(entry, 'audio', 'text')).length;
  const issues: InputIssue[] = [];
  if (input.filter((entry) => isOf(entry, 'video', 'image')).length !== 1) {
    issues.push({ path: here, message: 'must have exactly one video or image' });
  }
  if (voices === 0 && dubParams === undefined) {
    issues.push({ path: here, message: 'must have an audio or a text' });
  }
  if (voices > 1 && segments === undefined) {
    issues.push({ path: here, message: 'must have one audio or text; several need segments' });
  }
  return issues;
};

/** Segments find their audio by name. */
const voicesAreNamed: CrossRule = ({ input, segments }, path) => {
  if (!Array.isArray(input) || segments === undefined) return [];
  return gatherIssues(
    input.map((entry, index) => {
      if (!isOf(entry, 'audio', 'text') || field(entry, 'refId') !== undefined) return [];
      const here = fieldPath(fieldPath(fieldPath(path, 'input'), index), 'refId');
      return [{ path: here, message: 'is required with segments' }];
    }),
  );
};

/** The rules of {@link GenerationInput}, as its page states them. @since 0.1.0 */
export const generationInputIssues = inputRules<GenerationInput>(
  {
    model: required(
      wordLike('sync-3', 'lipsync-2', 'lipsync-2-pro', 'lipsync-1.9.0-beta', 'react-1'),
    ),
    input: required(listOf(media, { min: 1 })),
    options: optional(options),
    segments: optional(listOf(segment, { min: 1 })),
    dubParams: optional(
      recordOf<DubParams>({
        providerName: required(oneOf('elevenlabs')),
        targetLang: required(text({ min: 1 })),
        sourceLang: name,
        numSpeakers: optional(finite),
      }),
    ),
    projectId: name,
    webhookUrl: optional(webUrl({ httpsOnly: true })),
    outputFileName: optional(
      textLike(/^[A-Za-z0-9_-]{1,255}$/, '1 to 255 letters, digits, "-" or "_"'),
    ),
  },
  inputsFit,
  voicesAreNamed,
);
