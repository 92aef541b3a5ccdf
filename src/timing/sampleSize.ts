/** Of up to so many jobs at work, each is learned from. */
const ALL_OF = 12;

/** Each time that they are twice as many, so many more are. */
const MORE_OF_TWICE = 4;

/**
 * Of so many jobs that are at work side by side, how many are enough to learn from how long they take.
 *
 * What ended last is remembered. If all of a crowd were learned from, that would be its longest jobs when
 * it is over, and its shortest before: so a part of it is, which fits into what is remembered. Not only
 * its first ones, for those that a vendor lets wait come last.
 *
 * @param atWork - how many there are
 * @since 0.1.0
 */
export const sampleSize = (atWork: number): number =>
  ALL_OF + Math.floor(MORE_OF_TWICE * Math.log2(Math.max(1, atWork / ALL_OF)));
