import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ROOT } from '../../house/runTool.js';
import type { Bench } from './Bench.js';

/** A program in a process of its own. */
export interface Child {
  /** What it has printed, in whole lines. */
  readonly lines: readonly string[];
  /** Waits for a line that begins with the word, and gives what follows it there. */
  said(word: string): Promise<string>;
  /** Writes a line to its standard input. */
  tell(line: string): void;
  /** Such as `SIGSTOP`, `SIGCONT`, `SIGKILL`. */
  signal(name: NodeJS.Signals): void;
  /** Whether it runs, or stands still. */
  readonly lives: boolean;
  /** Its exit code, or what killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts programs of one folder. */
export interface Children {
  /** The bench kills it at the end, and its oracles read what it printed. */
  start(bench: Bench, program: string, ...args: readonly string[]): Child;
}

function startIn(folder: string, bench: Bench, program: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [join(folder, `${program}.js`), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const complaints: string[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  let lives = true;
  const look = (): void => {
    for (const one of [...waiting]) one();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const whole = (rest + text).split('\n');
    rest = whole.pop() ?? '';
    lines.push(...whole);
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  // One that was killed reads nothing more.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code, signal]) => {
    lives = false;
    look();
    return (code ?? signal) as number | NodeJS.Signals | null;
  });
  bench.keep(`what ${program} printed`, lines);
  bench.keep(`what ${program} complained of`, complaints);
  bench.closeLater(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    lines,
    said: (word) =>
      new Promise((resolve, reject) => {
        const find = (): void => {
          const line = lines.find((one) => one === word || one.startsWith(`${word} `));
          if (line === undefined && lives) return;
          waiting.delete(find);
          if (line !== undefined) return resolve(line.slice(word.length + 1));
          const all = [...lines, ...complaints].join('\n');
          reject(new Error(`${program} ended and never said ${word}:\n${all}`));
        };
        waiting.add(find);
        find();
      }),
    tell: (line) => void child.stdin.write(`${line}\n`),
    signal: (name) => void child.kill(name),
    get lives() {
      return lives;
    },
    ended,
  };
}

/**
 * Builds the programs of a folder, on the sources, for the tests of one file. They may import `rushes`,
 * its entries, and what specs import, but nothing of the test runner.
 *
 * @param from - the folder, where every file is a program; from the root of the repository
 */
export function useChildren(from: string): Children {
  let folder = '';
  beforeAll(() => {
    // Where Node finds the dependencies.
    mkdirSync(join(ROOT, '.build'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.build', 'children-'));
    const programs = readdirSync(join(ROOT, from)).filter((name) => name.endsWith('.ts'));
    buildSync({
      absWorkingDir: ROOT,
      entryPoints: programs.map((name) => join(from, name)),
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      // Those of Node, not of bundlers.
      conditions: [],
      sourcemap: 'inline',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { start: (bench, program, ...args) => startIn(folder, bench, program, args) };
}
