/** A figure with as many digits as can be trusted: three. */
export function shown(figure: number): string {
  if (!Number.isFinite(figure)) return '-';
  const size = Math.abs(figure);
  if (size >= 100) return Math.round(figure).toLocaleString('en');
  if (size >= 10) return figure.toFixed(1);
  if (size >= 1) return figure.toFixed(2);
  return size === 0 ? '0' : Number(figure.toPrecision(2)).toString();
}

/** A figure with its unit; ratios bear theirs in front of nothing else. */
export const withUnit = (figure: number, unit: string): string => `${shown(figure)} ${unit}`;
