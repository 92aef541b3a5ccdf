import { isLeft, right } from '#fp-ts/Either';
import { UnknownArray } from 'io-ts';
import { inputRules, optional } from '../../contract/inputRules.js';
import { filled, flag, listOf, text, webUrl } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { text as words, wholeFrom, wordLike } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';

/** What a saved item is. An open list in queries, since sorts are added. @since 0.1.0 */
export type SavedItemType = 'character' | 'reference' | 'voice' | 'moodboard' | 'brand_kit';

/** Which saved items are asked for, and how many. @since 0.1.0 */
export interface SavedItemsQuery {
  /** Only these. @defaultValue all */
  readonly type?: SavedItemType | (string & {});
  /** Most items of a page, whole, from 1 to 100. @defaultValue 20, at Magic Hour */
  readonly limit?: number;
  /** Where the page begins, as the page before it said. @defaultValue the newest item */
  readonly cursor?: string;
}

/** A file of a saved item. @since 0.1.0 */
export interface SavedAsset {
  /** Names the file in inputs, for as long as the item is there. */
  readonly file_path: string;
  /** What it is, such as `IMAGE`. */
  readonly media_kind?: string;
  /** Whether it stands for the item. */
  readonly is_primary?: boolean;
  /** URL of the file; signed, so use it exactly as it is. */
  readonly url?: string;
  /** When the URL stops working, ISO 8601. */
  readonly url_expires_at?: string;
}

/** Something that was saved for use in more than one job. @since 0.1.0 */
export interface SavedItem {
  /** Magic Hour's id of it. */
  readonly id: string;
  /** What it is. */
  readonly type?: SavedItemType | (string & {});
  /** The name it was given. */
  readonly name?: string;
  /** Its files. */
  readonly assets?: readonly SavedAsset[];
}

/** One page of saved items, newest first, as it was answered. @since 0.1.0 */
export interface SavedItemsAnswer {
  readonly items: readonly SavedItem[];
  /** Entries that could not be read. */
  readonly skipped: number;
  /** Where the next page begins; absent after the last. */
  readonly cursor?: string;
}

const Asset = lenientBody(
  'a file of a saved item',
  { file_path: filled },
  { media_kind: text, is_primary: flag, url: webUrl, url_expires_at: text },
);
const Items = listOf(
  lenientBody('a saved item', { id: filled }, { type: text, name: text, assets: listOf(Asset) }),
);
const Page = lenientBody('saved items', { items: UnknownArray }, { next_cursor: filled });

/**
 * Asks for one page of what was saved at Magic Hour.
 *
 * @see https://docs.magichour.ai/api-reference/files/list-saved-items (read 2026-11-22)
 * @since 0.1.0
 */
export const savedItems: VendorCall<SavedItemsQuery, SavedItemsAnswer> = {
  name: 'savedItems.list',
  check: inputRules<SavedItemsQuery>({
    type: optional(wordLike('character', 'reference', 'voice', 'moodboard', 'brand_kit')),
    limit: optional(wholeFrom(1, 100)),
    cursor: optional(words({ min: 1 })),
  }),
  request: ({ type, limit, cursor }) => ({
    method: 'GET',
    path: '/v1/saved-items',
    query: { type, limit, cursor },
  }),
  answer: {
    decode: (json) => {
      const page = Page.decode(json);
      if (isLeft(page)) return page;
      const { items: entries, next_cursor: cursor } = page.right;
      const items = Items.decode(entries);
      if (isLeft(items)) return items;
      const skipped = entries.length - items.right.length;
      return right({ items: items.right, skipped, ...(cursor !== undefined && { cursor }) });
    },
  },
  errorOf,
};
