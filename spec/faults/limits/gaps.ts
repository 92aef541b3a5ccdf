import { START } from '../bench/places.js';

type Calls = readonly { readonly at: number }[];

/** When requests were made, in milliseconds since the scene was set. */
export const since = (calls: Calls): readonly number[] => calls.map(({ at }) => at - START);

/** How long was waited before each request but the first. */
export const gaps = (calls: Calls): readonly number[] =>
  calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0));

/** Half of 0.5 s doubling to 30 s: the waits where chance says 0.5. */
export const HALVES: readonly number[] = [
  250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000,
];
