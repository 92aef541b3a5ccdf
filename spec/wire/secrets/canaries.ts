import { inspect } from 'node:util';
import type { Observable } from 'rxjs';
import { firstValueFrom } from 'rxjs';
import type {
  Client,
  ClientOptions,
  DiagnosticEvent,
  Either,
  JobError,
  JobStore,
  RunOptions,
} from 'rushes';
import { fixed, isLeft } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import { memoryStore } from '../../../src/stores/memoryStore.js';

/** Every key is one of these: long enough to be cut, and of no form that looks like a key. */
const canary = (name: string): string => `canary.${name}.7f3a91c25e60d84b19`;

/** In the query of every signed URL. */
export const URL_CANARY = 'signed.canary.5d02c7';

type Events = Observable<Either<JobError, unknown>>;

/** One vendor's client under watch, and what may be done with it. */
export interface Guarded {
  readonly client: Client<unknown>;
  readonly run: (options?: RunOptions) => Events;
  readonly watch: () => Events;
  readonly get: () => Events;
  readonly list?: () => Events;
  readonly remove?: () => Events;
  /** Another method that pays, or that needs no key. */
  readonly more?: (options: RunOptions) => Events;
}

/** A vendor, its keys, and how to make a client with them. */
export interface Vault {
  readonly vendor: string;
  readonly origin: string;
  /** By the client's option. */
  readonly keys: Readonly<Record<string, string>>;
  /** A job's id. */
  readonly id: string;
  /** The body of a job, with the vendor's status word, and with a reason. */
  readonly body: (status: string, reason?: string) => object;
  /** The vendor's words for a job that runs, failed, is done. */
  readonly words: readonly [running: string, failed: string, done: string];
  /** An error answer in the vendor's shape. */
  readonly refusal: (code: string, message: string) => object;
  readonly open: (options: ClientOptions & { readonly keys?: object }) => Guarded;
}

const SIGNED = `https://files.example/a.mp4?Signature=${URL_CANARY}`;
const MEDIA = {
  face: `https://media.example/face.mp4?Signature=${URL_CANARY}`,
  voice: `https://media.example/voice.mp3?Signature=${URL_CANARY}`,
};

const CREATIFY_KEYS = { apiId: canary('creatify-id'), apiKey: canary('creatify-key') };
const SYNC_KEYS = { apiKey: canary('sync') };
const MAGIC_HOUR_KEYS = { apiKey: canary('magic-hour') };
const AUROUS_KEYS = { apiKey: canary('aurous') };

/** All four vendors. */
export const VAULTS: readonly Vault[] = [
  {
    vendor: 'Creatify',
    origin: 'https://api.creatify.ai',
    keys: CREATIFY_KEYS,
    id: 'a1',
    body: (status, failed_reason = '') => ({
      id: 'a1',
      status,
      failed_reason,
      video_output: status === 'done' ? SIGNED : null,
    }),
    words: ['running', 'failed', 'done'],
    refusal: (code, detail) => ({ code, detail }),
    open: ({ keys, ...options }) => {
      const client = createCreatify({ ...CREATIFY_KEYS, ...keys, ...options });
      const input = { image: MEDIA.face, audio: MEDIA.voice, webhook_url: MEDIA.voice };
      return {
        client,
        run: (how) => client.aurora.run(input, how),
        watch: () => client.aurora.watch('a1'),
        get: () => client.aurora.get('a1'),
        list: () => client.aurora.list(),
      };
    },
  },
  {
    vendor: 'sync.so',
    origin: 'https://api.sync.so',
    keys: SYNC_KEYS,
    id: 'a1',
    body: (status, error = '') => ({
      id: 'a1',
      status,
      error,
      errorCode: error,
      outputUrl: status === 'COMPLETED' ? SIGNED : null,
    }),
    words: ['PROCESSING', 'FAILED', 'COMPLETED'],
    refusal: (errorCode, message) => ({
      errorCode,
      message,
      requestId: message,
      suggestion: message,
    }),
    open: ({ keys, ...options }) => {
      const client = createSync({ ...SYNC_KEYS, ...keys, ...options });
      const input = [
        { type: 'video', url: MEDIA.face },
        { type: 'audio', url: MEDIA.voice },
      ] as const;
      return {
        client,
        run: (how) => client.generations.run({ model: 'lipsync-2', input }, how),
        watch: () => client.generations.watch('a1', { progress: true }),
        get: () => client.generations.get('a1'),
        list: () => client.generations.list(),
        remove: () => client.generations.remove('a1'),
        more: () => client.errors(),
      };
    },
  },
  {
    vendor: 'Magic Hour',
    origin: 'https://api.magichour.ai',
    keys: MAGIC_HOUR_KEYS,
    id: 'a1',
    body: (status, message) => ({
      id: 'a1',
      status,
      error: message === undefined ? null : { code: message, message },
      downloads: status === 'complete' ? [{ url: SIGNED }] : [],
    }),
    words: ['rendering', 'error', 'complete'],
    refusal: (code, message) => ({ code, message }),
    open: ({ keys, ...options }) => {
      const client = createMagicHour({ ...MAGIC_HOUR_KEYS, ...keys, ...options });
      const assets = {
        video_source: 'file',
        video_file_path: MEDIA.face,
        audio_file_path: MEDIA.voice,
      } as const;
      return {
        client,
        run: (how) => client.lipSync.run({ start_seconds: 0, end_seconds: 1, assets }, how),
        watch: () => client.videos.watch('a1'),
        get: () => client.videos.get('a1'),
        remove: () => client.videos.remove('a1'),
      };
    },
  },
  {
    vendor: 'Aurous Labs',
    origin: 'https://api.aurous-labs.com',
    keys: AUROUS_KEYS,
    id: 'a1',
    body: (status, error_message) => ({
      id: 'a1',
      status,
      error_message,
      refs: status === 'ready' ? [{ pose: 'front', url: SIGNED }] : [],
    }),
    words: ['synthesizing', 'failed', 'ready'],
    refusal: (code, message) => ({
      error: { type: code, code, message, param: message, doc_url: message, request_id: message },
    }),
    open: ({ keys, ...options }) => {
      const client = createAurous({ ...AUROUS_KEYS, ...keys, ...options });
      return {
        client,
        run: (how) => client.characters.run({ name: 'Aurora' }, how),
        watch: () => client.characters.watch('a1'),
        get: () => client.characters.get('a1'),
        list: () => client.characters.list(),
        remove: () => client.characters.remove('a1'),
        more: (how) => client.characters.resynthesize('a1', {}, how),
      };
    },
  },
];

