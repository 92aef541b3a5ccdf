import { chanceOf, drawn, stratified } from '../draws.js';
import { MODELS } from '../lag/models.js';
import type { Score } from '../Match.js';
import { Match } from '../Match.js';
import type { ContestantName } from '../peers/Contestant.js';

/** One contestant under one load. */
export interface BucketRun {
  readonly name: ContestantName;
  /** Jobs a minute. */
  readonly load: number;
  /** How many jobs in all. */
  readonly jobs: number;
  /** Whether it sees 30 jobs end before, at leisure. */
  readonly learns: boolean;
}

export interface MeasuredBucket {
  readonly run: BucketRun;
  readonly score: Score;
}

const LEARNED_JOBS = 30;
const LEISURE_MS = 6_000;
const SEED = 77;

/**
 * As over a network that takes now more and now less: without that, jobs that contend for a token would
 * be in step for good, and the same ones would always win.
 */
const MOST_LATE_MS = 20;

/** A job not seen so long after the first was made is lost. */
const WITHIN_MS = 1_800_000;

/** Births at an even rate, each at any moment of its share of the time. */
function births(count: number, gapMs: number, seed: number): readonly number[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, index) => Math.round((index + chance()) * gapMs));
}

/** The vendor's side makes the jobs, so that only the bucket of looks binds. */
export async function measureBucket({ name, load, jobs, learns }: BucketRun): Promise<Score> {
  const match = await Match.open({
    name,
    vendor: 'aurous',
    pace: 'standing',
    mostLateMs: MOST_LATE_MS,
    world: { aurous: { review: false } },
  });
  try {
    if (learns) {
      const first = drawn(MODELS.uniform, LEARNED_JOBS, SEED);
      await match.watch('characters', births(LEARNED_JOBS, LEISURE_MS, SEED), first);
    }
    const durations = stratified(MODELS.uniform, jobs, SEED + 1);
    return await match.watch(
      'characters',
      births(jobs, 60_000 / load, SEED + 2),
      durations,
      WITHIN_MS,
    );
  } finally {
    await match.close();
  }
}
