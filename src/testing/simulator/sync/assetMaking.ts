import { oneOf, required, text, whole } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { textIn } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { assetBody } from './asset.js';
import { isReachable } from './generateRefusal.js';
import { storedFile, storedUrl } from './storage.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError } from './syncError.js';
import type { AssetType, SyncAsset } from './SyncLibrary.js';

const MOST_BYTES = 5 * 1024 ** 3;
const UPLOAD_LIFE_S = 3600;

/** What `POST /v2/assets/upload` takes. @since 0.1.0 */
export const UPLOAD_RULES: FieldRules = {
  fileName: required(text({ from: 1 })),
  contentType: required(text({ from: 1 })),
  size: required(whole({ from: 1 })),
};

/** What `POST /v2/assets` takes. @since 0.1.0 */
export const REGISTER_RULES: FieldRules = {
  url: required(text({ from: 1 })),
  type: required(oneOf(['AUDIO', 'VIDEO', 'IMAGE'])),
  name: text({ from: 1 }),
  visibility: oneOf(['USER', 'ORGANIZATION']),
  projectId: text({ from: 1 }),
};

/**
 * Gives a place to put the bytes of a file to.
 *
 * @param fields - that were not refused
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/assets-api/create-upload (read 2026-11-22)
 * @since 0.1.0
 */
export function openUpload(
  { fileName, contentType, size }: JsonFields,
  desk: SyncDesk,
): SimResponse {
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

/**
 * Names what lies at a URL: in the vendor's storage, once it is there, or anywhere.
 *
 * @param fields - that were not refused
 * @param desk - of the vendor
 * @see https://sync.so/docs/developer-guides/asset-uploads (read 2026-11-22)
 * @since 0.1.0
 */
export function registerAsset(fields: JsonFields, desk: SyncDesk): SimResponse {
  const { library, world } = desk;
  const { name, type, visibility } = fields;
  const url = String(fields['url']);
  const projectId = textIn(fields['projectId']) ?? null;
  const isOurs = url.startsWith(`${desk.baseUrl()}/`);
  const file = storedFile(desk, url);
  const isHomeless = projectId !== null && !library.projects.has(projectId);
  if (isHomeless) return codedError('project_not_found');
  if (isOurs && file?.uploadedBytes === undefined) return codedError('uploaded_file_not_found');
  if (!isReachable(url)) return codedError('file_not_in_org_storage');
  const asset: SyncAsset = {
    id: library.id(),
    createdAt: world.now(),
    updatedAt: world.now(),
    name: textIn(name) ?? file?.name ?? nameIn(url),
    url,
    type: type as AssetType,
    inputType: isOurs ? 'UPLOAD' : 'URL',
    size: file?.uploadedBytes,
    visibility: textIn(visibility) ?? 'USER',
    projectId,
  };
  library.assets.set(asset.id, asset);
  return json(201, assetBody(asset, world));
}

function nameIn(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}
