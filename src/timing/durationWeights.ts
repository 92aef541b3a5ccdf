import type { Duration } from './Durations.js';

/** After so many newer jobs, a job counts half. */
const HALVED_AFTER = 60;

/** What is left of the weight of jobs from before the vendor became faster or slower. */
const OUTDATED = 0.02;

/** So many deviations apart, newer and older jobs are no longer of the same kind: by chance in a few of 1,000 cases. */
const CLEARLY_APART = 3.5;

/** Fewer jobs than this on either side tell nothing. */
const FEWEST = 6;

/** 1 where the first certainly took longer, -1 where the second did, 0 where their ranges overlap. */
const order = (a: Duration, b: Duration): number =>
  a.afterMs >= b.byMs ? 1 : b.afterMs >= a.byMs ? -1 : 0;

/**
 * How many of the newest jobs took clearly longer, or clearly shorter, than all before them: Gehan's
 * rank test for ranges, at the place where it speaks most clearly. All of them, where it says nothing.
 */
function jobsSinceChange(ended: readonly Duration[]): number {
  const count = ended.length;
  const ranks = ended.map((a) =>
    ended.reduce((rank, b) => rank + (a.byMs === b.byMs ? 0 : order(a, b)), 0),
  );
  const squares = ranks.reduce((sum, rank) => sum + rank ** 2, 0);
  let since = count;
  let clearest = CLEARLY_APART ** 2 * squares;
  let sum = 0;
  for (let newer = 1; newer <= count - FEWEST; newer += 1) {
    sum += ranks[count - newer]!;
    if (newer < FEWEST) continue;
    const clarity = (sum ** 2 * count * (count - 1)) / (newer * (count - newer));
    if (clarity > clearest) [clearest, since] = [clarity, newer];
  }
  return since;
}

/** Where each job stands by its birth: among jobs of whom nobody knows it, by its end. */
function byBirth(ended: readonly Duration[]): readonly number[] {
  const bornAt = ({ endedAt, byMs }: Duration, place: number): number =>
    endedAt === undefined ? place : endedAt - byMs;
  const places = ended.map((_, place) => place);
  return places.sort((a, b) => bornAt(ended[a]!, a) - bornAt(ended[b]!, b));
}

/**
 * How many jobs, by birth, were born so long ago that the longest of them would have ended by now. Of
 * those born later only the shorter ones have ended: they would pass for a change.
 */
function countOfSettled(ended: readonly Duration[], places: readonly number[]): number {
  const longestMs = Math.max(...ended.map(({ byMs }) => byMs));
  const now = Math.max(...ended.map(({ endedAt = -Infinity }) => endedAt));
  const isSettled = ({ endedAt, byMs }: Duration): boolean =>
    endedAt === undefined || endedAt - byMs <= now - longestMs;
  return places.filter((place) => isSettled(ended[place]!)).length;
}

/**
 * How much each job counts: newer ones more, and those from before the vendor became clearly slower or
 * faster next to nothing. They add up to 1.
 *
 * Newer is what was born later: of jobs that run side by side the shorter ones end first.
 *
 * @param ended - oldest first
 * @since 0.1.0
 */
export function durationWeights(ended: readonly Duration[]): readonly number[] {
  const places = byBirth(ended);
  const settled = countOfSettled(ended, places);
  const late = places.length - settled;
  const since = late + jobsSinceChange(places.slice(0, settled).map((place) => ended[place]!));
  const weights = ended.map(() => 0);
  places.forEach((place, birth) => {
    const newer = ended.length - 1 - birth;
    weights[place] = 0.5 ** (newer / HALVED_AFTER) * (newer < since ? 1 : OUTDATED);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
