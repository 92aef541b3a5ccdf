import { isLeft, right } from '#fp-ts/Either';
import { map } from 'rxjs';
import type { VendorCall } from '../../contract/VendorCall.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import type { Page } from '../../providers/sync/Page.js';
import type { Answered } from '../Answered.js';

/** A page of what sync.so keeps. @since 0.1.0 */
export interface SyncPage<Item, Query> {
  readonly items: readonly Item[];
  /** The query of the page after it; absent on the last one. */
  readonly next?: Query;
  /** How many there are on all pages, where sync.so says so. */
  readonly totalCount?: number;
}

/** A list with pages: the next one is asked for by the query that a page gives. @since 0.1.0 */
export const pagingBy =
  <Item, Query extends object>(engine: Engine, vendorCall: VendorCall<Query, Page<Item>>) =>
  (query: Query = {} as Query): Answered<SyncPage<Item, Query>> =>
    call(engine, vendorCall, query).pipe(
      map((event) => {
        if (isLeft(event)) return event;
        const { nextCursor, ...page } = event.right;
        const next = nextCursor === undefined ? {} : { next: { ...query, cursor: nextCursor } };
        return right({ ...page, ...next });
      }),
    );
