import type { JsonFields } from '../../JsonFields.js';
import { perStarted } from '../creditRates.js';
import type { Family } from '../Family.js';
import { list, required } from '../Field.js';
import type { FieldErrors } from '../Field.js';
import { choice, integer, number, text, url } from '../fieldTypes.js';
import { mediaRules } from '../kindRules.js';
import { webhookUrl } from '../requestFields.js';

interface Resolution {
  /** In seconds. */
  readonly longest: number;
  readonly credits: number;
}

/** Credits for every started 10 seconds. */
const BOREAL: Readonly<Record<string, Resolution>> = {
  '720p': { longest: 60, credits: 1 },
  '1080p': { longest: 30, credits: 3 },
  '2k': { longest: 15, credits: 12 },
};

/** Credits a second. */
const BOREAL_H3: Readonly<Record<string, Resolution>> = {
  '768p': { longest: 15, credits: 0.4 },
  '1088p': { longest: 15, credits: 1.2 },
  '2k': { longest: 15, credits: 2.6 },
};

const WHOLE = integer(5);

const REFERENCES = ['reference_image_urls', 'reference_video_urls', 'reference_audio_urls'];

/**
 * A video from a prompt. No page that could be read lists the object's fields: those beside the
 * status and `video_output` are inferred from the request.
 *
 * @see https://docs.creatify.ai/api-documentation/boreal/boreal
 * @since 0.1.0
 */
export const boreal: Family = {
  kind: 'boreal',
  path: '/api/boreal/',
  rules: mediaRules,
  makes: [
    {
      input: {
        model: choice('boreal', 'boreal-h3'),
        prompt: required(text()),
        image_url: url(),
        audio_url: url(),
        end_image_url: url(),
        reference_image_urls: list(url(), { most: 9 }),
        reference_video_urls: list(url(), { most: 3 }),
        reference_audio_urls: list(url(), { most: 3 }),
        prompt_enhancement: text(),
        resolution: choice(...new Set([...Object.keys(BOREAL), ...Object.keys(BOREAL_H3)])),
        aspect_ratio: text(),
        duration: number(1),
        negative_prompt: text(),
        webhook_url: webhookUrl,
      },
      together,
    },
  ],
  cost: ({ job: { fields } }) => {
    const { isH3, seconds, resolution } = plan(fields);
    const credits = resolution?.credits ?? 0;
    return isH3 ? Math.round(seconds * credits * 10) / 10 : perStarted(seconds, 10, credits);
  },
  show: (shown, credits) => {
    const { isH3, seconds, name } = plan(shown.job.fields);
    return {
      ...shown.base,
      model: isH3 ? 'boreal-h3' : 'boreal',
      prompt: shown.said('prompt', 'A lantern floats over a quiet harbour.'),
      ...shown.echo('image_url', isH3 ? 'end_image_url' : 'audio_url'),
      ...(isH3
        ? Object.fromEntries(REFERENCES.map((field) => [field, shown.said(field, [])]))
        : {}),
      resolution: name,
      aspect_ratio: shown.said('aspect_ratio', 'auto'),
      duration: seconds,
      negative_prompt: shown.said('negative_prompt', ''),
      video_output: shown.file('boreal.mp4'),
      credits_used: credits,
      failed_reason: shown.failure ?? null,
    };
  },
};

function plan(fields: JsonFields) {
  const isH3 = fields['model'] === 'boreal-h3';
  const { resolution: named } = fields;
  const usual = isH3 ? '768p' : '720p';
  const name = typeof named === 'string' ? named : usual;
  const seconds = Number(fields['duration'] ?? 10);
  return { isH3, name, seconds, resolution: (isH3 ? BOREAL_H3 : BOREAL)[name] };
}

function together(fields: JsonFields): FieldErrors | undefined {
  const { isH3, name, seconds, resolution } = plan(fields);
  if (resolution === undefined) return { resolution: [`"${name}" is not a valid choice.`] };
  if (seconds > resolution.longest) {
    return { duration: [`Ensure this value is less than or equal to ${resolution.longest}.`] };
  }
  const wrong = isH3 ? WHOLE.check(seconds) : undefined;
  if (wrong !== undefined) return { duration: wrong };
  const foreign = (isH3 ? ['audio_url'] : ['end_image_url', ...REFERENCES]).find(
    (field) => fields[field] !== undefined,
  );
  if (foreign !== undefined) {
    return { [foreign]: [`Not supported by ${isH3 ? 'boreal-h3' : 'boreal'}.`] };
  }
  const [images, videos, sounds] = REFERENCES.map((field) => fields[field]);
  return sounds === undefined || (images ?? videos) !== undefined
    ? undefined
    : { reference_audio_urls: ['Needs an image or a video as another reference.'] };
}
