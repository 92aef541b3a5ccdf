import type { Call } from '../Call.js';
import type { JobBook } from '../JobBook.js';
import type { JsonFields } from '../JsonFields.js';
import type { KindRules } from '../KindRules.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { uuid } from '../vendorId.js';
import { NOT_FOUND, refused } from './creatifyError.js';
import type { Taken } from './Family.js';
import { list, nullable, required } from './Field.js';
import { anything, text, url } from './fieldTypes.js';
import { linkBody, linkContent } from './linkBody.js';
import { listedJobs } from './listedJobs.js';
import { takenFields } from './takenFields.js';

const NO_MEDIA = 'Link must have at least one image or one video.'; // documented
const NOT_SCRAPED = 'Failed to scrape url: '; // documented

/**
 * A link is there at once and has no status. A script for the next one that ends as `failed` or
 * `rejected` has it refused: the page could not be scraped, or had neither image nor video.
 *
 * @since 0.1.0
 */
export const linkRules: KindRules = {
  words: { queued: [], running: '', succeeded: '', failed: '', rejected: '' },
  typicalMs: [0, 0],
  newId: uuid,
  atOnce: true,
};

const SCRAPED: Taken = { input: { url: required(url(1000)) } };

const DETAILS: Taken = {
  input: {
    title: nullable(text(1000)),
    description: nullable(text()),
    image_urls: list(url()),
    video_urls: list(url()),
    reviews: nullable(anything()),
    logo_url: nullable(url(200)),
  },
};

const CHANGES: Taken = { input: { ...DETAILS.input, url: nullable(url(1000)) } };

/**
 * Links: what Creatify knows of a product, read from its page or told.
 *
 * @param book - the jobs
 * @see https://docs.creatify.ai/use-case/url-to-video
 * @since 0.1.0
 */
export function linkRoutes(book: JobBook): readonly Route[] {
  const body = (job: SimJob) => job.show(linkBody(job));
  const make = (fields: JsonFields, status: number): SimResponse => {
    const script = book.next('links');
    if (script.outcome === 'failed') return refused(NOT_SCRAPED);
    if (script.outcome === 'rejected') return refused(NO_MEDIA);
    return json(status, body(book.add('links', fields, 1, script)));
  };
  const on =
    (taken: Taken, then: (fields: JsonFields, call: Call) => SimResponse) => (call: Call) => {
      const read = takenFields(taken, call.request, book);
      return 'status' in read ? read : then(read.fields, call);
    };
  const find = ({ params }: Call): SimJob | undefined => {
    const job = book.find(params['id']);
    return job?.kind === 'links' ? job : undefined;
  };
  const scrape = on(SCRAPED, (fields) =>
    isReachable(String(fields['url'])) ? make(fields, 201) : refused(NOT_SCRAPED),
  );
  const tell = on(DETAILS, (fields) =>
    isEmpty(fields['image_urls']) && isEmpty(fields['video_urls'])
      ? refused(NO_MEDIA)
      : make({ image_urls: [], video_urls: [], ...fields }, 200),
  );
  const update = on(CHANGES, (fields, call) => {
    const job = find(call);
    job?.patch(fields);
    return job === undefined ? NOT_FOUND : json(200, linkContent(job));
  });
  const get = (call: Call): SimResponse => {
    const job = find(call);
    return job === undefined ? NOT_FOUND : json(200, body(job));
  };
  const all = ({ request }: Call): SimResponse => {
    const links = book.present.filter(({ kind }) => kind === 'links');
    const found = listedJobs(links, request.query);
    return 'errors' in found ? json(400, found.errors) : json(200, found.jobs.map(body));
  };
  const one = '/api/links/:id/';
  return [
    { method: 'POST', path: '/api/links/', role: 'create', answer: scrape },
    { method: 'POST', path: '/api/links/link_with_params/', role: 'create', answer: tell },
    { method: 'GET', path: '/api/links/', role: 'list', answer: all },
    { method: 'GET', path: one, role: 'get', answer: get },
    { method: 'PUT', path: one, role: 'verb', answer: update },
  ];
}

/** A host that never exists cannot be scraped. */
function isReachable(address: string): boolean {
  return !new URL(address).hostname.endsWith('.invalid');
}

function isEmpty(urls: unknown): boolean {
  return !Array.isArray(urls) || urls.length === 0;
}
