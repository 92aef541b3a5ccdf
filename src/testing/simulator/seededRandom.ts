/** Gives the next number of a sequence, `[0, 1)`. @since 0.1.0 */
export type Random = () => number;

/**
 * A sequence of numbers that depends on its labels alone: the same labels, the same sequence.
 *
 * The labels are hashed with FNV-1a, the sequence is mulberry32. Good enough to spread durations
 * and to make ids; not for secrets.
 *
 * @param labels - what the sequence is for, such as a seed, a vendor and the number of a job
 * @returns a function that gives the next number, `[0, 1)`
 * @since 0.1.0
 */
export function seededRandom(...labels: readonly (string | number)[]): Random {
  let state = 0x811c9dc5;
  for (const character of labels.join('/')) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
