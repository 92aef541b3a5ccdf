import { afterLearning } from '../afterLearning.js';
import type { Score } from '../Match.js';
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

/**
 * Magic Hour reports no progress and has no look at many jobs at once, so that what is measured is when
 * to look, alone.
 */
export async function measureLag(run: LagRun): Promise<readonly Score[]> {
  const { name, setting = {}, times } = run;
  const model = MODELS[run.model];
  const scores: Score[] = [];
  for (let time = 1; time <= times; time += 1) {
    const seed = 1_000 * time;
    const pace = 'standing';
    scores.push(await afterLearning({ name, vendor: 'magicHour', setting, pace, model, seed }));
  }
  return scores;
}
