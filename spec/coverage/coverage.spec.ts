import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../house/runTool.js';
import type { Coverage } from './coverageOf.js';
import { coverageOf } from './coverageOf.js';
import { coverageTable } from './coverageTable.js';
import { VENDORS } from './vendors.js';

const PAGE = join(ROOT, 'docs', 'coverage.md');

describe('the table of coverage', () => {
  let covered: readonly Coverage[] = [];
  const fresh = (): string => coverageTable(covered.flatMap(({ rows }) => rows));

  beforeAll(async () => {
    covered = await Promise.all(VENDORS.map(coverageOf));
    if (process.env['npm_lifecycle_event'] === 'coverage:table') writeFileSync(PAGE, fresh());
  }, 60_000);

  it('has a sample for every method, a source for every endpoint, a mark for every word', () => {
    expect(covered.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('is what `npm run coverage:table` makes of the code', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(fresh());
  });
});
