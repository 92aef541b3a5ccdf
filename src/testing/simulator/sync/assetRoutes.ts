import type { Call } from '../Call.js';
import { listOf, oneOf, required, text } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { isUuid } from '../isUuid.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { assetBody } from './asset.js';
import { assetList } from './assetList.js';
import { openUpload, REGISTER_RULES, registerAsset, UPLOAD_RULES } from './assetMaking.js';
import { readFields } from './readFields.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError, syncError } from './syncError.js';
import type { SyncAsset } from './SyncLibrary.js';

const UPDATE: FieldRules = {
  name: text({ from: 1 }),
  visibility: oneOf(['USER', 'ORGANIZATION']),
};
const BATCH: FieldRules = { ids: required(listOf(text({ from: 1 }), { from: 1, to: 100 })) };

/**
 * Assets: a place to upload to, then a name for what lies there. What a create and a batch answer
 * with, and what a deletion shows, is inferred.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/developer-guides/asset-uploads (read 2026-11-22)
 * @since 0.1.0
 */
export function assetRoutes(desk: SyncDesk): readonly Route[] {
  const all = '/v2/assets';
  const one = `${all}/:id`;
  const get = { role: 'other', method: 'GET' } as const;
  const post = { role: 'other', method: 'POST' } as const;
  const checked =
    (rules: FieldRules, answer: (fields: JsonFields, desk: SyncDesk) => SimResponse) =>
    ({ request }: Call) => {
      const read = readFields(request, rules);
      return 'refusal' in read ? read.refusal : answer(read.fields, desk);
    };
  const at = (answer: (asset: SyncAsset, call: Call) => SimResponse) => (call: Call) => {
    const asset = desk.library.assets.get(call.params['id'] ?? '');
    if (asset !== undefined) return answer(asset, call);
    const isKnownForm = isUuid(call.params['id']);
    return codedError(isKnownForm ? 'asset_not_found' : 'invalid_asset_id_format');
  };
  const shown = (asset: SyncAsset) => json(200, assetBody(asset, desk.world));
  const remove = (asset: SyncAsset) => {
    desk.library.assets.delete(asset.id);
    return shown(asset);
  };
  const update = (asset: SyncAsset, call: Call) =>
    checked(UPDATE, (fields) => shown(changed(asset, fields, desk)))(call);
  return [
    {
      ...post,
      path: `${all}/upload`,
      bucket: 'uploads',
      answer: checked(UPLOAD_RULES, openUpload),
    },
    { ...post, path: `${all}/batch`, answer: checked(BATCH, batch) },
    { ...post, path: all, answer: checked(REGISTER_RULES, registerAsset) },
    { ...get, path: all, answer: (call) => list(call, desk) },
    { ...get, path: one, answer: at(shown) },
    { ...get, path: `${one}/download`, answer: at(download) },
    { role: 'other', method: 'PATCH', path: one, answer: at(update) },
    { role: 'other', method: 'DELETE', path: one, answer: at(remove) },
  ];
}

function changed(asset: SyncAsset, fields: JsonFields, { library, world }: SyncDesk): SyncAsset {
  const { name = asset.name, visibility = asset.visibility } = fields;
  const updatedAt = world.now();
  const fresh = { ...asset, name: String(name), visibility: String(visibility), updatedAt };
  library.assets.set(asset.id, fresh);
  return fresh;
}

function list({ request }: Call, { library, world }: SyncDesk): SimResponse {
  const page = assetList([...library.assets.values()].reverse(), request.query);
  if (typeof page === 'string') return syncError(400, [page]);
  return json(200, { ...page, items: page.items.map((asset) => assetBody(asset, world)) });
}

function batch({ ids }: JsonFields, { library, world }: SyncDesk): SimResponse {
  const items = (ids as readonly string[]).flatMap((id) => library.assets.get(id) ?? []);
  return json(
    200,
    items.map((asset) => assetBody(asset, world)),
  );
}

/** The URL stands in the body as it is, without quotes; no key belongs there. */
function download({ url }: SyncAsset): SimResponse {
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: url };
}
