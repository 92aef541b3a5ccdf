/** The mean of some figures. */
export const meanOf = (figures: readonly number[]): number =>
  figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/** The figure that a share of them do not exceed. */
export function quantileOf(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** The one in the middle. */
export const medianOf = (figures: readonly number[]): number => quantileOf(figures, 0.5);

/** Enough digits to read, no more. */
export const rounded = (figure: number): number => Number(figure.toPrecision(4));
