import { inputRules, optional } from '../../contract/inputRules.js';
import { listOf, oneOf, text, wholeFrom, wordLike } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';
import type { Page } from './Page.js';
import { pageOf } from './Page.js';
import type { SyncAsset, SyncAssetType } from './SyncAsset.js';
import { SyncAssetBody } from './SyncAsset.js';

/** Which assets to list. @since 0.1.0 */
export interface AssetQuery {
  /** Only those of these types. */
  readonly types?: readonly SyncAssetType[];
  /** Only those whose name has this in it. */
  readonly searchQuery?: string;
  /** Only those of this project. */
  readonly projectId?: string;
  /** Such as `dateDesc`, `nameAsc`, `durationAsc`, `sizeDesc` or `kindAsc`. */
  readonly sortBy?: 'nameAsc' | 'nameDesc' | 'dateAsc' | 'dateDesc' | (string & {});
  /** How many a page, 1 to 100. */
  readonly limit?: number;
  /** From the page before. */
  readonly cursor?: string;
}

const word = optional(text({ min: 1 }));

/**
 * Lists the assets of the organization.
 *
 * @see https://sync.so/docs/api-reference/api/assets-api/list (read 2026-11-22)
 * @since 0.1.0
 */
export const assetsList: VendorCall<AssetQuery, Page<SyncAsset>> = {
  name: 'assets.list',
  check: inputRules<AssetQuery>({
    types: optional(listOf(oneOf('AUDIO', 'VIDEO', 'IMAGE'), { min: 1 })),
    searchQuery: word,
    projectId: word,
    sortBy: optional(wordLike('nameAsc', 'nameDesc', 'dateAsc', 'dateDesc')),
    limit: optional(wholeFrom(1, 100)),
    cursor: word,
  }),
  request: ({ types, ...query }) => ({
    method: 'GET',
    path: '/v2/assets',
    query: { types: types?.join(','), ...query },
  }),
  answer: pageOf(SyncAssetBody),
  errorOf,
};
