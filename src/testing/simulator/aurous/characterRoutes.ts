import type { Call } from '../Call.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import type { AurousDesk } from './AurousDesk.js';
import { tooDear } from './aurousError.js';
import { character } from './character.js';
import { createRefusal } from './characterInput.js';
import type { UploadTicket } from './CharacterUploads.js';
import { characterVerbs, isLost, NO_CHARACTER, PICTURE_CREDITS } from './characterVerbs.js';
import { cursorPage } from './cursorPage.js';
import { pinnedVersion } from './pinnedVersion.js';
import { fieldsOf, NOT_AN_OBJECT } from './requestFields.js';
import { UPLOAD_INVALID } from './uploadRoutes.js';

const FILTERS = ['synthesizing', 'reviewing', 'ready', 'failed'];

/**
 * Characters: made, looked at, listed, and what is done with them.
 *
 * @param desk - of the vendor
 * @see https://docs.aurous-labs.com/api-reference/characters/create-character (read 2026-11-22)
 * @since 0.1.0
 */
export function characterRoutes(desk: AurousDesk): readonly Route[] {
  const verbs = characterVerbs(desk);
  const all = '/v1/characters';
  const one = `${all}/:id`;
  const read = { method: 'GET', bucket: 'characters_get' } as const;
  const verb = { role: 'verb', bucket: 'characters_post' } as const;
  const paid = { method: 'POST', role: 'verb', bucket: 'characters_synthesize' } as const;
  return [
    {
      method: 'POST',
      path: all,
      role: 'create',
      bucket: postBucket,
      answer: (call) => create(call, desk),
    },
    { ...read, path: all, role: 'list', answer: (call) => list(call, desk) },
    { ...read, path: one, role: 'get', answer: (call) => look(call, desk) },
    { ...verb, method: 'PATCH', path: one, answer: verbs.update },
    { ...verb, method: 'DELETE', path: one, role: 'delete', answer: verbs.remove },
    { ...verb, method: 'POST', path: `${one}/save`, answer: verbs.save },
    { ...paid, path: `${one}/resynthesize`, answer: verbs.resynthesize },
    { ...paid, path: `${one}/refs/regenerate`, answer: verbs.regenerate },
  ];
}

/** A synthesis draws from the smaller bucket. */
function postBucket({ request }: Call): string {
  return fieldsOf(request)?.['generate'] === true ? 'characters_synthesize' : 'characters_post';
}

function look({ params }: Call, desk: AurousDesk): SimResponse {
  const job = desk.book.findEver(params['id']);
  const isThere = job?.kind === 'characters' && (!job.gone || isShown(job, desk));
  return isThere ? json(200, character(job, desk)) : NO_CHARACTER;
}

function isShown(job: SimJob, { world }: AurousDesk): boolean {
  return world.options.aurous?.deleted === 'shown' && !isLost(job);
}

function list({ request }: Call, desk: AurousDesk): SimResponse {
  const jobs = desk.book.present.filter(({ kind }) => kind === 'characters');
  return cursorPage(jobs, request.query, FILTERS, (job) => character(job, desk));
}

function create(call: Call, desk: AurousDesk): SimResponse {
  const body = fieldsOf(call.request);
  if (body === undefined) return NOT_AN_OBJECT;
  const refusal = createRefusal(body);
  if (refusal !== undefined) return refusal;
  const { name, attributes, client_reference_id } = body;
  const aurous_version = pinnedVersion(call.request);
  const input = { name, attributes, client_reference_id, aurous_version };
  const made = body['generate'] === true ? synthesis(input, desk) : upload(input, body, call, desk);
  return 'status' in made && 'headers' in made ? made : json(201, character(made, desk));
}

function synthesis(input: JsonFields, { book, purse }: AurousDesk): SimJob | SimResponse {
  if (!purse.holds(PICTURE_CREDITS.all)) return tooDear('insufficient_credits');
  purse.spend(PICTURE_CREDITS.all);
  return book.add('characters', input, 1);
}

const READY = { steps: [{ atMs: 0, status: 'ready' }] };

function upload(
  input: JsonFields,
  body: JsonFields,
  { account }: Call,
  { book, uploads }: AurousDesk,
): SimJob | SimResponse {
  const ids = [...new Set(body['upload_ids'] as readonly unknown[])];
  const tickets = ids.flatMap((id): readonly UploadTicket[] => {
    const ticket = uploads.find(id);
    return ticket?.account === account && uploads.isGood(ticket) ? [ticket] : [];
  });
  if (tickets.length < ids.length) return UPLOAD_INVALID;
  for (const ticket of tickets) uploads.use(ticket);
  return book.add('characters', { ...input, poses: tickets.map(({ pose }) => pose) }, 1, READY);
}
