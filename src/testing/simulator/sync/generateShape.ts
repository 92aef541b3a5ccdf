import {
  flag,
  httpsUrl,
  listOf,
  numeric,
  oneOf,
  problemsOf,
  required,
  shaped,
  text,
} from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { isFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { GenerateInput } from './generateInput.js';

/** The models that sync.so takes. @since 0.1.0 */
export const syncModels: readonly string[] = [
  'sync-3',
  'lipsync-2',
  'lipsync-2-pro',
  'lipsync-1.9.0-beta',
  'react-1',
];

const share = numeric({ from: 0, to: 1 });

const OPTIONS: FieldRules = {
  sync_mode: oneOf(['bounce', 'loop', 'cut_off', 'silence', 'remap']),
  model_mode: oneOf(['lips', 'face', 'head']),
  prompt: oneOf(['happy', 'sad', 'angry', 'disgusted', 'surprised', 'neutral']),
  temperature: share,
  active_speaker_detection: shaped({
    auto_detect: flag,
    frame_number: numeric({ from: 0 }),
    coordinates: listOf(numeric(), { from: 2, to: 2 }),
    bounding_boxes: listOf(listOf(numeric(), { from: 4, to: 4 })),
  }),
  occlusion_detection_enabled: flag,
};

const SEGMENT: FieldRules = {
  startTime: required(numeric({ from: 0 })),
  endTime: required(numeric({ from: 0 })),
  audioInput: required(
    shaped({
      refId: required(text({ from: 1 })),
      startTime: numeric({ from: 0 }),
      endTime: numeric({ from: 0 }),
    }),
  ),
  optionsOverride: shaped(OPTIONS),
};

const REQUEST: FieldRules = {
  options: shaped(OPTIONS),
  segments: listOf(shaped(SEGMENT), { from: 1 }),
  dubParams: shaped({
    providerName: required(oneOf(['elevenlabs'])),
    targetLang: required(text({ from: 1 })),
    sourceLang: text({ from: 1 }),
  }),
  dialogueEdit: shaped({}),
  projectId: text({ from: 1 }),
  webhookUrl: httpsUrl,
  outputFileName: text({ to: 255 }),
};

const SPEECH: FieldRules = {
  provider: required(
    shaped({
      name: required(oneOf(['elevenlabs'])),
      voiceId: required(text({ from: 1 })),
      script: required(text({ from: 1 })),
      stability: share,
      similarityBoost: share,
    }),
  ),
  refId: text({ from: 1 }),
};

const FILE: FieldRules = {
  url: text({ from: 1 }),
  assetId: text({ from: 1 }),
  refId: text({ from: 1 }),
};

const TYPES: Readonly<Record<string, FieldRules>> = {
  video: FILE,
  image: FILE,
  audio: FILE,
  text: SPEECH,
};

/**
 * Judges the shape of a request: what is wrong, one sentence each.
 *
 * @param body - the fields that were sent
 * @see https://sync.so/docs/api-reference/api/generate-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export function shapeErrors(body: GenerateInput): readonly string[] {
  const errors: string[] = [];
  if (!syncModels.includes(String(body['model']))) {
    errors.push(`model must be one of the following values: ${syncModels.join(', ')}`);
  }
  const input = body['input'];
  if (!Array.isArray(input)) errors.push('input must be an array');
  else errors.push(...itemErrors(input, body));
  return [...errors, ...problemsOf(body, REQUEST).map(({ message }) => message)];
}

function itemErrors(input: readonly unknown[], body: GenerateInput): readonly string[] {
  const items = input.filter(isFields);
  const errors: string[] = [];
  const spoken = items.filter(({ type }) => type === 'audio' || type === 'text');
  const silent = body['dubParams'] !== undefined || body['dialogueEdit'] !== undefined;
  if (items.length < input.length) errors.push('each value in input must be an object');
  if (!items.some(({ type }) => type === 'video' || type === 'image')) {
    errors.push('input must contain exactly one video or image');
  }
  if (spoken.length === 0 && !silent) errors.push('input must contain an audio or text input');
  if (spoken.length > 1 && body['segments'] === undefined) {
    errors.push('input must contain exactly one audio or text input unless segments are given');
  }
  return [...errors, ...items.flatMap((item, index) => itemError(item, `input.${index}`))];
}

function itemError(item: JsonFields, at: string): readonly string[] {
  const type = String(item['type']);
  const rules = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (rules === undefined) {
    return [`${at}.type must be one of the following values: ${Object.keys(TYPES).join(', ')}`];
  }
  const problems = problemsOf(item, rules, at).map(({ message }) => message);
  const placed = typeof item['url'] === 'string' || typeof item['assetId'] === 'string';
  return rules === FILE && !placed
    ? [...problems, `${at} must have a url or an assetId`]
    : problems;
}
