import { isJobError } from '../errors/isJobError.js';
import type { Driver, History, TraceEntry } from './traceOf.js';
import { traceOf } from './traceOf.js';

/** A law that holds for every history; check it on many. @since 0.1.0 */
export interface StepLaw<T> {
  readonly name: string;
  /** @throws Error that shows both traces where they differ. */
  readonly check: (history: History<T>) => void;
}

/** What {@link stepLaw} compares. @since 0.1.0 */
export interface StepLawOptions<T, R> {
  /** The driver's name. */
  readonly name: string;
  /** The operator on its source, or a loop that claims to mean the same. */
  readonly drive: Driver<T, R>;
  /** What the step function says of a history: the trace that is expected. */
  readonly model: (history: History<T>) => readonly TraceEntry<R>[];
  /** How long to look, in milliseconds. */
  readonly untilMs: number;
}

function told(error: unknown): string {
  if (isJobError(error)) return error._tag;
  return error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error);
}

function line<R>(entry: TraceEntry<R>): string {
  const head = `${entry.at} ${entry.type}`;
  if (entry.type === 'next') return `${head} ${JSON.stringify(entry.value)}`;
  return entry.type === 'error' ? `${head} ${told(entry.error)}` : head;
}

/**
 * The law that a driver agrees with its step function: on any history it subscribes, emits and ends
 * at the very moments, and with the very values, that the step commands.
 *
 * @param options - see {@link StepLawOptions}
 * @example
 * ```ts
 * import { map } from 'rxjs';
 * import { stepLaw } from 'rushes/testing';
 *
 * const law = stepLaw<number, number>({
 *   name: 'map',
 *   drive: (source) => source.pipe(map((n) => n * 2)),
 *   model: () => [{ at: 0, type: 'subscribe' }, { at: 5, type: 'next', value: 4 }],
 *   untilMs: 100,
 * });
 * law.check([[{ afterMs: 5, type: 'next', value: 2 }]]);
 * ```
 * @since 0.1.0
 */
export function stepLaw<T, R>(options: StepLawOptions<T, R>): StepLaw<T> {
  const { drive, model, untilMs } = options;
  const name = `${options.name} agrees with its step function`;
  return {
    name,
    check: (history) => {
      const expected = model(history).filter(({ at }) => at <= untilMs);
      const commanded = expected.map(line).join('\n');
      const seen = traceOf(drive, history, untilMs).map(line).join('\n');
      if (seen === commanded) return;
      throw new Error(`${name}\n\nthe step commands:\n${commanded}\n\nthe driver did:\n${seen}`);
    },
  };
}
