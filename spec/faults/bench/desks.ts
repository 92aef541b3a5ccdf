import type { Observable } from 'rxjs';
import type { Client, ClientOptions, Either, JobError, JobSnapshot } from 'rushes';
import type { RunOptions, WatchOptions } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import type { VendorName } from 'rushes/testing';
import { auroraBody, characterBody, generationBody, videoBody } from '../../engine/bodies.js';
import type { Vault } from '../../wire/secrets/canaries.js';
import { URL_CANARY, VAULTS } from '../../wire/secrets/canaries.js';

export type Jobs = Observable<Either<JobError, JobSnapshot<unknown>>>;

/** What may be done at every vendor. */
export interface Methods {
  readonly client: Client<unknown>;
  /** Buys a job; every order is written into the input, so that the vendor knows it again. */
  readonly run: (order: string, options?: RunOptions) => Jobs;
  readonly watch: (id: string, options?: WatchOptions) => Jobs;
  readonly get: (id: string) => Jobs;
}

/** One vendor: its client with marked keys, and how it speaks. */
export interface Desk {
  readonly vendor: VendorName;
  /** What the key's headers bear. */
  readonly vault: Vault;
  readonly open: (options: ClientOptions) => Methods;
  /** The path of the create that `run` sends. */
  readonly createPath: string;
  /** The path of a look at a job. */
  readonly lookPath: (id: string) => string;
  readonly body: (id: string, word: string) => object;
  /** The vendor's words for a job that runs, failed, is done. */
  readonly words: { readonly running: string; readonly failed: string; readonly done: string };
  /** Whether this create recognizes a key that was sent before. */
  readonly knowsKeys: boolean;
}

const fileOf = (order: string, name: string): string =>
  `https://media.example/${order}/${name}?Signature=${URL_CANARY}`;

type Facts = Omit<Desk, 'vendor' | 'vault' | 'words'>;

const FACTS: Readonly<Record<VendorName, readonly [title: string, (vault: Vault) => Facts]>> = {
  creatify: [
    'Creatify',
    ({ keys }) => ({
      open: (options) => {
        const client = createCreatify({
          ...(keys as { apiId: string; apiKey: string }),
          ...options,
        });
        const { aurora } = client;
        return {
          client,
          run: (order, how) =>
            aurora.run({ image: fileOf(order, 'a.png'), audio: fileOf(order, 'a.mp3') }, how),
          watch: (id, how) => aurora.watch(id, how),
          get: (id) => aurora.get(id),
        };
      },
      createPath: '/api/aurora/',
      lookPath: (id) => `/api/aurora/${id}/`,
      body: (id, word) => ({ ...auroraBody(word), id }),
      knowsKeys: false,
    }),
  ],
  sync: [
    'sync.so',
    ({ keys }) => ({
      open: (options) => {
        const client = createSync({ ...(keys as { apiKey: string }), ...options });
        const { generations } = client;
        return {
          client,
          run: (order, how) => {
            const input = [
              { type: 'video', url: fileOf(order, 'a.mp4') },
              { type: 'audio', url: fileOf(order, 'a.wav') },
            ] as const;
            return generations.run({ model: 'lipsync-2', input }, how);
          },
          // Without a hold, so that every vendor is looked at in the same way.
          watch: (id, how) => generations.watch(id, { progress: true, ...how }),
          get: (id) => generations.get(id),
        };
      },
      createPath: '/v2/generate',
      lookPath: (id) => `/v2/generate/${id}`,
      body: (id, word) => ({ ...generationBody(word), id }),
      knowsKeys: true,
    }),
  ],
  magicHour: [
    'Magic Hour',
    ({ keys }) => ({
      open: (options) => {
        const client = createMagicHour({ ...(keys as { apiKey: string }), ...options });
        return {
          client,
          run: (order, how) => {
            const assets = {
              video_source: 'file',
              video_file_path: fileOf(order, 'a.mp4'),
              audio_file_path: fileOf(order, 'a.mp3'),
            } as const;
            return client.lipSync.run({ start_seconds: 0, end_seconds: 5, assets }, how);
          },
          watch: (id, how) => client.videos.watch(id, how),
          get: (id) => client.videos.get(id),
        };
      },
      createPath: '/v1/lip-sync',
      lookPath: (id) => `/v1/video-projects/${id}`,
      body: (id, word) => ({ ...videoBody(word), id }),
      knowsKeys: false,
    }),
  ],
  aurous: [
    'Aurous Labs',
    ({ keys }) => ({
      open: (options) => {
        const client = createAurous({ ...(keys as { apiKey: string }), ...options });
        return {
          client,
          run: (order, how) => client.characters.run({ name: order }, how),
          watch: (id, how) => client.characters.watch(id, how),
          get: (id) => client.characters.get(id),
        };
      },
      createPath: '/v1/characters',
      lookPath: (id) => `/v1/characters/${id}`,
      body: (id, word) => ({ ...characterBody(word), id }),
      knowsKeys: false,
    }),
  ],
};

function deskOf(vendor: VendorName): Desk {
  const [title, factsOf] = FACTS[vendor];
  const vault = VAULTS.find((candidate) => candidate.vendor === title);
  if (vault === undefined) throw new Error(`there are no marked keys of ${title}`);
  const [running, failed, done] = vault.words;
  return { vendor, vault, words: { running, failed, done }, ...factsOf(vault) };
}

/** All four vendors. */
export const VENDORS = Object.keys(FACTS) as readonly VendorName[];

/** Every vendor's desk. */
export const DESKS = Object.fromEntries(
  VENDORS.map((vendor) => [vendor, deskOf(vendor)]),
) as Readonly<Record<VendorName, Desk>>;
