import type { Call } from '../Call.js';
import { isShownKey } from '../isShownKey.js';
import { Media } from '../Media.js';
import type { Protocol, ProtocolDefinition, ProtocolTools } from '../Protocol.js';
import type { SimRequest } from '../SimRequest.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { expiresAndSignature } from '../UrlSigner.js';
import { uuid } from '../vendorId.js';
import { auroraErrors, bodyFields } from './auroraInput.js';
import { auroraJob } from './auroraJob.js';
import { listedJobs } from './listedJobs.js';

const NOT_FOUND = json(404, { detail: 'Not found.' });
const NO_KEY = json(401, { detail: 'Authentication credentials were not provided.' });

/**
 * Creatify: two keys in headers, paths that end in a slash, errors as Django REST framework writes
 * them.
 *
 * @see https://docs.creatify.ai
 * @since 0.1.0
 */
export const creatify: ProtocolDefinition = {
  rules: () => ({
    vendor: 'creatify',
    kinds: {
      aurora: {
        words: {
          queued: ['pending', 'in_queue'],
          running: 'running',
          succeeded: 'done',
          failed: 'failed',
          rejected: 'rejected',
        },
        typicalMs: [60_000, 180_000],
        newId: uuid,
      },
    },
  }),
  speak,
};

function speak(tools: ProtocolTools): Protocol {
  const { world, book } = tools;
  const media = new Media(tools, '/media', expiresAndSignature);
  const view = { world, media };
  const get = ({ params }: Call): SimResponse => {
    const job = book.find(params['id']);
    return job === undefined ? NOT_FOUND : json(200, auroraJob(job, view));
  };
  const list = ({ request }: Call): SimResponse => {
    const found = listedJobs(book.present, request.query);
    if ('errors' in found) return json(400, found.errors);
    return json(
      200,
      found.jobs.map((job) => auroraJob(job, view)),
    );
  };
  const create = ({ request }: Call): SimResponse => {
    const body = bodyFields(request);
    if (!('fields' in body)) return json(body.status, { detail: body.detail });
    const errors = auroraErrors(body.fields);
    if (errors !== undefined) return json(400, errors);
    return json(201, auroraJob(book.add('aurora', body.fields, 1), view));
  };
  const protocol: Protocol = {
    routes: [
      { method: 'POST', path: '/api/aurora/', role: 'create', answer: create },
      { method: 'GET', path: '/api/aurora/', role: 'list', answer: list },
      { method: 'GET', path: '/api/aurora/:id/', role: 'get', answer: get },
      media.route,
    ],
    accountOf,
    unknownRoute: (request) => unknownRoute(request, tools.baseUrl()),
    error: (status) => json(status, { detail: ERRORS[status] ?? 'A server error occurred.' }),
    forgotten: () => NOT_FOUND,
    progress: {
      field: 'progress',
      full: world.options.creatify?.progressScale === 'fraction' ? 1 : 100,
    },
  };
  return protocol;
}

const ERRORS: Readonly<Record<number, string>> = {
  400: 'Malformed request.',
  401: 'Invalid API key.',
  402: 'Insufficient credits.',
  403: 'You do not have permission to perform this action.',
  404: 'Not found.',
  429: 'Request was throttled.',
};

function accountOf({ headers }: SimRequest): string | SimResponse {
  const { 'x-api-id': id, 'x-api-key': key } = headers;
  return isShownKey(id) && isShownKey(key) ? `${id}/${key}` : NO_KEY;
}

/** Django sends a path that lacks only its slash to the path with it; else it has a page of its own. */
function unknownRoute({ method, path, query }: SimRequest, baseUrl: string): SimResponse {
  if (/^\/api\/aurora(\/[^/]+)?$/.test(path)) {
    const search = query.size > 0 ? `?${query.toString()}` : '';
    const location = new URL(`${baseUrl}${path}/`).pathname + search;
    return {
      status: 301,
      headers: { 'content-type': 'text/html; charset=utf-8', location },
      body: '',
    };
  }
  if (/^\/api\/aurora\/([^/]+\/)?$/.test(path)) {
    return json(405, { detail: `Method "${method}" not allowed.` });
  }
  return {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1></body></html>',
  };
}
