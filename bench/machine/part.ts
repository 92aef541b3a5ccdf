import type { Part, PartOptions, Result } from '../Result.js';
import { decode } from './decode.js';
import { http } from './http.js';
import { load } from './load.js';
import { memory } from './memory.js';
import { pace } from './pace.js';

/** What one machine does without a vendor: heap, CPU, stalls, decoding, requests, loading. */
export const part: Part = async (options: PartOptions): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const measure of [memory, pace, decode, http, load])
    results.push(...(await measure(options)));
  return results;
};
