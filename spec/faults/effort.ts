/** How much is tried: in `npm test`, by `npm run faults`, by `npm run soak`. */
export interface Efforts {
  readonly quick: number;
  readonly whole: number;
  readonly soak: number;
}

/**
 * A number of runs, for tests that can go on for as long as one likes.
 *
 * `RUSHES_EFFORT` chooses (`quick`, `whole` or `soak`); `RUSHES_RUNS` is the number of soak runs.
 */
export function runsOf({ quick, whole, soak }: Efforts): number {
  const { RUSHES_EFFORT: effort, RUSHES_RUNS: runs } = process.env;
  if (effort === 'whole') return whole;
  if (effort !== 'soak') return quick;
  const wanted = Number(runs);
  return Number.isSafeInteger(wanted) && wanted > 0 ? wanted : soak;
}

/** `RUSHES_SEED`, for a walk that is to be walked again; else the given one. */
export function seedOf(usual: number): number {
  const { RUSHES_SEED: seed = '' } = process.env;
  return /^-?\d+$/.test(seed) ? Number(seed) : usual;
}
