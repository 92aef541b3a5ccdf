import type { Phase } from './Phase.js';

const PHASES: Readonly<Record<Phase, true>> = {
  queued: true,
  running: true,
  'needs-action': true,
  succeeded: true,
  failed: true,
  canceled: true,
  gone: true,
  unknown: true,
};

/** Whether a value is the name of a phase. @since 0.1.0 */
export const isPhase = (value: unknown): value is Phase =>
  typeof value === 'string' && Object.hasOwn(PHASES, value);
