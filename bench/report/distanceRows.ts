import type { DistanceId, Result } from '../Result.js';
import { shown } from './shown.js';

/** What each distance is the ratio of. */
export const DISTANCES: Readonly<Record<DistanceId, string>> = {
  D1: 'mean lag by the least that as many requests can buy',
  D2: 'requests of held looks by the fewest that holds allow',
  D3: 'mean lag in a shared bucket by the least that its tokens can buy',
  D4: 'heap a watched job by that of a bare Observable',
  D5: 'CPU time a request by that of node:http',
};

/** How far one figure is from its limit. */
export interface DistanceRow {
  readonly distance: DistanceId;
  readonly what: string;
  readonly ratio: string;
}

/** Every distance from a limit, in order. */
export const distanceRows = (results: readonly Result[]): readonly DistanceRow[] =>
  results
    .flatMap(({ distance, name }) =>
      distance === undefined
        ? []
        : [{ distance: distance.id, what: name, ratio: `${shown(distance.value)} x` }],
    )
    .sort((a, b) => a.distance.localeCompare(b.distance));
