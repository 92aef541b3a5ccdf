import { defer, mergeMap, of, takeUntil, tap, throwError } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';
import { Aborted } from '../errors/Aborted.js';
import { isSettled, isTerminal } from '../model/JobSnapshot.js';
import type { JobFacts } from '../operators/jobFactsIn.js';
import { jobFactsIn } from '../operators/jobFactsIn.js';
import { abortOf } from './abortOf.js';

function aborted(operation: string, { ref, phase }: JobFacts): Aborted {
  const { provider } = ref ?? { provider: 'rushes' };
  const jobMayBeRunning = phase === undefined || !isSettled({ phase });
  return new Aborted('the signal was aborted', { provider, operation, ref, jobMayBeRunning });
}

/**
 * Mirrors the source until a signal is aborted; then it fails with `Aborted`, which bears the `ref`
 * of the last snapshot. A job that was already seen to end is not aborted any more: it completes.
 *
 * @param signal - the caller's signal; without it nothing changes
 * @param operation - named in the error
 * @since 0.1.0
 */
export function failOnAbort<T>(
  signal: AbortSignal | undefined,
  operation: string,
): MonoTypeOperatorFunction<T> {
  if (signal === undefined) return (source) => source;
  return (source) =>
    defer(() => {
      let facts: JobFacts = {};
      const ended = (): boolean => facts.phase !== undefined && isTerminal({ phase: facts.phase });
      const stop$ = abortOf(signal).pipe(
        mergeMap(() => (ended() ? of(undefined) : throwError(() => aborted(operation, facts)))),
      );
      return source.pipe(
        tap((value) => {
          facts = { ...facts, ...jobFactsIn(value) };
        }),
        takeUntil(stop$),
      );
    });
}
