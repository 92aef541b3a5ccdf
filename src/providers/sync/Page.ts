import type { Decoder } from '../../contract/Decoder.js';
import type { Type } from 'io-ts';
import { filled, listOf, numeric } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';

/** A page of what sync.so keeps, as it comes. @since 0.1.0 */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Leads to the page after it; absent on the last one. */
  readonly nextCursor?: string;
  /** How many there are on all pages, where sync.so says so. */
  readonly totalCount?: number;
}

/** Reads a page; items that cannot be read are left out. @since 0.1.0 */
export const pageOf = <Item>(item: Type<Item, Item, unknown>): Decoder<Page<Item>> =>
  lenientBody('a page', { items: listOf(item) }, { nextCursor: filled, totalCount: numeric });