/** Every key of every vendor. */
export const KEYS: readonly string[] = VAULTS.flatMap(({ keys }) => Object.values(keys));

/** A secret as it is, without its ends, and as a URL or JSON would write it. */
const sightsOfSecret = (secret: string): readonly string[] => [
  secret.slice(0, 20),
  secret.slice(-12),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').slice(0, 20),
];

/** Where any of the secrets, or half of one, can be seen in the value: one line each. */
export function leaksIn(
  what: string,
  value: unknown,
  secrets: readonly string[] = [...KEYS, URL_CANARY],
): readonly string[] {
  const shown = sightsOf(value);
  return secrets
    .flatMap(sightsOfSecret)
    .filter((sight) => shown.includes(sight))
    .map((sight) => {
      const at = shown.indexOf(sight);
      return `${what} shows ${shown.slice(Math.max(0, at - 60), at + 60)}`;
    });
}

/** Whatever a log, a debugger or a serializer could show of a value. */
function sightsOf(value: unknown): string {
  const seen: string[] = [
    inspect(value, {
      depth: Infinity,
      showHidden: true,
      maxArrayLength: null,
      maxStringLength: null,
    }),
    String(value),
    JSON.stringify(value) ?? '',
  ];
  for (let error: unknown = value; error instanceof Error; error = error.cause) {
    const fields = Object.getOwnPropertyNames(error).map((name) =>
      String((error as unknown as Record<string, unknown>)[name]),
    );
    seen.push(String(error.stack), error.message, JSON.stringify(error), ...fields);
    seen.push(inspect(structuredClone(error), { depth: Infinity }));
  }
  return seen.join('\n');
}

/** Fails where any secret, or half of one, can be seen in the value. */
export function expectNoSecret(what: string, value: unknown): void {
  expect(leaksIn(what, value)).toEqual([]);
}

/** A client under watch, with all that it tells and writes. */
export interface Watched extends Guarded {
  readonly told: readonly DiagnosticEvent[];
  readonly store: JobStore;
  /** Runs a stream to its end, keeping what it gave. */
  readonly collect: (stream$: Events) => Promise<readonly Either<JobError, unknown>[]>;
  /** Checks everything that can be got hold of. */
  readonly expectNoSecrets: () => Promise<void>;
}

/** Opens a client of a vendor and watches over its secrets. */
export function watchOver(
  vault: Vault,
  options: ClientOptions & { readonly keys?: object } = {},
): Watched {
  const told: DiagnosticEvent[] = [];
  const store = memoryStore();
  const guarded = vault.open({
    store,
    cadence: fixed(1),
    random: () => 0.001,
    diagnostics: (event) => void told.push(event),
    ...options,
  });
  const streams: Events[] = [];
  const events: Either<JobError, unknown>[] = [];
  const collect = (stream$: Events): Promise<readonly Either<JobError, unknown>[]> =>
    new Promise((resolve, reject) => {
      streams.push(stream$);
      const own: Either<JobError, unknown>[] = [];
      stream$.subscribe({
        next: (event) => {
          own.push(event);
          events.push(event);
        },
        error: reject,
        complete: () => resolve(own),
      });
    });
  const expectNoSecrets = async (): Promise<void> => {
    for (const event of events) {
      if (isLeft(event)) expectNoSecret(`the error ${event.left._tag}`, event.left);
      else expectNoSecret('the reference', (event.right as { readonly ref?: unknown })?.ref);
    }
    expectNoSecret('the client', guarded.client);
    expectNoSecret('a stream', streams);
    expectNoSecret('the diagnostics', told);
    expectNoSecret('the store', await firstValueFrom(store.list('')));
  };
  return { ...guarded, told, store, collect, expectNoSecrets };
}
