import type { DurationModel } from '../spec/timing/durationModels.js';
import { drawn, moments, stratified } from './draws.js';
import type { MatchSetting, Score } from './Match.js';
import { Match } from './Match.js';
import type { JobScript } from 'rushes/testing';

/** What 100 jobs are like. */
export interface JobsSetting extends MatchSetting {
  readonly model: DurationModel;
  /** The same seed, the same jobs. */
  readonly seed: number;
  /** What is told of every job, such as how it reports its progress. */
  readonly script?: JobScript;
  /** Within which the first 30 jobs are begun, in milliseconds. @defaultValue half an hour */
  readonly firstWithinMs?: number;
  /** Within which the 100 are begun, in milliseconds. @defaultValue 20 s */
  readonly withinMs?: number;
}

const LEARNED_JOBS = 30;
const MEASURED_JOBS = 100;
const WITHIN_MS = 20_000;

/** Jobs as a new user's first ones come. */
const FIRST_WITHIN_MS = 30 * 60_000;

/**
 * 100 jobs are made and waited for. Rushes gets 30 jobs before, from which it learns; nothing is told it
 * beforehand. The others learn nothing, so they get none.
 */
export async function afterLearning(setting: JobsSetting): Promise<Score> {
  const [score] = await timesAfterLearning(setting, 1);
  if (score === undefined) throw new Error('nothing was measured');
  return score;
}

/** The same, so many times with other jobs after one time of learning. */
export async function timesAfterLearning(
  setting: JobsSetting,
  times: number,
): Promise<readonly Score[]> {
  const { model, seed, script = {}, firstWithinMs = FIRST_WITHIN_MS } = setting;
  const { withinMs = WITHIN_MS } = setting;
  const match = await Match.open(setting);
  try {
    if (setting.name === 'rushes') {
      const starts = moments(LEARNED_JOBS, firstWithinMs, seed + 1);
      await match.run(starts, drawn(model, LEARNED_JOBS, seed + 2), script);
    }
    const scores: Score[] = [];
    for (let time = 0; time < times; time += 1) {
      const starts = moments(MEASURED_JOBS, withinMs, seed + 3 + 2 * time);
      const durations = stratified(model, MEASURED_JOBS, seed + 4 + 2 * time);
      scores.push(await match.run(starts, durations, script));
    }
    return scores;
  } finally {
    await match.close();
  }
}
