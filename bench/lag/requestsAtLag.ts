import type { LookCost } from '../../spec/timing/optimalFront.js';

/**
 * How many requests a job a mean lag would take, by the two settings nearest to it: on the line between
 * them in logarithms, since requests go about as 1 / lag.
 */
export function requestsAtLag(lagMs: number, costs: readonly LookCost[]): number {
  const farness = (cost: LookCost): number => Math.abs(Math.log(cost.lagMs / lagMs));
  const [nearest, second] = [...costs].sort((a, b) => farness(a) - farness(b));
  if (nearest === undefined) return NaN;
  const rise = second === undefined ? NaN : Math.log(second.requests / nearest.requests);
  const slope = rise / Math.log((second?.lagMs ?? NaN) / nearest.lagMs);
  return nearest.requests * (lagMs / nearest.lagMs) ** (slope < 0 ? Math.max(-2, slope) : -1);
}
