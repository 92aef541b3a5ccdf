/**
 * How a running job reports its progress: by the share of its running time that has passed,
 * `[0, 1]`, to a reported progress, `[0, 1]`, or `undefined` for none.
 *
 * @since 0.1.0
 */
export type ProgressCurve = (share: number) => number | undefined;

/**
 * Progress curves by name.
 *
 * - `linear`: as much as the time that has passed
 * - `lying`: everything is done after a quarter of the time
 * - `falling`: rises to 0.8 and falls to 0.2
 * - `none`: is not reported
 *
 * @since 0.1.0
 */
export type ProgressCurveName = 'linear' | 'lying' | 'falling' | 'none';

const CURVES: Readonly<Record<ProgressCurveName, ProgressCurve>> = {
  linear: (share) => share,
  lying: (share) => Math.min(1, share * 4),
  falling: (share) => (share < 0.5 ? share * 1.6 : 0.8 - (share - 0.5) * 1.2),
  none: () => undefined,
};

/**
 * The curve that is meant.
 *
 * @param curve - a curve or the name of one; `linear` unless told
 * @since 0.1.0
 */
export function progressCurve(curve: ProgressCurve | ProgressCurveName = 'linear'): ProgressCurve {
  return typeof curve === 'function' ? curve : CURVES[curve];
}
