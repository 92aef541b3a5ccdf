import type { JobBook } from '../JobBook.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimJob } from '../SimJob.js';
import { uuid } from '../vendorId.js';
import type { FieldErrors } from './Field.js';

const SAMPLE = {
  title: 'Harbour Lantern',
  description: 'A lantern that floats.',
  image_urls: ['https://example.com/lantern-front.jpg', 'https://example.com/lantern-side.jpg'],
  video_urls: [],
  reviews: null,
  logo_url: null,
};

/**
 * A link as `GET /api/links/{id}/` shows it. Jobs take the outer `id`.
 *
 * @param job - the link
 * @see https://docs.creatify.ai/api-reference/links/post-apilinks
 * @since 0.1.0
 */
export function linkBody(job: SimJob): JsonFields {
  const link = linkContent(job);
  return { id: job.id, url: link['url'], link, credits_used: 1 };
}

/**
 * What a link holds: all that the answer to a change shows.
 *
 * @param job - the link
 * @see https://docs.creatify.ai/api-reference/links/put-apilinks-
 * @since 0.1.0
 */
export function linkContent(job: SimJob): JsonFields {
  const { fields } = job;
  return {
    id: innerId(job),
    ai_industry: 'Home & Garden',
    ai_target_audiences: ['People who spend evenings outside'],
    url: fields['url'] ?? `https://example.com/products/${job.id}`,
    ...Object.fromEntries(
      Object.entries(SAMPLE).map(([name, sample]) => [name, fields[name] ?? sample]),
    ),
    ai_summary: 'A floating lantern for gardens and harbours.',
  };
}

/**
 * What is wrong with the link of a request: the inner id is none that a job takes. An id that was
 * never made here may be that of an older link.
 *
 * @param fields - of the request
 * @param book - the jobs
 * @since 0.1.0
 */
export function linkErrors(fields: JsonFields, book: JobBook): FieldErrors | undefined {
  const id = String(fields['link']);
  const links = book.present.filter(({ kind }) => kind === 'links');
  if (!links.some((job) => innerId(job) === id)) return undefined;
  return { link: [`Invalid pk "${id}" - object does not exist.`] };
}

function innerId(job: SimJob): string {
  return uuid(job.random('link'));
}
