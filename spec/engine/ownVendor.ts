import type { ClientOptions } from 'rushes';
import { createClient, defineJob, lenient, lenientBody } from 'rushes';
import { plainErrorOf } from '../../src/contract/plainErrorOf.js';
import type { Stage } from './stage.js';

/** What the made-up vendor of these specs makes a cut of. */
export interface CutInput {
  readonly title: string;
}

const Cut = lenientBody(
  'a cut',
  { id: lenient.vendorId, state: lenient.word },
  { draft: lenient.webUrl, film: lenient.webUrl, code: lenient.text },
);

const columns = {
  codec: Cut,
  look: (id: string) => ({ method: 'GET', path: `/cuts/${id}` }) as const,
  id: (body: { readonly id: string }) => body.id,
  status: (body: { readonly state: string }) => body.state,
  phases: {
    waiting: 'queued',
    cutting: 'running',
    stopped: 'needs-action',
    done: 'succeeded',
    broken: 'failed',
  },
} as const;

/** Cuts: a draft first, which keeps the word `waiting`, or the whole film at once. */
export const cuts = defineJob({
  ...columns,
  submit: (input: CutInput) => ({ method: 'POST', path: '/cuts', json: input }),
  goesOn: true,
  awaits: (body) => body.state !== 'cutting' && body.draft !== undefined,
  preview: (body) => body.draft,
  actions: ['render'],
  output: (body) => (body.film === undefined ? undefined : { film: body.film }),
  failure: (body) => (body.code === undefined ? undefined : { code: body.code, message: '' }),
  failures: {
    request: { method: 'GET', path: '/codes', anonymous: true },
    decode: (json) => ({
      _tag: 'Right',
      right: new Map(Object.entries(json as Readonly<Record<string, { message: string }>>)),
    }),
  },
  errorOf: (response) => ({
    ...plainErrorOf(response),
    slotsFull: response.status === 429 && response.body.includes('too many jobs'),
  }),
  list: {
    check: () => [],
    request: ({ page }: { readonly page?: number }) => ({
      method: 'GET',
      path: '/cuts',
      query: { page },
    }),
    bodies: (json) => json as readonly unknown[],
  },
  verbs: {
    render: {
      request: (id) => ({ method: 'POST', path: `/cuts/${id}/render` }),
      paid: true,
      goesOn: true,
    },
    redo: {
      request: (id, input: { readonly title: string }) => ({
        method: 'POST',
        path: `/cuts/${id}/redo`,
        json: input,
      }),
      paid: true,
      makesJob: true,
    },
  },
});

/** The same jobs, made to stop at their draft. */
export const drafts = defineJob({
  ...cuts,
  kind: 'cuts',
  submit: (input: CutInput) => ({ method: 'POST', path: '/drafts', json: input }),
  goesOn: false,
});

/** A client of the made-up vendor on a stage. */
export const ownClient = ({ port, store, time, told }: Stage, more: ClientOptions = {}) =>
  createClient(
    {
      provider: 'cutter',
      title: 'Cutter',
      baseUrl: 'https://cutter.example',
      keys: { apiKey: (key) => ['X-Key', key] },
    },
    { cuts, drafts },
    {
      apiKey: 'canary-key-9d2e6c',
      http: port,
      store,
      scheduler: time.scheduler,
      random: () => 0.5,
      diagnostics: (event) => void told.push(event),
      ...more,
    },
  );

/** A body of a cut. */
export const cut = (state: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id: 'cut-1',
  state,
  ...(state === 'done' ? { film: 'https://files.cutter.example/film.mp4' } : {}),
  ...more,
});

/** Where drafts lie. */
export const DRAFT = 'https://files.cutter.example/draft.mp4';
