import type { Call } from '../Call.js';
import { IdempotencyLedger } from '../IdempotencyLedger.js';
import { isShownKey } from '../isShownKey.js';
import { Media } from '../Media.js';
import type { Protocol, ProtocolDefinition, ProtocolTools } from '../Protocol.js';
import type { Random } from '../seededRandom.js';
import type { SimRequest } from '../SimRequest.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { tokenNamed } from '../UrlSigner.js';
import { prefixedUlid } from '../vendorId.js';
import { aurousError, usualAurousError } from './aurousError.js';
import { aurousLimits } from './aurousLimits.js';
import { character, SYSTEM_VERSION } from './character.js';
import { createRefusal, fieldsOf, NOT_AN_OBJECT, pinnedVersion } from './characterInput.js';
import { characterList } from './characterList.js';
import { characterVerbs } from './characterVerbs.js';

const DAY_MS = 24 * 3_600_000;

/**
 * Aurous Labs: a key and a version pin, a review in the middle, token buckets told in headers, one
 * envelope for errors.
 *
 * @see https://docs.aurous-labs.com
 * @since 0.1.0
 */
export const aurous: ProtocolDefinition = {
  rules: (world) => ({
    vendor: 'aurous',
    kinds: {
      characters: {
        words: {
          queued: [],
          running: 'synthesizing',
          paused: 'reviewing',
          succeeded: 'ready',
          failed: 'failed',
          canceled: 'cancelled',
        },
        typicalMs: [30_000, 90_000],
        newId: (random) => prefixedUlid('char', random),
        defaults: { pauses: world.options.aurous?.review ?? true },
      },
    },
  }),
  speak,
};

function speak(tools: ProtocolTools): Protocol {
  const { world, book } = tools;
  const media = new Media(tools, '/storage/characters', tokenNamed('token'));
  const view = { world, media };
  const verbs = characterVerbs(book, view, new IdempotencyLedger(world, DAY_MS));
  const look = ({ params }: Call): SimResponse => {
    const job = book.find(params['id']);
    return job === undefined ? usualAurousError(404) : json(200, character(job, view));
  };
  const list = ({ request }: Call): SimResponse => {
    const page = characterList(book.present, request.query);
    if ('status' in page) return page;
    const data = page.jobs.map((job) => character(job, view));
    const next_cursor = page.hasMore ? (page.jobs.at(-1)?.id ?? null) : null;
    return json(200, { object: 'list', data, has_more: page.hasMore, next_cursor });
  };
  const create = ({ request }: Call): SimResponse => {
    const body = fieldsOf(request);
    if (body === undefined) return NOT_AN_OBJECT;
    const refusal = createRefusal(body);
    if (refusal !== undefined) return refusal;
    const input = { ...body, aurous_version: pinnedVersion(request) };
    const uploaded = body['generate'] !== true;
    return json(
      201,
      character(book.add('characters', input, 1, uploaded ? READY : undefined), view),
    );
  };
  const one = '/v1/characters/:id';
  return {
    routes: [
      {
        method: 'POST',
        path: '/v1/characters',
        role: 'create',
        bucket: postBucket,
        answer: create,
      },
      { method: 'GET', path: '/v1/characters', role: 'list', bucket: 'lists', answer: list },
      { method: 'GET', path: one, role: 'get', bucket: 'characters_get', answer: look },
      { method: 'PATCH', path: one, role: 'verb', bucket: 'characters_post', answer: verbs.update },
      {
        method: 'DELETE',
        path: one,
        role: 'delete',
        bucket: 'characters_post',
        answer: verbs.remove,
      },
      {
        method: 'POST',
        path: `${one}/save`,
        role: 'verb',
        bucket: 'characters_post',
        answer: verbs.save,
      },
      {
        method: 'POST',
        path: `${one}/resynthesize`,
        role: 'verb',
        bucket: 'characters_synthesize',
        answer: verbs.resynthesize,
      },
      media.route,
    ],
    accountOf,
    unknownRoute: () => usualAurousError(404),
    error: usualAurousError,
    forgotten: () => usualAurousError(404),
    dress: dresser(world.random('aurous', 'requests')),
    limits: aurousLimits,
  };
}

const READY = { steps: [{ atMs: 0, status: 'ready' }] };

/** A synthesis draws from the smaller bucket. */
function postBucket({ request }: Call): string {
  return fieldsOf(request)?.['generate'] === true ? 'characters_synthesize' : 'characters_post';
}

function accountOf(request: SimRequest): string | SimResponse {
  const { 'x-api-key': shown, authorization } = request.headers;
  const key = shown ?? /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (key === undefined) {
    return aurousError({ status: 401, code: 'missing_api_key', message: 'No API key was given.' });
  }
  if (!isShownKey(key)) return usualAurousError(401);
  if (pinnedVersion(request) === undefined) {
    const message = 'Aurous-Version must be a date, YYYY-MM-DD.';
    return aurousError({ status: 400, code: 'invalid_format', message, param: 'Aurous-Version' });
  }
  return key;
}

/** Every answer bears the version that was applied and an id of the request, errors in their body too. */
function dresser(random: Random): NonNullable<Protocol['dress']> {
  return (response, request) => {
    const id = prefixedUlid('req', random);
    const version = pinnedVersion(request) ?? SYSTEM_VERSION;
    const headers = { 'aurous-request-id': id, 'aurous-version': version, ...response.headers };
    const body = response.body.replace('"request_id":""', `"request_id":"${id}"`);
    return { ...response, headers, body };
  };
}
