import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the package itself. */
export const ROOT = join(__dirname, '..', '..');

/** What a command left behind. */
export interface ToolRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `command` in `cwd` to its end, without a shell. */
export function run(command: string, args: readonly string[], cwd = ROOT): ToolRun {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Runs one of the package's own development tools, such as `eslint`, in `cwd`. */
export function runTool(name: string, args: readonly string[], cwd = ROOT): ToolRun {
  return run(join(ROOT, 'node_modules', '.bin', name), args, cwd);
}

/** As {@link run}, but a failure of the command is a failure of the spec that needs it. */
export function mustRun(command: string, args: readonly string[], cwd = ROOT): string {
  const { status, stdout, stderr } = run(command, args, cwd);
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  }
  return stdout;
}
