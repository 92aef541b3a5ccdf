import type { Result } from '../Result.js';
import { shown } from './shown.js';

/** How one contestant followed many jobs at once. */
export interface ManyRow {
  readonly jobs: string;
  readonly who: string;
  readonly requests: string;
  readonly lag: string;
  readonly cpu: string;
  readonly rss: string;
}

const FIRST = /^many\.(\d+)\.requests$/;

/** All contestants, by how many jobs there were. */
export const manyRows = (results: readonly Result[]): readonly ManyRow[] =>
  results.flatMap(({ facts: own = {}, id, peers }) => {
    const jobs = FIRST.exec(id)?.[1];
    if (jobs === undefined) return [];
    return [{ name: 'Rushes', facts: own }, ...peers].map(({ name, facts = {} }): ManyRow => {
      const of = (fact: string, unit: string): string => `${shown(facts[fact] ?? NaN)} ${unit}`;
      return {
        jobs: Number(jobs).toLocaleString('en'),
        who: name,
        requests: shown(facts['requests a job'] ?? NaN),
        lag: of('mean lag s', 's'),
        cpu: of('client CPU ms a job', 'ms'),
        rss: of('peak RSS MB', 'MB'),
      };
    });
  });
