/** A law of how long jobs take, known exactly. Milliseconds. */
export interface DurationModel {
  readonly name: string;
  readonly meanMs: number;
  /** The share of jobs that have ended by this age, `[0, 1]`. */
  readonly cdf: (ageMs: number) => number;
  /** The age by which this share of jobs has ended, for a share in `[0, 1)`. */
  readonly quantile: (share: number) => number;
}

/** The normal law's share below `x`: Marsaglia's series, to about 1e-15. */
function normalShare(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

function normalQuantile(share: number): number {
  let low = -8;
  let high = 8;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Any time from `fromMs` to `toMs`, as likely as any other. */
export const uniform = (fromMs: number, toMs: number): DurationModel => ({
  name: `U(${String(fromMs / 1_000)},${String(toMs / 1_000)})`,
  meanMs: (fromMs + toMs) / 2,
  cdf: (ageMs) => Math.min(1, Math.max(0, (ageMs - fromMs) / (toMs - fromMs))),
  quantile: (share) => fromMs + share * (toMs - fromMs),
});

/** Nothing below 0 is to be expected of it: `meanMs` is many times `deviationMs`. */
export const normal = (meanMs: number, deviationMs: number): DurationModel => ({
  name: `N(${String(meanMs / 1_000)},${String(deviationMs / 1_000)})`,
  meanMs,
  cdf: (ageMs) => normalShare((ageMs - meanMs) / deviationMs),
  quantile: (share) => Math.max(1, meanMs + deviationMs * normalQuantile(share)),
});

/** Its logarithm is normal, with deviation `shape`. */
export const lognormal = (meanMs: number, shape: number): DurationModel => {
  const logMedian = Math.log(meanMs) - shape ** 2 / 2;
  return {
    name: `lognormal(${String(meanMs / 1_000)},${String(shape)})`,
    meanMs,
    cdf: (ageMs) => (ageMs > 0 ? normalShare((Math.log(ageMs) - logMedian) / shape) : 0),
    quantile: (share) => Math.exp(logMedian + shape * normalQuantile(share)),
  };
};

/** Memoryless: age says nothing of the end. */
export const exponentialLaw = (meanMs: number): DurationModel => ({
  name: `exponential(${String(meanMs / 1_000)})`,
  meanMs,
  cdf: (ageMs) => (ageMs > 0 ? -Math.expm1(-ageMs / meanMs) : 0),
  quantile: (share) => -meanMs * Math.log1p(-share),
});
