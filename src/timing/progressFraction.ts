/** How a vendor writes progress. @since 0.1.0 */
export type ProgressScale = 'fraction' | 'percent';

/**
 * Brings a vendor's progress into `[0, 1]`.
 *
 * Where no scale is documented, 0 < p < 1 is taken as a fraction and p >= 1 as percent.
 *
 * @param value - the vendor's number
 * @param scale - where the vendor documents it
 * @returns `undefined` for what is no progress: negative, NaN, infinite
 * @since 0.1.0
 */
export function progressFraction(value: number, scale?: ProgressScale): number | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  const fraction =
    (scale ?? (value < 1 ? 'fraction' : 'percent')) === 'percent' ? value / 100 : value;
  return Math.min(fraction, 1);
}
