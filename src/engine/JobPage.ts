/** One page of a vendor's jobs. @since 0.1.0 */
export interface JobPage<Snapshot, Query> {
  readonly items: readonly Snapshot[];
  /** The query of the next page; absent after the last. */
  readonly next?: Query;
  /** Entries that could not be read. */
  readonly skipped: number;
}
