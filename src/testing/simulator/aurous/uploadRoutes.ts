import type { Call } from '../Call.js';
import { oneOf, problemsOf, required, text } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import type { AurousDesk } from './AurousDesk.js';
import { usualAurousError } from './aurousError.js';
import { fieldsOf, firstRefusal, NOT_AN_OBJECT, refused } from './requestFields.js';

const TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

const INIT: FieldRules = {
  filename: required(text({ from: 1, to: 120 })),
  extension: required(oneOf(Object.keys(TYPES))),
  content_type: required(oneOf([...new Set(Object.values(TYPES))])),
};

/** A ticket that no character can be made of. @since 0.1.0 */
export const UPLOAD_INVALID = refused(
  'upload_invalid',
  'The upload is unknown, has expired or was used.',
  'upload_id',
);

/**
 * Uploads of the pictures of a character: a ticket, the bytes, and what pose they show.
 *
 * @param desk - of the vendor
 * @see https://docs.aurous-labs.com/api-reference/characters/upload-init (read 2026-11-22)
 * @see https://docs.aurous-labs.com/api-reference/characters/upload-classify (read 2026-11-22)
 * @since 0.1.0
 */
export function uploadRoutes(desk: AurousDesk): readonly Route[] {
  const post = { method: 'POST', role: 'other', bucket: 'characters_post' } as const;
  return [
    { ...post, path: '/v1/characters/uploads/init', answer: (call) => init(call, desk) },
    { ...post, path: '/v1/characters/uploads/classify', answer: (call) => classify(call, desk) },
    {
      method: 'PUT',
      path: '/storage/uploads/:id',
      role: 'media',
      open: true,
      answer: (call) => put(call, desk),
    },
  ];
}

function init({ request, account }: Call, { world, uploads, baseUrl }: AurousDesk): SimResponse {
  const body = fieldsOf(request);
  if (body === undefined) return NOT_AN_OBJECT;
  const refusal = firstRefusal(problemsOf(body, INIT));
  if (refusal !== undefined) return refusal;
  const { filename, extension, content_type } = body as Readonly<Record<string, string>>;
  if (TYPES[extension ?? ''] !== content_type) {
    return refused('invalid_format', 'content_type must match extension.', 'content_type');
  }
  const ticket = uploads.open(account, filename ?? '', content_type ?? '');
  return json(200, {
    upload_id: ticket.id,
    upload_url: `${baseUrl()}/storage/uploads/${ticket.id}?signature=${ticket.signature}`,
    upload_headers: { 'Content-Type': content_type },
    expires_at: world.isoTime(ticket.urlExpiresAtMs),
  });
}

/** Takes the bytes. The URL is signed: a key of the account has no business here. */
function put({ request, params }: Call, { world, uploads }: AurousDesk): SimResponse {
  const { headers, query } = request;
  const ticket = uploads.find(params['id']);
  const signed = ticket !== undefined && ticket.signature === query.get('signature');
  if (!signed || ticket.urlExpiresAtMs <= world.now()) return stored(403, 'Access denied');
  if ('x-api-key' in headers || 'authorization' in headers) {
    return stored(400, 'Only one authentication mechanism is allowed');
  }
  uploads.arrive(ticket);
  return stored(200, '');
}

function stored(status: number, body: string): SimResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

function classify({ request, account }: Call, { uploads }: AurousDesk): SimResponse {
  const body = fieldsOf(request);
  if (body === undefined) return NOT_AN_OBJECT;
  const refusal = firstRefusal(problemsOf(body, { upload_id: required(text({ from: 1 })) }));
  if (refusal !== undefined) return refusal;
  const ticket = uploads.find(body['upload_id']);
  if (ticket !== undefined && ticket.account !== account) return usualAurousError(404);
  if (ticket === undefined || !uploads.isGood(ticket)) return UPLOAD_INVALID;
  const pose = uploads.classify(ticket);
  return json(200, { upload_id: ticket.id, pose, confidence: 0.92 });
}
