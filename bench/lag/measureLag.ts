import { drawn, moments, stratified } from '../draws.js';
import type { Score } from '../Match.js';
import { Match } from '../Match.js';
import type { ContestantName, Setting } from '../peers/Contestant.js';
import type { ModelName } from './models.js';
import { MODELS } from './models.js';

/** One contestant at one setting. */
export interface LagRun {
  readonly name: ContestantName;
  readonly model: ModelName;
  readonly setting?: Setting;
  /** How often, each time with other jobs; the same ones for all contestants. */
  readonly times: number;
}

const LEARNED_JOBS = 30;
const MEASURED_JOBS = 100;
const WITHIN_MS = 20_000;

/** Jobs as a new user's first ones come: over half an hour. */
const FIRST_JOBS_MS = 30 * 60_000;

/**
 * 100 jobs are made and waited for, over HTTP, while time stands still whenever a request is under way.
 * Rushes gets 30 jobs before, from which it learns; nothing is told it beforehand. Magic Hour reports no
 * progress and has no look at many jobs at once, so that what is measured is when to look, alone.
 */
export async function measureLag(run: LagRun): Promise<readonly Score[]> {
  const scores: Score[] = [];
  for (let time = 0; time < run.times; time += 1) scores.push(await once(run, 1_000 * (time + 1)));
  return scores;
}

async function once({ name, model, setting = {} }: LagRun, seed: number): Promise<Score> {
  const law = MODELS[model];
  const match = await Match.open({ name, vendor: 'magicHour', setting, pace: 'standing' });
  try {
    if (name === 'rushes') {
      const starts = moments(LEARNED_JOBS, FIRST_JOBS_MS, seed + 1);
      await match.run(starts, drawn(law, LEARNED_JOBS, seed + 2));
    }
    const starts = moments(MEASURED_JOBS, WITHIN_MS, seed + 3);
    return await match.run(starts, stratified(law, MEASURED_JOBS, seed + 4));
  } finally {
    await match.close();
  }
}
