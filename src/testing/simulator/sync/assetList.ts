import { listIn } from './listIn.js';
import type { SyncAsset } from './SyncLibrary.js';

const MOST = 100;
/** No page tells the size of a page that is not asked for. */
const USUAL = 20;

type Order = (one: SyncAsset, other: SyncAsset) => number;

const byName: Order = (one, other) => one.name.localeCompare(other.name);
const byDate: Order = (one, other) => one.createdAt - other.createdAt;
const bySize: Order = (one, other) => (one.size ?? 0) - (other.size ?? 0);
const byKind: Order = (one, other) => one.type.localeCompare(other.type);
/** The simulator knows no lengths. */
const asIs: Order = () => 0;

const turned =
  (order: Order): Order =>
  (one, other) =>
    order(other, one);

const ORDERS: Readonly<Record<string, Order>> = {
  nameAsc: byName,
  nameDesc: turned(byName),
  dateAsc: byDate,
  dateDesc: turned(byDate),
  durationAsc: asIs,
  durationDesc: asIs,
  sizeAsc: bySize,
  sizeDesc: turned(bySize),
  kindAsc: byKind,
  kindDesc: turned(byKind),
};

/** One page of assets. @since 0.1.0 */
export interface AssetPage {
  readonly items: readonly SyncAsset[];
  /** `undefined` on the last page. */
  readonly nextCursor: string | undefined;
  readonly totalCount: number;
}

/**
 * The assets that `GET /v2/assets` names, the newest first unless another order is asked for.
 *
 * @param assets - what there is, newest first
 * @param query - `limit` from 1 to 100, `cursor`, `searchQuery`, `sortBy`, `types`, `projectId`
 * @returns the page, or why it is refused
 * @see https://sync.so/docs/api-reference/api/assets-api/list (read 2026-11-22)
 * @since 0.1.0
 */
export function assetList(
  assets: readonly SyncAsset[],
  query: URLSearchParams,
): AssetPage | string {
  const size = Number(query.get('limit') ?? USUAL);
  const sortBy = query.get('sortBy') ?? 'dateDesc';
  const order = Object.hasOwn(ORDERS, sortBy) ? ORDERS[sortBy] : undefined;
  if (!(Number.isInteger(size) && size >= 1)) return 'limit must not be less than 1';
  if (size > MOST) return `limit must not be greater than ${MOST}`;
  if (order === undefined) {
    return `sortBy must be one of the following values: ${Object.keys(ORDERS).join(', ')}`;
  }
  const wanted = wantedAssets(assets, query);
  const sorted = [...wanted].sort(order);
  const cursor = query.get('cursor');
  const from = cursor === null ? 0 : sorted.findIndex(({ id }) => id === cursor) + 1;
  const items = sorted.slice(from, from + size);
  const more = from + size < sorted.length;
  return { items, nextCursor: more ? items.at(-1)?.id : undefined, totalCount: sorted.length };
}

function wantedAssets(assets: readonly SyncAsset[], query: URLSearchParams): readonly SyncAsset[] {
  const types = listIn(query.get('types'));
  const projectId = query.get('projectId');
  const search = query.get('searchQuery')?.toLowerCase() ?? '';
  return assets.filter(
    (asset) =>
      (types?.includes(asset.type) ?? true) &&
      (projectId === null || asset.projectId === projectId) &&
      asset.name.toLowerCase().includes(search),
  );
}
