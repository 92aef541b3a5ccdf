import { join } from 'node:path';
import { plot } from '../house/plantedRules.js';
import { ROOT, run } from '../house/runTool.js';

const check = (root: string) => {
  const { status, stdout, stderr } = run('node', [
    join(ROOT, 'scripts', 'apiReports.mjs'),
    '--check',
    root,
  ]);
  return { status, stderr, told: stdout.trim().split('\n') };
};

describe('the reports of the public types', () => {
  it('say what the build says, entry by entry', () => {
    expect(check(ROOT)).toEqual({ status: 0, stderr: '', told: [''] });
  }, 60_000);

  it('are refused where a change was not reviewed, where one is missing, and of no entry', () => {
    expect(check(plot('api'))).toEqual({
      status: 1,
      stderr: '',
      told: [
        'docs/api/changed.api.md is not what the build says',
        'docs/api/unreported.api.md is not what the build says',
        'docs/api/gone.api.md is the report of no entry: delete it',
        'Write the reports anew with `npm run api`, then review `git diff docs/api`.',
      ],
    });
  }, 60_000);
});
