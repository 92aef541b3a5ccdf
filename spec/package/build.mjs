// Builds the package once, before the specs that read it; they would build it in each other's way.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function build() {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd,
    encoding: 'utf8',
  });
  // Thrown here it would end the whole run: `requireBuild.ts` tells it to the specs concerned.
  process.env.RUSHES_BUILD_FAULT = status === 0 ? '' : `npm run build failed\n${stdout}${stderr}`;
}
