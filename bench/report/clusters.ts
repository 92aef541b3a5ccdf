import type { Spot } from './labels.js';

/** Points that lie so close that one label serves them all. */
export interface Cluster {
  readonly at: Spot;
  readonly names: readonly string[];
}

/** Puts together what lies within `radius` of one another's first. */
export function clustersOf(
  points: readonly { readonly at: Spot; readonly name: string }[],
  radius: number,
): readonly Cluster[] {
  const found: { at: Spot; names: string[] }[] = [];
  for (const { at, name } of points) {
    const near = found.find(
      (cluster) => Math.hypot(cluster.at.x - at.x, cluster.at.y - at.y) <= radius,
    );
    if (near === undefined) found.push({ at, names: [name] });
    else near.names.push(name);
  }
  return found;
}
