import type { Call } from '../Call.js';
import { jsonFields } from '../JsonFields.js';
import { MEDIA_LIFE_MS } from '../Media.js';
import type { ProtocolTools } from '../Protocol.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { drawText } from '../vendorId.js';
import { bodyRefusal } from './bodyRefusal.js';
import type { Fields } from './FieldFact.js';
import { endingFlaw } from './fileEndings.js';
import { isSigned, signedPath } from './signedPath.js';

/** What is asked for. @since 0.1.0 */
export const UPLOAD_FIELDS: Fields = {
  items: { type: 'array', required: true, minItems: 1, items: { type: 'object' } },
  'items[].type': { type: 'string', required: true, enum: ['video', 'audio', 'image'] },
  'items[].extension': { type: 'string', required: true, pattern: '^[a-z0-9]+$' },
};

interface Item {
  readonly type: 'video' | 'audio' | 'image';
  readonly extension: string;
}

/**
 * Uploads of input files: places for them, and the route that takes them without a key. The bytes
 * are not kept. How long a place holds is told by `expires_at` alone; here it is a day.
 *
 * @param tools - where the vendor is
 * @param refuse - an error of the vendor
 * @see https://docs.magichour.ai/api-reference/files/generate-asset-upload-urls (read 2026-11-22)
 * @since 0.1.0
 */
export function uploadRoutes(
  { world, baseUrl }: ProtocolTools,
  refuse: (status: number, message?: string) => SimResponse,
): readonly Route[] {
  const random = world.random('magic-hour', 'uploads');
  const place = ({ extension }: Item) => {
    const file_path = `api-assets/${drawText(random, 16)}.${extension}`;
    const expiresAtMs = world.now() + MEDIA_LIFE_MS;
    return {
      upload_url: baseUrl() + signedPath(`/uploads/${file_path}`, expiresAtMs),
      expires_at: world.isoTime(expiresAtMs),
      file_path,
    };
  };
  const create = ({ request }: Call): SimResponse => {
    const body = jsonFields(request.body);
    if (body === undefined) return refuse(400);
    const refusal = bodyRefusal(body, UPLOAD_FIELDS);
    if (refusal !== undefined) return refuse(refusal.status, refusal.message);
    const items = body['items'] as readonly Item[];
    const flaw = items.map(flawOf).find((found) => found !== undefined);
    return flaw === undefined ? json(200, { items: items.map(place) }) : refuse(422, flaw);
  };
  const take = ({ request }: Call): SimResponse =>
    isSigned(request, world.now())
      ? { status: 200, headers: {}, body: '' }
      : { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Access denied' };
  return [
    { method: 'POST', path: '/v1/files/upload-urls', role: 'other', answer: create },
    { method: 'PUT', path: '/uploads/api-assets/:file', role: 'media', open: true, answer: take },
  ];
}

/** A gif is uploaded as a video: it is taken where a face is swapped in one. */
function flawOf({ type, extension }: Item): string | undefined {
  return endingFlaw(extension, type === 'video' ? ['video', 'gif'] : [type]);
}
