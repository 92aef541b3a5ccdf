import { createClient, defineJob, lenient, lenientBody, pathSegment } from 'rushes';
import type { ClientOptions, KeysOf, Vendor } from 'rushes';

const vendor: Vendor<'apiKey'> = {
  provider: 'plain',
  title: 'Plain',
  baseUrl: 'https://plain.example',
  keys: { apiKey: (key) => ['authorization', `Bearer ${key}`] },
};

const jobs = defineJob({
  check: () => [],
  submit: (input: object) => ({ method: 'POST', path: '/jobs', json: input }),
  look: (id) => ({ method: 'GET', path: `/jobs/${pathSegment(id)}` }),
  codec: lenientBody(
    'a job',
    { id: lenient.vendorId, status: lenient.word },
    { url: lenient.webUrl },
  ),
  id: (body) => body.id,
  status: (body) => body.status,
  phases: { running: 'running', succeeded: 'succeeded', failed: 'failed' },
  output: ({ url }) => (url === undefined ? undefined : { url }),
});

/** A vendor of one's own, as a user defines it: no limits, no progress, one job a look. */
export const createPlain = (options: ClientOptions & KeysOf<'apiKey'>) =>
  createClient(vendor, { jobs }, options);
