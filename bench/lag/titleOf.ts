import { TITLES } from '../peers/Contestant.js';
import type { LagRun } from './measureLag.js';

/** How tables and plots name a run. */
export function titleOf({ name, setting = {} }: Pick<LagRun, 'name' | 'setting'>): string {
  const { gapMs, lagMs } = setting;
  if (gapMs !== undefined) return `${TITLES[name]}, ${String(gapMs / 1_000)} s`;
  return lagMs === undefined
    ? TITLES[name]
    : `${TITLES[name]}, learned({ lagMs: ${String(lagMs)} })`;
}
