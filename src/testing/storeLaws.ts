import { firstValueFrom } from 'rxjs';
import type { JobRecord, JobStore } from '../contract/JobStore.js';

/** One thing that every store must keep to. @since 0.1.0 */
export interface StoreLaw {
  /** The law as a sentence. */
  readonly name: string;
  /** Rejects, with what was seen, where the store breaks the law. */
  readonly check: (store: JobStore) => Promise<void>;
}

const recordOf = (id: string): JobRecord => ({
  v: 1,
  type: 'job',
  ref: { v: 1, provider: 'acme', kind: 'videos', id },
  phase: 'queued',
  updatedAt: 0,
});

const keyOf = (id: string): string => `job/acme:videos:${id}`;

const isAbsent = (value: unknown): boolean => value === undefined;

function hold(good: boolean, seen: unknown): void {
  if (!good) throw new Error(`the store answered ${JSON.stringify(seen) ?? 'undefined'}`);
}

const idOf = (record: unknown): string | undefined => (record as JobRecord | undefined)?.ref.id;

/**
 * The laws of `JobStore`, for any test runner; each wants an empty store.
 *
 * @example
 * ```ts
 * import type { JobStore } from 'rushes';
 * import { storeLaws } from 'rushes/testing';
 *
 * const judge = async (emptyStore: () => JobStore): Promise<void> => {
 *   for (const law of storeLaws) await law.check(emptyStore());
 * };
 * ```
 * @since 0.1.0
 */
export const storeLaws: readonly StoreLaw[] = [
  {
    name: 'gives back what was put, and nothing for a key that was not',
    check: async (store) => {
      await firstValueFrom(store.put(keyOf('a'), recordOf('a')));
      const here = await firstValueFrom(store.get(keyOf('a')));
      hold(JSON.stringify(here) === JSON.stringify(recordOf('a')), here);
      const missing = await firstValueFrom(store.get(keyOf('b')));
      hold(isAbsent(missing), missing);
    },
  },
  {
    name: 'does nothing before it is subscribed to',
    check: async (store) => {
      const put$ = store.put(keyOf('a'), recordOf('a'));
      const before = await firstValueFrom(store.get(keyOf('a')));
      hold(isAbsent(before), before);
      await firstValueFrom(put$);
      hold(idOf(await firstValueFrom(store.get(keyOf('a')))) === 'a', 'nothing after the put');
    },
  },
  {
    name: 'lets exactly one of many writers at once put an absent record',
    check: async (store) => {
      const writers = Array.from({ length: 20 }, (_, index) =>
        firstValueFrom(store.putIfAbsent(keyOf('a'), recordOf(`writer-${index}`))),
      );
      const before = await Promise.all(writers);
      hold(before.filter(isAbsent).length === 1, before);
      const winner = idOf(await firstValueFrom(store.get(keyOf('a'))));
      hold(winner === `writer-${before.findIndex(isAbsent)}`, winner);
      const seen = before.filter((record) => !isAbsent(record)).map(idOf);
      hold(
        seen.every((id) => id === winner),
        seen,
      );
    },
  },
  {
    name: 'lists the records of a prefix, oldest first',
    check: async (store) => {
      for (const id of ['c', 'a', 'b']) await firstValueFrom(store.put(keyOf(id), recordOf(id)));
      await firstValueFrom(store.put('other/x', recordOf('x')));
      await firstValueFrom(store.put(keyOf('c'), recordOf('c')));
      const ids = (await firstValueFrom(store.list('job/'))).map(idOf);
      hold(ids.join() === 'c,a,b', ids);
    },
  },
  {
    name: 'forgets what was removed, and takes a second removal calmly',
    check: async (store) => {
      await firstValueFrom(store.put(keyOf('a'), recordOf('a')));
      await firstValueFrom(store.remove(keyOf('a')));
      await firstValueFrom(store.remove(keyOf('a')));
      const here = await firstValueFrom(store.get(keyOf('a')));
      hold(isAbsent(here), here);
    },
  },
  {
    name: 'keeps its own copy: later changes of the caller’s object do not reach it',
    check: async (store) => {
      const mine = { ...recordOf('a'), ref: { ...recordOf('a').ref } };
      await firstValueFrom(store.put(keyOf('a'), mine));
      mine.ref.id = 'changed';
      const here = await firstValueFrom(store.get(keyOf('a')));
      hold(idOf(here) === 'a', here);
    },
  },
];
