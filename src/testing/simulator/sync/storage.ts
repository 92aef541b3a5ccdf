import type { Call } from '../Call.js';
import type { Route } from '../Route.js';
import type { SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError } from './syncError.js';
import type { StoredFile } from './SyncLibrary.js';

/**
 * Where a stored file is found; no key is needed.
 *
 * @param desk - of the vendor
 * @param file - the file
 * @since 0.1.0
 */
export function storedUrl(
  { baseUrl }: Pick<SyncDesk, 'baseUrl'>,
  { key, name }: Pick<StoredFile, 'key' | 'name'>,
): string {
  return `${baseUrl()}/files/${key}/${encodeURIComponent(name)}`;
}

/**
 * The stored file that a URL is of.
 *
 * @param desk - of the vendor
 * @param url - as {@link storedUrl} wrote it
 * @since 0.1.0
 */
export function storedFile({ baseUrl, library }: SyncDesk, url: string): StoredFile | undefined {
  const home = `${baseUrl()}/files/`;
  return url.startsWith(home)
    ? library.files.get(url.slice(home.length).split('/')[0] ?? '')
    : undefined;
}

/**
 * Refuses a source that is not in the vendor's own storage: there, or at one of its hosts.
 *
 * @param url - of a source
 * @param desk - of the vendor
 * @since 0.1.0
 */
export function storageRefusal(url: string, desk: SyncDesk): SimResponse | undefined {
  if (url.startsWith(`${desk.baseUrl()}/`)) return undefined;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return /(?:^|\.)sync\.so$/.test(host) ? undefined : codedError('file_not_in_org_storage');
}

/**
 * The storage itself, which knows no key of an account: bytes are put to signed URLs, and read.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/developer-guides/asset-uploads (read 2026-11-22)
 * @since 0.1.0
 */
export function storageRoutes(desk: SyncDesk): readonly Route[] {
  const path = '/files/:key/:name';
  const media = { role: 'media', open: true } as const;
  return [
    { ...media, method: 'PUT', path, answer: (call) => put(call, desk) },
    { ...media, method: 'GET', path, answer: (call) => read(call, desk) },
  ];
}

function put({ request, params }: Call, { world, library }: SyncDesk): SimResponse {
  const { headers, query } = request;
  const file = library.files.get(params['key'] ?? '');
  if (file === undefined || query.get('X-Amz-Signature') !== file.signature)
    return denied('AccessDenied');
  // A key that comes here has left the vendor: nothing may send it.
  if ('x-api-key' in headers || 'authorization' in headers) {
    return denied('InvalidArgument', 400);
  }
  if (file.expiresAtMs < world.now()) return denied('RequestExpired');
  if (headers['content-type'] !== file.type) return denied('SignatureDoesNotMatch');
  library.files.set(file.key, { ...file, uploadedBytes: bytesOf(request) });
  return { status: 200, headers: { etag: `"${file.key}"` }, body: '' };
}

function bytesOf({ headers, body, sizeBytes }: SimRequest): number {
  const told = sizeBytes ?? Number(headers['content-length'] ?? Number.NaN);
  return Number.isInteger(told) ? told : new TextEncoder().encode(body).length;
}

function read({ params }: Call, { library }: SyncDesk): SimResponse {
  const file = library.files.get(params['key'] ?? '');
  if (file?.uploadedBytes === undefined) return denied('NoSuchKey', 404);
  return { status: 200, headers: { 'content-type': file.type }, body: `simulated ${file.name}\n` };
}

/** An error of the storage, in its own shape. */
function denied(code: string, status = 403): SimResponse {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
