import type { Result } from '../Result.js';
import { bucketPicture } from './bucketPicture.js';
import { heapPicture } from './heapPicture.js';
import { lagPicture, otherLagsPicture } from './lagPicture.js';

/** Every plot that the results allow, by the name of its file. */
export function plots(results: readonly Result[]): Readonly<Record<string, string>> {
  const series = results.flatMap((result) => result.series ?? []);
  const drawn = {
    'perf-lag': lagPicture(series),
    'perf-lag-others': otherLagsPicture(series),
    'perf-bucket': bucketPicture(series),
    'perf-heap': heapPicture(results),
  };
  return Object.fromEntries(
    Object.entries(drawn).flatMap(([name, svg]) => (svg === undefined ? [] : [[name, svg]])),
  );
}
