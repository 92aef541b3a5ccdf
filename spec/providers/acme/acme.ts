import type { ClientOptions, KeysOf, Vendor } from 'rushes';
import { assetOf, createClient, defineCall, defineJob, jobFailure, pathSegment } from 'rushes';
import { inputRules, lenient, lenientBody, optional, required, valueRules } from 'rushes';

/** Acme, which makes clips of prompts. @see https://docs.acme.example/auth (read 2026-11-22) */
export const vendor: Vendor<'apiKey'> = {
  provider: 'acme',
  title: 'Acme',
  baseUrl: 'https://api.acme.example',
  keys: { apiKey: (key) => ['X-Acme-Key', key] },
};

/** What Acme makes a clip of. @see https://docs.acme.example/clips (read 2026-11-22) */
export interface ClipInput {
  /** What is to be seen, 1 to 500 characters. */
  readonly prompt: string;
  /** Where Acme is to report the end: https only. */
  readonly callback_url?: string;
}

/** Clips, which can be made longer. @see https://docs.acme.example/clips (read 2026-11-22) */
export const clips = defineJob({
  check: inputRules<ClipInput>({
    prompt: required(valueRules.text({ min: 1, max: 500 })),
    callback_url: optional(valueRules.webUrl({ httpsOnly: true })),
  }),
  submit: (input: ClipInput) => ({ method: 'POST', path: '/clips', json: input }),
  look: (id) => ({ method: 'GET', path: `/clips/${pathSegment(id)}` }),
  remove: (id) => ({ method: 'DELETE', path: `/clips/${pathSegment(id)}` }),
  buckets: { look: { name: 'reads', perMinute: 60, burst: 60 } },

  codec: lenientBody(
    'a clip',
    { id: lenient.vendorId, state: lenient.word },
    { url: lenient.webUrl, percent: lenient.numeric, reason: lenient.text },
  ),
  id: (body) => body.id,
  status: (body) => body.state,
  phases: {
    waiting: 'queued', // documented
    drawing: 'running', // documented
    finished: 'succeeded', // documented
    broken: 'failed', // documented
  },
  output: ({ url }) => (url === undefined ? undefined : { url }),
  assets: ({ url }) => assetOf(url, 'video', 'url'),
  progress: (body) => body.percent,
  progressScale: 'percent',
  failure: (body) => jobFailure(body.reason),

  list: {
    check: () => [],
    request: (query: { readonly cursor?: string }) => ({
      method: 'GET',
      path: '/clips',
      query: { ...query },
    }),
    bodies: (json) => (Array.isArray(json) ? json : undefined),
  },
  verbs: {
    extend: {
      request: (id, input: { readonly seconds: number }) => ({
        method: 'POST',
        path: `/clips/${pathSegment(id)}/extend`,
        json: input,
      }),
      paid: true,
      makesJob: true,
    },
  },
});

/** The styles that prompts can name. @see https://docs.acme.example/styles (read 2026-11-22) */
export const styles = defineCall({
  request: () => ({ method: 'GET', path: '/styles' }),
  answer: lenient.listOf(lenient.filled),
});

/** Makes a client of Acme. */
export const createAcme = (options: ClientOptions & KeysOf<'apiKey'>) =>
  createClient(vendor, { clips, styles }, options);
