import type { Call } from '../Call.js';
import type { JobBook } from '../JobBook.js';
import type { JsonFields } from '../JsonFields.js';
import type { KindRules } from '../KindRules.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { uuid } from '../vendorId.js';
import { NOT_FOUND } from './creatifyError.js';
import type { Taken } from './Family.js';
import { list, nullable, required } from './Field.js';
import { choice, file, text, url } from './fieldTypes.js';
import { personaBody, stockPersonas } from './personaBody.js';
import { webhookUrl } from './requestFields.js';
import { Shown } from './Shown.js';
import type { CreatifyView } from './Shown.js';
import { takenFields } from './takenFields.js';

/**
 * A custom avatar: a person reviews it, and it is usable once `is_active` is true. Its status is
 * told as `process_status`; the words after `pending` are on no page that could be read.
 *
 * @see https://docs.creatify.ai/api-documentation/custom-avatar/byoa
 * @since 0.1.0
 */
export const personaRules: KindRules = {
  words: {
    queued: ['pending'], // documented
    running: 'processing', // inferred
    succeeded: 'done', // inferred
    failed: 'failed', // inferred
    rejected: 'rejected', // inferred
  },
  typicalMs: [3_600_000, 24 * 3_600_000], // documented: within 24 hours
  newId: uuid,
};

const person = {
  gender: choice('m', 'f', 'nb'),
  creator_name: required(text(255)),
  video_scene: nullable(text()),
  keywords: nullable(text()),
  labels: list(text()),
  webhook_url: webhookUrl,
};

const BY_URL: Taken = {
  input: { lipsync_input: required(url()), consent_video: nullable(url()), ...person },
};

const BY_FILE: Taken = {
  input: { lipsync_input: required(file()), consent_video: nullable(file()), ...person },
};

const FILTERS = ['gender', 'age_range', 'location', 'style'];

/**
 * Avatars: those of the library, and custom ones.
 *
 * @param book - the jobs
 * @param view - how things are shown
 * @see https://docs.creatify.ai/api-reference/personas/get-apipersonas
 * @since 0.1.0
 */
export function personaRoutes(book: JobBook, view: CreatifyView): readonly Route[] {
  const stock = stockPersonas(view.world);
  const own = () =>
    book.present
      .filter(({ kind }) => kind === 'personas')
      .map((job) => job.show(personaBody(new Shown(job, view))));
  const matching = ({ request }: Call) =>
    [...own(), ...stock].filter((persona) =>
      FILTERS.every((name) => {
        const wanted = request.query.get(name)?.split(',');
        return wanted?.includes(String(persona[name])) ?? true;
      }),
    );
  const create = (taken: Taken) => (call: Call) => {
    const read = takenFields(taken, call.request, book);
    if ('status' in read) return read;
    const job = book.add('personas', read.fields, 1);
    return json(201, job.show(personaBody(new Shown(job, view))));
  };
  const get = ({ params }: Call): SimResponse => {
    const found = [...own(), ...stock].find((persona) => persona['id'] === params['id']);
    return found === undefined ? NOT_FOUND : json(200, found);
  };
  const remove = ({ params }: Call): SimResponse => {
    const job = book.find(params['id']);
    if (job?.kind !== 'personas') return NOT_FOUND;
    job.remove();
    return { status: 204, headers: {}, body: '' };
  };
  const one = '/api/personas/:id/';
  return [
    { method: 'POST', path: '/api/personas/', role: 'create', answer: create(BY_URL) },
    { method: 'POST', path: '/api/personas_v2/', role: 'create', answer: create(BY_FILE) },
    {
      method: 'GET',
      path: '/api/personas/',
      role: 'list',
      answer: (call) => json(200, matching(call)),
    },
    {
      method: 'GET',
      path: '/api/personas/paginated/',
      role: 'list',
      answer: (call) => paged(matching(call), call),
    },
    { method: 'GET', path: '/api/personas_v2/', role: 'list', answer: () => json(200, own()) },
    { method: 'GET', path: one, role: 'get', answer: get },
    { method: 'DELETE', path: one, role: 'delete', answer: remove },
  ];
}

function paged(items: readonly JsonFields[], { request }: Call): SimResponse {
  const page = Number(request.query.get('page') ?? 1);
  const size = Number(request.query.get('page_size') ?? 10);
  const from = (page - 1) * size;
  const results = items.slice(from, from + size);
  if (!(from >= 0) || (results.length === 0 && page !== 1)) {
    return json(404, { detail: 'Invalid page.' });
  }
  return json(200, { count: items.length, next: null, previous: null, results });
}
