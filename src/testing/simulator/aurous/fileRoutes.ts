import type { Call } from '../Call.js';
import { oneOf } from '../fieldRules.js';
import { isFields, parsedJson, textIn } from '../JsonFields.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import type { AurousDesk } from './AurousDesk.js';
import { usualAurousError } from './aurousError.js';
import type { ReferenceFile } from './ReferenceFiles.js';
import { firstRefusal, refused } from './requestFields.js';
import { signedPath, signedUntil } from './signedPath.js';

const MOST_BYTES = 10 * 1024 ** 2;
const URL_LIFE_MS = 3_600_000;
const TYPES = ['image/png', 'image/jpeg', 'image/webp'];
const PURPOSES = ['reference', 'first_frame', 'last_frame'];

/**
 * Files that images and videos refer to.
 *
 * @param desk - of the vendor
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/upload-a-reference-file (read 2026-11-22)
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/immediately-purge-a-file (read 2026-11-22)
 * @since 0.1.0
 */
export function fileRoutes(desk: AurousDesk): readonly Route[] {
  const one = '/v1/files/:id';
  const other = { role: 'other' } as const;
  return [
    {
      ...other,
      method: 'POST',
      path: '/v1/files',
      bucket: 'files_post',
      answer: (call) => upload(call, desk),
    },
    { ...other, method: 'GET', path: one, bucket: 'reads', answer: (call) => look(call, desk) },
    {
      method: 'GET',
      path: '/storage/files/:id',
      role: 'media',
      open: true,
      answer: (call) => read(call, desk),
    },
    {
      ...other,
      method: 'DELETE',
      path: one,
      bucket: 'reads',
      answer: ({ params }) => {
        const deleted = desk.files.remove(params['id']);
        return json(200, { id: params['id'], object: 'file', deleted });
      },
    },
  ];
}

/** Two uploads under a key are the same by their purpose and metadata, whatever the bytes. */
function upload(call: Call, desk: AurousDesk): SimResponse {
  const parts = new Map(call.request.parts ?? []);
  const [purpose, metadata] = [parts.get('purpose'), parts.get('metadata')];
  return desk.keyed.once(
    call,
    () => ({ response: made(parts, desk) }),
    JSON.stringify([purpose, metadata]),
  );
}

function made(parts: ReadonlyMap<string, unknown>, desk: AurousDesk): SimResponse {
  const file = parts.get('file');
  const purpose = parts.get('purpose');
  const told = parts.get('metadata');
  const metadata = typeof told === 'string' ? parsedJson(told) : undefined;
  if (!isFields(file)) return refused('missing_field', 'file is required.', 'file');
  if (purpose === undefined) return refused('missing_field', 'purpose is required.', 'purpose');
  const unknown = firstRefusal(oneOf(PURPOSES)(purpose, 'purpose'));
  if (unknown !== undefined) return unknown;
  if (told !== undefined && !isFields(metadata)) {
    return refused('invalid_format', 'metadata must be a JSON object.', 'metadata');
  }
  const { type, sizeBytes } = file as { readonly type: string; readonly sizeBytes: number };
  // A part may bear no type; what the bytes are is not read.
  if (type !== '' && type !== 'application/octet-stream' && !TYPES.includes(type)) {
    return refused('invalid_format', `file must be one of: ${TYPES.join(', ')}.`, 'file');
  }
  if (sizeBytes > MOST_BYTES) {
    return refused('value_out_of_range', 'file must be at most 10 MB.', 'file');
  }
  const kept = TYPES.includes(type) ? type : 'image/png';
  const facts = { purpose: textIn(purpose) ?? '', type: kept, sizeBytes };
  const stored = desk.files.add({ ...facts, metadata: isFields(metadata) ? metadata : null });
  return json(201, fileBody(stored, desk));
}

function look({ params }: Call, desk: AurousDesk): SimResponse {
  const file = desk.files.find(params['id']);
  return file === undefined ? usualAurousError(404) : json(200, fileBody(file, desk));
}

function read({ request, params }: Call, { world, files }: AurousDesk): SimResponse {
  const file = files.find(params['id']);
  if (!((signedUntil(request) ?? 0) > world.now())) return DENIED;
  if (file === undefined) return usualAurousError(404);
  return { status: 200, headers: { 'content-type': file.type }, body: `simulated ${file.id}\n` };
}

const DENIED: SimResponse = {
  status: 403,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Access denied',
};

function fileBody(
  { id, purpose, type, sizeBytes, metadata, createdAt, expiresAtMs }: ReferenceFile,
  { world, baseUrl }: AurousDesk,
): Readonly<Record<string, unknown>> {
  return {
    id,
    object: 'file',
    purpose,
    mime_type: type,
    size_bytes: sizeBytes,
    width_px: 1024,
    height_px: 768,
    url: baseUrl() + signedPath(`/storage/files/${id}`, world.now() + URL_LIFE_MS),
    expires_at: world.isoTime(expiresAtMs),
    created_at: world.isoTime(createdAt),
    metadata,
  };
}
