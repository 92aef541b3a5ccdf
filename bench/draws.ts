import type { DurationModel } from '../spec/timing/durationModels.js';

/** Chance that is the same for all contestants: mulberry32. `[0, 1)` */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Durations as they come, in whole milliseconds. */
export function drawn(model: DurationModel, count: number, seed: number): readonly number[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => Math.round(model.quantile(chance())));
}

/**
 * Durations in whole milliseconds, one of each of `count` equal shares of the model, in random order: as
 * drawn, but samples of them differ less from one another.
 */
export function stratified(model: DurationModel, count: number, seed: number): readonly number[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, index) => ({
    durationMs: Math.round(model.quantile((index + chance()) / count)),
    place: chance(),
  }))
    .sort((a, b) => a.place - b.place)
    .map(({ durationMs }) => durationMs);
}

/** Moments in whole milliseconds, evenly spread by chance over a time, in order. */
export function moments(count: number, withinMs: number, seed: number): readonly number[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => Math.round(chance() * withinMs)).sort((a, b) => a - b);
}
