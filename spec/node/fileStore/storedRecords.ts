import type { Observable } from 'rxjs';
import type { JobRecord, JobStore, SubmissionIntent } from '../../../src/contract/JobStore.js';
import type { Phase } from '../../../src/model/Phase.js';

export const job = (id: string, phase: Phase = 'running'): JobRecord => ({
  v: 1,
  type: 'job',
  ref: { v: 1, provider: 'acme', kind: 'videos', id },
  phase,
  updatedAt: 0,
});

export const intent = (
  intentId: string,
  state: SubmissionIntent['state'] = 'pending',
): SubmissionIntent => ({
  v: 1,
  type: 'intent',
  intentId,
  provider: 'acme',
  kind: 'videos',
  operation: 'videos.run',
  inputHash: '0123456789abcdef',
  createdAt: 0,
  state,
});

/** A record that takes so many bytes: stores keep fields that they do not know. */
export const bulky = (bytes: number): JobRecord =>
  Object.assign(job('bulky'), { padding: 'x'.repeat(bytes) });

/** What a synchronous Observable gives, by the end of the line; what it errors with is thrown. */
export function now<T>(source: Observable<T>): T {
  const seen: T[] = [];
  const errors: unknown[] = [];
  source.subscribe({ next: (value) => seen.push(value), error: (error) => errors.push(error) });
  if (errors.length > 0) throw errors[0];
  expect(seen).toHaveLength(1);
  return seen[0]!;
}

/** What a store holds, in its order. */
export const idsIn = (store: JobStore, prefix = ''): readonly string[] =>
  now(store.list(prefix)).map((record) =>
    record.type === 'intent'
      ? record.intentId
      : record.type === 'job'
        ? record.ref.id
        : record.kind,
  );

/**
 * Writes until the store, whatever was of no use in it before, has been made shorter at least once.
 *
 * @param wasteBytes - so much of no use is borne. Default: what a `fileStore` bears
 */
export function churn(store: JobStore, wasteBytes = 2 ** 20): void {
  const bytes = Math.floor(wasteBytes * 0.6);
  for (let count = 0; count < 4; count += 1) now(store.put('job/bulky', bulky(bytes)));
}
