import { defer, filter, map, takeWhile } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';
import { requireOption } from '../errors/requireOption.js';
import type { Phase } from '../model/Phase.js';
import type { Until } from '../timing/completionStep.js';
import { completionStep } from '../timing/completionStep.js';

/** Options for {@link untilTerminal}. @since 0.1.0 */
export interface UntilTerminalOptions {
  /**
   * `settled` also ends at `needs-action`, where nothing happens until a person acts; `terminal`
   * goes on until the job's real end. @defaultValue `'settled'`
   */
  readonly until?: Until;
}

/**
 * Completes with the snapshot after which nothing more happens by itself.
 *
 * Unlike `takeWhile`, it keeps the last snapshot, which holds the output.
 *
 * ```marbles
 * source  -q-r-s-s-    queued, running, succeeded, and again
 * result  -q-r-(s|)
 * ```
 *
 * - **next**: passed through
 * - **error**: passed through
 * - **complete**: passed through; or when the job ended, right after that snapshot
 * - **unsubscribe**: unsubscribes from the source
 *
 * @param options - see {@link UntilTerminalOptions}
 * @returns an operator that mirrors the source up to the job's end
 * @throws InvalidInput, at once, for an `until` of another name
 * @example
 * ```ts
 * import { of } from 'rxjs';
 * import { untilTerminal } from 'rushes/operators';
 *
 * const job$ = of({ phase: 'running' } as const, { phase: 'succeeded' } as const).pipe(
 *   untilTerminal(),
 * );
 * ```
 * @since 0.1.0
 */
export function untilTerminal<T extends { readonly phase: Phase }>(
  options: UntilTerminalOptions = {},
): MonoTypeOperatorFunction<T> {
  const { until = 'settled' } = options;
  const isKnown = until === 'settled' || until === 'terminal';
  requireOption(isKnown, 'untilTerminal', 'until', "must be 'settled' or 'terminal'");
  const step = completionStep(until);
  return (source) =>
    defer(() => {
      let state = { over: false };
      return source.pipe(
        map((snapshot) => {
          const [next, commands] = step(state, snapshot);
          state = next;
          return { snapshot, commands };
        }),
        filter(({ commands }) => commands.includes('emit')),
        takeWhile(({ commands }) => !commands.includes('complete'), true),
        map(({ snapshot }) => snapshot),
      );
    });
}
