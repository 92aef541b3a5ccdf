import type { LookCost } from '../../spec/timing/optimalFront.js';

/**
 * How many requests a job a mean lag would take, by the settings next to it on either side: on the line
 * between them in logarithms. Where all are on one side, requests go as 1 / lag from the nearest.
 */
export function requestsAtLag(lagMs: number, costs: readonly LookCost[]): number {
  const byLag = [...costs].sort((a, b) => a.lagMs - b.lagMs);
  const below = byLag.filter((cost) => cost.lagMs <= lagMs).at(-1);
  const above = byLag.find((cost) => cost.lagMs > lagMs);
  const nearest = below ?? above;
  if (nearest === undefined) return NaN;
  if (below === undefined || above === undefined) return (nearest.requests * nearest.lagMs) / lagMs;
  const share = Math.log(lagMs / below.lagMs) / Math.log(above.lagMs / below.lagMs);
  return below.requests * (above.requests / below.requests) ** share;
}
