/** No promise is worth more than that: its falsehood might not be noticed for so long. */
const MOST_TIMES = 25;
/** To a 64th of what lies between the two. */
const HALVINGS = 6;

/**
 * How far a gap may be lengthened on a promise that may be false: while what it costs on average if it
 * is false, weighed by the doubt, is no more than what the usual gap costs, and 25-fold at most.
 *
 * @param promisedMs - what is to be waited if the promise holds
 * @param otherwiseMs - what would be waited without it
 * @param doubt - how likely it is false, `(0, 1]`
 * @param lagMs - what waiting so long costs on average where nothing was promised; never falls
 * @returns `promisedMs`, or less, but not less than the shorter of it and `otherwiseMs`
 * @since 0.1.0
 */
export function doubtedGap(
  promisedMs: number,
  otherwiseMs: number,
  doubt: number,
  lagMs: (gapMs: number) => number,
): number {
  if (promisedMs <= otherwiseMs) return promisedMs;
  const gapMs = Math.min(promisedMs, MOST_TIMES * otherwiseMs);
  const mostMs = lagMs(otherwiseMs) / doubt;
  if (lagMs(gapMs) <= mostMs) return gapMs;
  let [low, high] = [otherwiseMs, gapMs];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (lagMs(middle) <= mostMs) low = middle;
    else high = middle;
  }
  return low;
}
