import type { GoalId, Result } from '../Result.js';
import { bestPeer, isMet } from '../Result.js';
import { shown, withUnit } from './shown.js';

/** One figure of a goal, ready to be read. */
export interface GoalRow {
  readonly goal: GoalId;
  readonly what: string;
  readonly figure: string;
  /** What was aimed at, such as `<= 16`. */
  readonly aim: string;
  readonly limit: string;
  readonly peer: string;
  /** How many times better ours is than the best peer's. */
  readonly ratio: string;
  readonly verdict: 'met' | 'missed';
}

const NOTHING = '-';

function ratioOf({ figure, better = 'lower' }: Result, peer: number): string {
  const ratio = better === 'lower' ? peer / figure : figure / peer;
  return Number.isFinite(ratio) ? `${shown(ratio)} x` : NOTHING;
}

function rowOf(result: Result, goal: GoalId, aimed: number): GoalRow {
  const { better = 'lower', figure, limit, name, unit } = result;
  const best = bestPeer(result);
  return {
    goal,
    what: name,
    figure: withUnit(figure, unit),
    aim: `${better === 'lower' ? '<=' : '>='} ${shown(aimed)}`,
    limit: limit === undefined ? NOTHING : shown(limit),
    peer: best === undefined ? NOTHING : `${shown(best.figure)}, ${best.name}`,
    ratio: best === undefined ? NOTHING : ratioOf(result, best.figure),
    verdict: isMet(result) === true ? 'met' : 'missed',
  };
}

/** What judges a goal, in the order of the goals. */
export const goalRows = (results: readonly Result[]): readonly GoalRow[] =>
  results
    .flatMap((result) =>
      result.goal === undefined ? [] : [rowOf(result, result.goal.id, result.goal.value)],
    )
    .sort((a, b) => a.goal.localeCompare(b.goal));
