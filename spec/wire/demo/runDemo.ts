import { spawn } from 'node:child_process';
import type { BuiltDemo } from './buildDemo.js';

/** What the demo left behind. */
export interface DemoRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the demo is run. */
export interface DemoRunOptions {
  /** All of the environment but the path. */
  readonly env?: Readonly<Record<string, string>>;
  /** Makes it believe that it writes to a terminal. */
  readonly isTerminal?: boolean;
  /** Sends Ctrl-C once this was written. */
  readonly interruptAt?: string;
}

/** Runs the built demo in a process of its own. */
export function runDemo(
  { program, asTerminal }: BuiltDemo,
  args: readonly string[],
  { env = {}, isTerminal = false, interruptAt }: DemoRunOptions = {},
): Promise<DemoRun> {
  const terminal = isTerminal ? ['--import', asTerminal] : [];
  const child = spawn(process.execPath, [...terminal, program, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 25_000,
  });
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    let isInterrupted = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (interruptAt === undefined || isInterrupted || !stdout.includes(interruptAt)) return;
      isInterrupted = child.kill('SIGINT');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
