import type { Evidence } from '../bench/Evidence.js';

/** Judges what was seen: one line for everything that is wrong. */
export type Oracle = (evidence: Evidence) => readonly string[] | Promise<readonly string[]>;
