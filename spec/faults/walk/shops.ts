import { createClient, defineJob, lenient, lenientBody } from 'rushes';
import type { ClientOptions, JobSnapshot } from 'rushes';
import { plainErrorOf } from '../../../src/contract/plainErrorOf.js';
import type { Desk, Methods } from '../bench/desks.js';
import { DESKS } from '../bench/desks.js';
import type { ShopName } from './Story.js';

/** A job as the vendor's list shows it. */
export interface Item {
  readonly id: unknown;
  readonly order: string;
  readonly createdAt: number;
  readonly word: string;
}

/** What a walk has to know of a vendor. */
export interface Shop {
  readonly name: ShopName;
  readonly origin: string;
  readonly words: Desk['words'];
  readonly createPath: string;
  readonly open: (options: ClientOptions) => Methods;
  /** The shortest body of a job. */
  readonly body: (id: unknown, word: string) => object;
  readonly refusal: (code: string, message: string) => object;
  /** Whether the vendor recognizes the key of a create that is sent again. */
  readonly knowsKeys: boolean;
  /** Marked keys. */
  readonly keys: readonly string[];
  /** The vendor's list of jobs, if it has one. */
  readonly list?: {
    readonly path: string;
    readonly body: (items: readonly Item[]) => unknown;
  };
}

/** The path of a look, without its id. */
export const LOOK_PATHS: Readonly<Record<ShopName, RegExp>> = {
  creatify: /^\/api\/aurora\/([^/]+)\/$/,
  sync: /^\/v2\/generate\/([^/]+)$/,
  magicHour: /^\/v1\/video-projects\/([^/]+)$/,
  aurous: /^\/v1\/characters\/([^/]+)$/,
  own: /^\/cuts\/([^/]+)$/,
};

const moment = (at: number): string => new Date(at).toISOString();

function shopOf(desk: Desk, list?: Shop['list']): Shop {
  const { body, createPath, knowsKeys, open, vault, vendor, words } = desk;
  return {
    name: vendor,
    origin: vault.origin,
    words,
    createPath,
    open,
    body: (id, word) => ({ ...body('', word), id }),
    refusal: vault.refusal,
    knowsKeys,
    keys: Object.values(vault.keys),
    ...(list === undefined ? {} : { list }),
  };
}

const { creatify, sync, magicHour, aurous } = DESKS;

const CUTTER_KEY = 'canary.cutter.7f3a91c25e60d84b19';

const cuts = defineJob({
  submit: (input: { readonly title: string }) => ({ method: 'POST', path: '/cuts', json: input }),
  look: (id: string) => ({ method: 'GET', path: `/cuts/${id}` }),
  codec: lenientBody(
    'a cut',
    { id: lenient.vendorId, state: lenient.word },
    { film: lenient.webUrl, made: lenient.moment, title: lenient.text },
  ),
  id: (body) => body.id,
  status: (body) => body.state,
  phases: { cutting: 'running', done: 'succeeded', broken: 'failed' },
  output: (body) => (body.film === undefined ? undefined : { film: body.film }),
  createdAt: (body) => body.made,
  errorOf: plainErrorOf,
  idempotency: { header: 'X-Once', inProgress: ({ code }) => code === 'busy' },
  search: {
    list: {
      check: () => [],
      request: () => ({ method: 'GET', path: '/cuts' }),
      bodies: (json) => (Array.isArray(json) ? json : undefined),
    },
    query: {},
    echoes: ['title'],
  },
});

const FILM = 'https://files.cutter.example/film.mp4';

const own: Shop = {
  name: 'own',
  origin: 'https://cutter.example',
  words: { running: 'cutting', failed: 'broken', done: 'done' },
  createPath: '/cuts',
  open: (options) => {
    const client = createClient(
      {
        provider: 'cutter',
        title: 'Cutter',
        baseUrl: 'https://cutter.example',
        keys: { apiKey: (key) => ['X-Key', key] },
      },
      { cuts },
      { apiKey: CUTTER_KEY, ...options },
    );
    return {
      client,
      run: (title, how) => client.cuts.run({ title }, how),
      watch: (id, how) => client.cuts.watch(id, how),
      get: (id) => client.cuts.get(id),
    };
  },
  body: (id, state) => ({ id, state, ...(state === 'done' ? { film: FILM } : {}) }),
  refusal: (code, message) => ({ code, message }),
  knowsKeys: true,
  keys: [CUTTER_KEY],
  list: {
    path: '/cuts',
    body: (items) =>
      items.map(({ id, word, createdAt, order }) => ({
        ...own.body(id, word),
        made: moment(createdAt),
        title: order,
      })),
  },
};

/** All vendors of the walks. */
export const SHOPS: Readonly<Record<ShopName, Shop>> = {
  creatify: shopOf(creatify, {
    path: creatify.createPath,
    body: (items) =>
      items.map(({ id, word, createdAt }) => ({
        ...creatify.body('', word),
        id,
        created_at: moment(createdAt),
      })),
  }),
  sync: shopOf(sync, {
    path: '/v2/generations',
    body: (items) =>
      items.map(({ id, word, createdAt }) => ({
        ...sync.body('', word),
        id,
        createdAt: moment(createdAt),
        model: 'lipsync-2',
      })),
  }),
  magicHour: shopOf(magicHour),
  aurous: shopOf(aurous, {
    path: aurous.createPath,
    body: (items) => ({
      data: items.map(({ id, word, createdAt, order }) => ({
        ...aurous.body('', word),
        id,
        created_at: moment(createdAt),
        name: order,
      })),
      has_more: false,
    }),
  }),
  own,
};

/** What a stream of a walk shows. */
export type Shown = JobSnapshot<unknown>;
