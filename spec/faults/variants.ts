import type { VendorName } from 'rushes/testing';
import type { Bench } from './bench/Bench.js';
import type { Trial } from './fault.js';

type Trials = Readonly<Record<string, Trial>>;

const shown = (part: unknown): string =>
  typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part));

/** One trial for each line of a table; what a line says of vendor and fault is its name. */
export const variants = <Line extends readonly [VendorName, ...unknown[]]>(
  lines: readonly Line[],
  trial: (bench: Bench, ...line: Line) => Promise<unknown> | void,
): Trials =>
  Object.fromEntries(
    lines.map((line) => [line.map(shown).join(' '), (bench: Bench) => trial(bench, ...line)]),
  );

/** The same trials, with a word more to tell them from others of their row. */
export const named = (word: string, trials: Trials): Trials =>
  Object.fromEntries(Object.entries(trials).map(([name, trial]) => [`${name}, ${word}`, trial]));
