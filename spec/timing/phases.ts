import fc from 'fast-check';
import type { Phase } from '../../src/model/Phase.js';

export const UNFINISHED = ['queued', 'running', 'unknown'] as const satisfies readonly Phase[];
export const TERMINAL = [
  'succeeded',
  'failed',
  'canceled',
  'gone',
] as const satisfies readonly Phase[];

export const anyPhase = fc.constantFrom<Phase>(...UNFINISHED, 'needs-action', ...TERMINAL);

/** Chance, as the clock gives it. */
export const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** A part of a whole, `[0, 1]`. */
export const anyFraction = fc.double({ min: 0, max: 1, noNaN: true });
