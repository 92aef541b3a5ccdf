import type { JobRef, JobStore, StoreRecord } from 'rushes';

/** All that a memory store holds. */
export function storedRecords(store: JobStore): readonly StoreRecord[] {
  let records: readonly StoreRecord[] = [];
  store.list('').subscribe((found) => (records = found));
  return records;
}

/** The jobs that a memory store knows. */
export const storedRefs = (store: JobStore): readonly JobRef[] =>
  storedRecords(store).flatMap((record) => (record.type === 'job' ? [record.ref] : []));
