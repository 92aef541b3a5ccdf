import type { Call } from '../Call.js';
import { listOf, oneOf, problemsOf, required, text, whole } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { isUuid } from '../isUuid.js';
import { jsonFields, textIn } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { assetBody } from './asset.js';
import { assetList } from './assetList.js';
import { NOT_JSON } from './generateInput.js';
import { isReachable } from './generateRefusal.js';
import { storedFile, storedUrl } from './storage.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError, syncError } from './syncError.js';
import type { AssetType, SyncAsset } from './SyncLibrary.js';

const MOST_BYTES = 5 * 1024 ** 3;
const UPLOAD_LIFE_S = 3600;
const VISIBILITY = oneOf(['USER', 'ORGANIZATION']);

const UPLOAD: FieldRules = {
  fileName: required(text({ from: 1 })),
  contentType: required(text({ from: 1 })),
  size: required(whole({ from: 1 })),
};
const CREATE: FieldRules = {
  url: required(text({ from: 1 })),
  type: required(oneOf(['AUDIO', 'VIDEO', 'IMAGE'])),
  name: text({ from: 1 }),
  visibility: VISIBILITY,
  projectId: text({ from: 1 }),
};
const UPDATE: FieldRules = { name: text({ from: 1 }), visibility: VISIBILITY };
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
  const other = { role: 'other' } as const;
  const post = { ...other, method: 'POST' } as const;
  const one = '/v2/assets/:id';
  return [
    {
      ...post,
      path: '/v2/assets/upload',
      bucket: 'uploads',
      answer: checked(UPLOAD, desk, upload),
    },
    { ...post, path: '/v2/assets/batch', answer: checked(BATCH, desk, batch) },
    { ...post, path: '/v2/assets', answer: checked(CREATE, desk, create) },
    { ...other, method: 'GET', path: '/v2/assets', answer: (call) => list(call, desk) },
    { ...other, method: 'GET', path: one, answer: found(desk, (asset) => shown(asset, desk)) },
    { ...other, method: 'PATCH', path: one, answer: found(desk, update(desk)) },
    { ...other, method: 'DELETE', path: one, answer: found(desk, (asset) => remove(asset, desk)) },
    { ...other, method: 'GET', path: `${one}/download`, answer: found(desk, download) },
  ];
}

type Answer = (call: Call) => SimResponse;

function checked(
  rules: FieldRules,
  desk: SyncDesk,
  answer: (body: JsonFields, desk: SyncDesk) => SimResponse,
): Answer {
  return ({ request }) => {
    const body = jsonFields(request.body);
    if (body === undefined) return NOT_JSON;
    const problems = problemsOf(body, rules);
    if (problems.length > 0)
      return syncError(
        400,
        problems.map(({ message }) => message),
      );
    return answer(body, desk);
  };
}

function found(desk: SyncDesk, answer: (asset: SyncAsset, call: Call) => SimResponse): Answer {
  return (call) => {
    const { id = '' } = call.params;
    if (!isUuid(id)) return codedError('invalid_asset_id_format');
    const asset = desk.library.assets.get(id);
    return asset === undefined ? codedError('asset_not_found') : answer(asset, call);
  };
}

function shown(asset: SyncAsset, { world }: SyncDesk, status = 200): SimResponse {
  return json(status, assetBody(asset, world));
}

function upload({ fileName, contentType, size }: JsonFields, desk: SyncDesk): SimResponse {
  if (Number(size) > MOST_BYTES) return codedError('file_size_exceeds_plan_limit');
  const file = desk.library.store({
    name: String(fileName),
    type: String(contentType),
    uploadedBytes: undefined,
    expiresAtMs: desk.world.now() + UPLOAD_LIFE_S * 1000,
  });
  const url = storedUrl(desk, file);
  const uploadUrl = `${url}?X-Amz-Expires=${UPLOAD_LIFE_S}&X-Amz-Signature=${file.signature}`;
  return json(201, { uploadUrl, url, expiresIn: UPLOAD_LIFE_S });
}

function create(body: JsonFields, desk: SyncDesk): SimResponse {
  const { library, world } = desk;
  const url = String(body['url']);
  const projectId = textIn(body['projectId']) ?? null;
  const isOurs = url.startsWith(`${desk.baseUrl()}/`);
  const file = storedFile(desk, url);
  if (projectId !== null && !library.projects.has(projectId))
    return codedError('project_not_found');
  if (isOurs && file?.uploadedBytes === undefined) return codedError('uploaded_file_not_found');
  if (!isReachable(url)) return codedError('file_not_in_org_storage');
  const asset: SyncAsset = {
    id: library.id(),
    createdAt: world.now(),
    updatedAt: world.now(),
    name: textIn(body['name']) ?? file?.name ?? nameIn(url),
    url,
    type: body['type'] as AssetType,
    inputType: isOurs ? 'UPLOAD' : 'URL',
    size: file?.uploadedBytes,
    visibility: textIn(body['visibility']) ?? 'USER',
    projectId,
  };
  library.assets.set(asset.id, asset);
  return shown(asset, desk, 201);
}

function nameIn(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
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

function update(desk: SyncDesk): (asset: SyncAsset, call: Call) => SimResponse {
  return (asset, call) =>
    checked(UPDATE, desk, ({ name = asset.name, visibility = asset.visibility }) => {
      const updatedAt = desk.world.now();
      const changed = { ...asset, name: String(name), visibility: String(visibility), updatedAt };
      desk.library.assets.set(asset.id, changed);
      return shown(changed, desk);
    })(call);
}

function remove(asset: SyncAsset, desk: SyncDesk): SimResponse {
  desk.library.assets.delete(asset.id);
  return shown(asset, desk);
}

/** The URL stands in the body as it is, without quotes; no key belongs there. */
function download({ url }: SyncAsset): SimResponse {
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: url };
}
