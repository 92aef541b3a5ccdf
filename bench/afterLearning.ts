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
}

const LEARNED_JOBS = 30;
const MEASURED_JOBS = 100;
const WITHIN_MS = 20_000;

/** Jobs as a new user's first ones come. */
const FIRST_WITHIN_MS = 30 * 60_000;

/**
 * 100 jobs are made within 20 s and waited for. Rushes gets 30 jobs before, from which it learns; nothing
 * is told it beforehand. The others learn nothing, so they get none.
 */
export async function afterLearning(setting: JobsSetting): Promise<Score> {
  const { model, seed, script = {}, firstWithinMs = FIRST_WITHIN_MS } = setting;
  const match = await Match.open(setting);
  try {
    if (setting.name === 'rushes') {
      const starts = moments(LEARNED_JOBS, firstWithinMs, seed + 1);
      await match.run(starts, drawn(model, LEARNED_JOBS, seed + 2), script);
    }
    const starts = moments(MEASURED_JOBS, WITHIN_MS, seed + 3);
    return await match.run(starts, stratified(model, MEASURED_JOBS, seed + 4), script);
  } finally {
    await match.close();
  }
}
