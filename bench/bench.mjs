// `npm run bench`: installs what the bench is measured beside, builds the library and the bench, and runs it.
// `--no-build` takes the library as it was built last. The other arguments are read by main.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, '.build', 'bench');
const given = process.argv.slice(2);

function mustRun(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

const sources = readdirSync(join(root, 'bench'), { recursive: true })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('node_modules'))
  .map((file) => join('bench', file));

if (!existsSync(join(root, 'bench', 'node_modules'))) mustRun('npm', 'ci', '--prefix', 'bench');
if (!given.includes('--no-build')) mustRun('npm', 'run', '--silent', 'build');

// File by file, so that each finds the programs beside it. `rushes` is this package, as built: it is
// found by its own name, since the nearest package.json above .build is its own.
rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: [...sources, 'spec/timing/durationModels.ts', 'spec/timing/optimalFront.ts'],
  outbase: '.',
  outdir: '.build',
  format: 'esm',
  platform: 'node',
  target: 'node20',
});
symlinkSync(join(root, 'bench', 'node_modules'), join(out, 'node_modules'), 'dir');

const { status } = spawnSync(
  process.execPath,
  [join(out, 'main.js'), ...given.filter((argument) => argument !== '--no-build')],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
