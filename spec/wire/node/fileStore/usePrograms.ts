import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { buildPackage, NODE_SOURCES } from '../../buildPackage.js';
import type { BuiltPackage } from '../../buildPackage.js';

/** A program that runs. */
export interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  /** All it has printed. */
  readonly output: () => string;
  /** Waits for the first thing it prints. */
  readonly started: Promise<unknown>;
  /** Waits for its end. */
  readonly ended: Promise<unknown>;
}

/** Programs of this folder, on the built package, and a folder for a store for each test. */
export interface Programs {
  readonly folder: string;
  readonly run: (program: string, args: readonly string[]) => Running;
  /** In a shell, after a command of it. */
  readonly runAfter: (command: string, program: string, args: readonly string[]) => Running;
}

function watched(child: ChildProcessByStdio<Writable, Readable, null>): Running {
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  // One that was killed does not read what it is told.
  child.stdin.on('error', () => undefined);
  return {
    child,
    output: () => output,
    started: once(child.stdout, 'data'),
    ended: once(child, 'close'),
  };
}

export function usePrograms(): Programs {
  let built: BuiltPackage;
  let root = '';
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const children = new Set<Running['child']>();
  beforeAll(() => {
    built = buildPackage('fileStore', NODE_SOURCES);
    built.add('spec/wire/node/fileStore', 'spec', ['claimAll.ts', 'openOld.ts', 'writeOn.ts']);
  }, 120_000);
  afterAll(() => built.remove());
  beforeEach(() => void (root = mkdtempSync(join(place, 'rushes-processes-'))));
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
    rmSync(root, { recursive: true, force: true });
  });
  const start = (command: string, args: readonly string[]): Running => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    children.add(child);
    return watched(child);
  };
  const pathOf = (program: string) => join(built.folder, 'spec', `${program}.js`);
  return {
    get folder() {
      return join(root, 'store');
    },
    run: (program, args) => start(process.execPath, [pathOf(program), ...args]),
    runAfter: (command, program, args) =>
      start('sh', [
        '-c',
        `${command} && exec "$@"`,
        'sh',
        process.execPath,
        pathOf(program),
        ...args,
      ]),
  };
}
