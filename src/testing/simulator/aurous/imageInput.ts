import {
  flag,
  httpsUrl,
  listOf,
  numeric,
  problemsOf,
  required,
  text,
  whole,
} from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { textIn } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimResponse } from '../SimResponse.js';
import type { AurousDesk } from './AurousDesk.js';
import { aurousError } from './aurousError.js';
import { fileRefusal } from './fileRefusal.js';
import { firstRefusal, refused } from './requestFields.js';

const RATIOS = '1_1|3_2|2_3|4_3|3_4|16_9|9_16|21_9';
const SIZE = new RegExp(`^[24]k_(?:${RATIOS})$`);

const REQUEST: FieldRules = {
  prompt: required(text({ from: 1, to: 4000 })),
  negative_prompt: text({ from: 1, to: 4000 }),
  lora_id: text({ from: 1 }),
  character_id: text({ from: 1 }),
  reference_image_urls: listOf(text({ from: 1, to: 2048 })),
  size: text(),
  width: whole({ from: 1024, to: 4096 }),
  height: whole({ from: 1024, to: 4096 }),
  steps: whole({ from: 1, to: 100 }),
  guidance_scale: numeric({ from: 0.1, to: 30 }),
  cfg_rescale: numeric({ from: 0, to: 1 }), // the span is inferred
  denoise_strength: numeric({ from: 0, to: 1 }), // the span is inferred
  seed: whole(),
  count: whole({ from: 1 }), // how many at most, no page tells
  enhance_prompt: flag,
  webhook_url: httpsUrl,
};

/**
 * Judges the body of `POST /v1/images` and of its estimate.
 *
 * @param body - the fields that were sent
 * @param desk - of the vendor
 * @see https://docs.aurous-labs.com/api-reference/images/create-image (read 2026-11-22)
 * @since 0.1.0
 */
export function imageRefusal(body: JsonFields, desk: AurousDesk): SimResponse | undefined {
  return (
    firstRefusal(problemsOf(body, REQUEST)) ??
    promptRefusal(body) ??
    sizeRefusal(body) ??
    characterRefusal(body, desk) ??
    fileRefusal(body, ['reference_image_urls'], desk)
  );
}

function promptRefusal({ prompt }: JsonFields): SimResponse | undefined {
  return String(prompt).trim() === ''
    ? refused('missing_field', 'prompt must not be blank.', 'prompt')
    : undefined;
}

/** A named size, or both sides, or neither. */
function sizeRefusal({ size, width, height }: JsonFields): SimResponse | undefined {
  const sides = [width, height].filter((side) => side !== undefined);
  if (size !== undefined && sides.length > 0) {
    return refused(
      'parameter_invalid_combination',
      'Give either size or width and height.',
      'size',
    );
  }
  if (sides.length === 1) {
    const missing = width === undefined ? 'width' : 'height';
    return refused('missing_field', `${missing} is required with the other side.`, missing);
  }
  return size === undefined || SIZE.test(textIn(size) ?? '')
    ? undefined
    : refused('invalid_format', 'size must be a tier and a ratio, such as 2k_16_9.', 'size');
}

function characterRefusal(body: JsonFields, { book }: AurousDesk): SimResponse | undefined {
  const { character_id: id, reference_image_urls: references } = body;
  if (typeof id !== 'string') return undefined;
  if (references !== undefined) {
    const message = 'Give either character_id or reference_image_urls.';
    return refused('mutually_exclusive_input', message, 'character_id');
  }
  const job = book.findEver(id);
  if (job?.kind !== 'characters') {
    const message = 'The character was not found.';
    return aurousError({ status: 404, code: 'resource_not_found', message, param: 'character_id' });
  }
  return !job.gone && job.state.stage === 'succeeded'
    ? undefined
    : refused('character_not_ready', 'The character is not ready.', 'character_id');
}

/** Sides of an image in pixels. @since 0.1.0 */
export interface Sides {
  readonly width: number;
  readonly height: number;
}

/**
 * How large an image becomes: the sides snap to the nearest multiple of 32.
 *
 * @param input - that was not refused
 * @since 0.1.0
 */
export function sidesOf({ size, width, height }: JsonFields): Sides {
  if (typeof width === 'number' && typeof height === 'number') {
    return { width: snapped(width), height: snapped(height) };
  }
  const [tier = '2k', across = '1', up = '1'] = (textIn(size) ?? '2k_1_1').split('_');
  const side = tier === '4k' ? 4096 : 2048;
  const ratio = Number(across) / Number(up);
  return {
    width: snapped(side * Math.min(1, ratio)),
    height: snapped(side / Math.max(1, ratio)),
  };
}

function snapped(side: number): number {
  return Math.round(side / 32) * 32;
}
