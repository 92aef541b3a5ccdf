// Tries every fault of the catalogue, and the random walk at length; `soak` goes on for longer.
// What else is given goes to jest: `npm run faults -- spec/faults/network.faults.ts`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const [first, ...others] = process.argv.slice(2);
const soaks = first === 'soak';
const rest = soaks || first === undefined ? others : [first, ...others];

const { status } = spawnSync(
  process.execPath,
  [
    jest,
    '--selectProjects=faults',
    '--reporters=default',
    `--reporters=${join(root, 'scripts', 'FaultReporter.mjs')}`,
    // A walk of many runs is one test.
    `--testTimeout=${soaks ? 86_400_000 : 1_800_000}`,
    ...(rest.length === 0 ? [] : ['--testPathPatterns', ...rest]),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      RUSHES_EFFORT: soaks ? 'soak' : 'whole',
      RUSHES_PART: rest.length === 0 ? '' : '1',
    },
  },
);
process.exitCode = status ?? 1;
