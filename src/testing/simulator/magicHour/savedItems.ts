import type { Call } from '../Call.js';
import { MEDIA_LIFE_MS } from '../Media.js';
import type { ProtocolTools } from '../Protocol.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { cuid } from '../vendorId.js';
import type { World } from '../World.js';
import { accountId } from './account.js';
import { bodyRefusal } from './bodyRefusal.js';
import type { Fields } from './FieldFact.js';
import { isSigned, signedPath } from './signedPath.js';

const TYPES = ['character', 'reference', 'voice', 'moodboard', 'brand_kit'] as const;

/** What is asked for, in the query. @since 0.1.0 */
export const SAVED_ITEMS_FIELDS: Fields = {
  type: { type: 'string', enum: TYPES },
  limit: { type: 'integer', minimum: 1, maximum: 100 },
  cursor: { type: 'string', minLength: 1 },
};

/** What one page holds unless told. */
const USUAL_LIMIT = 20;

interface SavedItem {
  readonly id: string;
  readonly type: (typeof TYPES)[number];
  readonly file: string;
}

/**
 * `GET /v1/saved-items`, which only a newer copy of the document names: one item of every type, with
 * a signed URL of its file, and the route that serves it without a key.
 *
 * @param tools - where the vendor is
 * @param refuse - an error of the vendor
 * @see https://docs.magichour.ai (a copy of autumn 2026)
 * @since 0.1.0
 */
export function savedItemRoutes(
  { world, baseUrl }: ProtocolTools,
  refuse: (status: number, message?: string) => SimResponse,
): readonly Route[] {
  const items = savedItems(world);
  const shown = ({ id, type, file }: SavedItem) => {
    const file_path = `saved-items/${accountId(world)}/${id}/${file}`;
    const expiresAtMs = world.now() + MEDIA_LIFE_MS;
    const url = baseUrl() + signedPath(`/${file_path}`, expiresAtMs);
    const media_kind = type === 'voice' ? 'AUDIO' : 'IMAGE';
    const asset = { file_path, media_kind, is_primary: true, url };
    return {
      id,
      type,
      name: type === 'reference' ? null : `My ${type}`,
      assets: [{ ...asset, url_expires_at: world.isoTime(expiresAtMs) }],
    };
  };
  const list = ({ request }: Call): SimResponse => {
    const query = queryOf(request.query);
    const refusal = bodyRefusal(query, SAVED_ITEMS_FIELDS);
    if (refusal !== undefined) return refuse(refusal.status, refusal.message);
    const { type, cursor, limit = USUAL_LIMIT } = query;
    const wanted = items.filter((item) => type === undefined || item.type === type);
    const from = cursor === undefined ? 0 : wanted.findIndex(({ id }) => id === cursor);
    if (from < 0) return refuse(400, 'cursor is not one of ours');
    const to = from + Number(limit);
    const next_cursor = wanted[to]?.id ?? null;
    return json(200, { items: wanted.slice(from, to).map(shown), next_cursor });
  };
  const serve = ({ request, params }: Call): SimResponse =>
    isSigned(request, world.now())
      ? { status: 200, headers: {}, body: `simulated ${params['file'] ?? ''}\n` }
      : { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Access denied' };
  const file = '/saved-items/:account/:item/:file';
  return [
    { method: 'GET', path: '/v1/saved-items', role: 'list', answer: list },
    { method: 'GET', path: file, role: 'media', open: true, answer: serve },
  ];
}

function savedItems(world: World): readonly SavedItem[] {
  return TYPES.map((type) => ({
    id: cuid(world.random('magic-hour', 'saved-items', type)),
    type,
    file: type === 'voice' ? 'voice.mp3' : 'image.png',
  }));
}

/** The query as a body: a limit of digits is a number. */
function queryOf(query: URLSearchParams): Readonly<Record<string, unknown>> {
  const said = Object.fromEntries(query);
  const { limit } = said;
  return limit !== undefined && /^-?[\d.]+$/.test(limit) ? { ...said, limit: Number(limit) } : said;
}
