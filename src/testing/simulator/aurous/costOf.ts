import { textIn } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimJob } from '../SimJob.js';
import { hasEnded } from '../Stage.js';

/** What a generation costs, in credits. @since 0.1.0 */
export interface AurousCost {
  readonly amount: number;
  readonly breakdown: { readonly base: number; readonly enhance: number };
}

/** Factors of video resolutions; the page names the formula, the numbers are inferred. */
const FACTORS: Readonly<Record<string, number>> = { '480p': 1, '720p': 2, '1080p': 4 };

/**
 * What an image or a video costs: a credit an image, or a credit a second times the resolution, and
 * one more for an enhanced prompt.
 *
 * @param kind - `images` or `videos`
 * @param input - what is asked for
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/estimate-the-credit-cost-of-a-video-generation (read 2026-11-22)
 * @since 0.1.0
 */
export function costOf(kind: string, input: JsonFields): AurousCost {
  const base = kind === 'videos' ? videoBase(input) : Number(input['count'] ?? 1);
  const enhance = input['enhance_prompt'] === true ? 1 : 0;
  return { amount: base + enhance, breakdown: { base, enhance } };
}

function videoBase({ duration, resolution }: JsonFields): number {
  return Number(duration ?? 5) * (FACTORS[textIn(resolution) ?? '480p'] ?? 1);
}

/**
 * What a generation takes, in credits: at most, while it has not ended; then nothing unless it
 * succeeded.
 *
 * @param job - an image or a video; a script's `credits` are what it cost
 * @since 0.1.0
 */
export function creditsOf({ input, kind, script, state }: SimJob): number {
  const { amount } = costOf(kind, input);
  if (!hasEnded(state.stage)) return amount;
  return state.stage === 'succeeded' ? (script.credits ?? amount) : 0;
}
