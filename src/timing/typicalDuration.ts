import { durationWeights } from './durationWeights.js';
import type { Durations } from './Durations.js';

const kept = new WeakMap<Durations, number>();

function reckon({ ended }: Durations): number {
  const weights = durationWeights(ended);
  const middles = ended.map(({ afterMs, byMs }, place) => ({
    ageMs: (afterMs + byMs) / 2,
    weight: weights[place]!,
  }));
  middles.sort((a, b) => a.ageMs - b.ageMs);
  let below = 0;
  return middles.find(({ weight }) => (below += weight) >= 0.5 - 1e-9)!.ageMs;
}

/**
 * How long jobs of the kind usually take: half of them less, newer ones counting more.
 *
 * @returns milliseconds; nothing before any job was seen to end
 * @since 0.1.0
 */
export function typicalDurationMs(durations: Durations): number | undefined {
  if (durations.ended.length === 0) return undefined;
  const typical = kept.get(durations) ?? reckon(durations);
  kept.set(durations, typical);
  return typical;
}
