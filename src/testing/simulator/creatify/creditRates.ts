import type { Shown } from './Shown.js';

/**
 * Credits for every started stretch of time.
 *
 * @param seconds - how long the result is
 * @param everySeconds - how long a stretch is
 * @param credits - what each one costs
 * @since 0.1.0
 */
export function perStarted(seconds: number, everySeconds: number, credits: number): number {
  return Math.ceil(seconds / everySeconds) * credits;
}

/**
 * What a video costs: 5 credits for every started 30 seconds, of which a preview takes 1.
 *
 * @param shown - the job
 * @since 0.1.0
 */
export function videoCredits({ seconds, done }: Shown): number {
  return perStarted(seconds, 30, done ? 5 : 1);
}

/**
 * What a video with a talking avatar costs: by the second with Aurora, else like any video.
 *
 * @param shown - the job
 * @see https://docs.creatify.ai/billing
 * @since 0.1.0
 */
export function avatarCredits(shown: Shown): number {
  const perSecond = AURORA_CREDITS[String(shown.said('model_version', 'standard'))];
  return perSecond === undefined || !shown.done ? videoCredits(shown) : shown.seconds * perSecond;
}

/** Credits a second. @since 0.1.0 */
export const AURORA_CREDITS: Readonly<Record<string, number>> = {
  aurora_v1: 1,
  aurora_v1_fast: 0.5,
};
