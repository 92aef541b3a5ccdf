import type { Call } from '../Call.js';
import { MEDIA_LIFE_MS } from '../Media.js';
import type { ProtocolTools } from '../Protocol.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { drawText } from '../vendorId.js';

/**
 * Uploads of input files: places for them, and the route that takes them without a key. The bytes
 * are not kept.
 *
 * @param tools - where the vendor is
 * @param refuse - an error of the vendor
 * @see https://docs.magichour.ai/api-reference/files/generate-asset-upload-urls
 * @since 0.1.0
 */
export function uploadRoutes(
  { world, baseUrl }: ProtocolTools,
  refuse: (status: number, message: string) => SimResponse,
): readonly Route[] {
  const random = world.random('magic-hour', 'uploads');
  const place = (extension: string) => {
    const file_path = `api-assets/${drawText(random, 16)}.${extension}`;
    return {
      upload_url: `${baseUrl()}/uploads/${file_path}?X-Signature=${drawText(random, 32)}`,
      expires_at: world.isoTime(world.now() + MEDIA_LIFE_MS),
      file_path,
    };
  };
  const create = ({ request }: Call): SimResponse => {
    const extensions = extensionsOf(request.body);
    return extensions === undefined
      ? refuse(400, 'items must be an array of { type, extension }')
      : json(200, { items: extensions.map(place) });
  };
  const take = (): SimResponse => ({ status: 200, headers: {}, body: '' });
  return [
    { method: 'POST', path: '/v1/files/upload-urls', role: 'other', answer: create },
    { method: 'PUT', path: '/uploads/api-assets/:file', role: 'media', open: true, answer: take },
  ];
}

function extensionsOf(body: string): readonly string[] | undefined {
  try {
    const { items } = JSON.parse(body) as { readonly items?: unknown };
    if (!Array.isArray(items) || items.length === 0) return undefined;
    const extensions = items.map((item: { extension?: unknown } | null) => item?.extension);
    return extensions.every((name) => typeof name === 'string' && /^[a-z0-9]+$/.test(name))
      ? (extensions as readonly string[])
      : undefined;
  } catch {
    return undefined;
  }
}
