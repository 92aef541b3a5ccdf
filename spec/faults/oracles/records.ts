import { catchError, firstValueFrom, from, of } from 'rxjs';
import type { JobStore, StoreRecord } from 'rushes';

/** All that the stores hold; a store that is broken on purpose holds nothing. */
export async function records(stores: readonly JobStore[]): Promise<readonly StoreRecord[]> {
  const lists = await Promise.all(
    stores.map((store) => {
      const list$ = (() => {
        try {
          return store.list('');
        } catch {
          return from([]);
        }
      })();
      return firstValueFrom(list$.pipe(catchError(() => of([]))), { defaultValue: [] });
    }),
  );
  return lists.flat();
}
