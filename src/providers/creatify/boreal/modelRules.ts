import type { CrossRule, ReadFields, Rule } from '../../../contract/inputRules.js';
import { fieldPath } from '../../../contract/inputRules.js';
import type { InputIssue } from '../../../errors/InputIssue.js';
import { numberFrom, oneOf, wholeFrom } from '../../../contract/valueRules.js';

interface ModelFacts {
  readonly resolutions: readonly string[];
  /** What the duration must be, by the resolution. */
  readonly duration: (resolution: string) => Rule;
  /** Fields that the model does not take. */
  readonly without: readonly string[];
}

/** The longest videos of `boreal`, in seconds; 720p is the resolution unless told. */
const LONGEST: Readonly<Record<string, number>> = { '720p': 60, '1080p': 30, '2k': 15 };

const MODELS: Readonly<Record<string, ModelFacts>> = {
  boreal: {
    resolutions: Object.keys(LONGEST),
    duration: (resolution) => numberFrom(1, LONGEST[resolution] ?? 60),
    without: [
      'end_image_url',
      'reference_image_urls',
      'reference_video_urls',
      'reference_audio_urls',
    ],
  },
  'boreal-h3': {
    resolutions: ['768p', '1088p', '2k'],
    duration: () => wholeFrom(5, 15),
    without: ['audio_url'],
  },
};

const checked = (fields: ReadFields, path: string, name: string, rule: Rule) =>
  fields[name] === undefined ? [] : rule.check(fields[name], fieldPath(path, name));

/**
 * What one model of Boreal takes and another does not. Models that are not known go through.
 *
 * @see https://docs.creatify.ai/api-documentation/boreal/model-boreal (read 2026-11-22)
 * @see https://docs.creatify.ai/api-documentation/boreal/model-boreal-h3 (read 2026-11-22)
 * @since 0.1.0
 */
export const modelRules: CrossRule = (fields, path) => {
  const { model = 'boreal', resolution = '' } = fields;
  const facts = Object.hasOwn(MODELS, String(model)) ? MODELS[String(model)] : undefined;
  if (facts === undefined) return [];
  const excluded = facts.without
    .filter((name) => fields[name] !== undefined)
    .map((name): InputIssue => ({
      path: fieldPath(path, name),
      message: `is not taken by the model ${String(model)}`,
    }));
  return [
    ...excluded,
    ...checked(fields, path, 'resolution', oneOf(...facts.resolutions)),
    ...checked(fields, path, 'duration', facts.duration(String(resolution))),
  ];
};
