import { isSettled, isTerminal } from '../model/JobSnapshot.js';
import type { Phase } from '../model/Phase.js';
import type { Step } from './Step.js';

/**
 * When a watch is over: when nothing happens by itself any more, or only at the job's real end.
 *
 * @since 0.1.0
 */
export type Until = 'settled' | 'terminal';

/** Emit the snapshot; complete after it. @since 0.1.0 */
export type CompletionCommand = 'emit' | 'complete';

/**
 * Emits every snapshot, and completes after the one that ends the watch.
 *
 * @param until - `settled` also ends at `needs-action`
 * @since 0.1.0
 */
export function completionStep(
  until: Until,
): Step<{ readonly over: boolean }, { readonly phase: Phase }, CompletionCommand> {
  const ends = until === 'settled' ? isSettled : isTerminal;
  return (state, snapshot) => {
    if (state.over) return [state, []];
    return ends(snapshot) ? [{ over: true }, ['emit', 'complete']] : [state, ['emit']];
  };
}
