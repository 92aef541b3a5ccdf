import type { EveryMethod, Method } from './everyMethod.js';
import { METHODS, methodOf } from './everyMethod.js';
import { observe } from '../../engine/observe.js';
import { withArgument } from './mutations.js';
import { goodReplies, play } from './play.js';

/** Requests that may be sent again although they are `POST`s, and why. */
const HARMLESS: Readonly<Record<string, string>> = {
  'sync: generations.estimateCost': 'makes nothing',
  'sync: generations.analyzeCost': 'makes nothing',
  'sync: batches.validate': 'makes nothing: a dry run',
  'sync: assets.upload': 'an address that nobody uses ends by itself',
  'sync: assets.getMany': 'reads, with its ids in the body',
  'sync: projects.attachAsset': 'an asset that is in the project stays so',
  'magic-hour: files.upload': 'an address that nobody uses ends by itself',
  'magic-hour: files.uploadUrls': 'an address that nobody uses ends by itself',
  'aurous: characters.uploads.upload': 'an address that nobody uses ends by itself',
  'aurous: characters.uploads.init': 'an address that nobody uses ends by itself',
  'aurous: characters.uploads.classify': 'tells what it sees, for nothing',
  'aurous: characters.save': 'free, and a saved character stays saved',
  'aurous: images.cancel': 'free, and a canceled job stays canceled',
  'aurous: videos.cancel': 'free, and a canceled job stays canceled',
  'aurous: images.estimate': 'makes nothing',
  'aurous: videos.estimate': 'makes nothing',
};

/**
 * Where the vendor documents that it recognizes a request that is sent again under the same key.
 *
 * @see https://sync.so/docs/api-reference/guides/idempotency (read 2026-11-22)
 * @see https://docs.aurous-labs.com/idempotency (read 2026-11-22)
 */
const RECOGNIZED = [
  'sync: generations.run',
  'sync: generations.submit',
  'sync: ttsJobs.run',
  'sync: ttsJobs.submit',
  'aurous: images.run',
  'aurous: images.submit',
  'aurous: videos.run',
  'aurous: videos.submit',
  'aurous: characters.resynthesize',
  'aurous: characters.regenerateRef',
  'aurous: files.create',
];

/** As both lists name it. */
export const nameOf = ({ client, path }: EveryMethod): string => `${client.provider}: ${path}`;

/** Whether a lost answer may be asked for again under the vendor's own key. */
export const isRecognized = (method: EveryMethod): boolean => RECOGNIZED.includes(nameOf(method));

/** The verbs of HTTP that a method uses, one for each request, where nothing goes wrong. */
export function verbsOf(method: EveryMethod): readonly string[] {
  const { call, time, sent } = play(method.client, goodReplies(method));
  observe(call(method), time);
  time.flush();
  return sent.map((request) => request.method);
}

const posting = METHODS.filter((method) => verbsOf(method)[0] === 'POST');

/** Every method that costs, or makes something anew each time. */
export const PAYING: readonly EveryMethod[] = posting.filter(
  (method) => HARMLESS[nameOf(method)] === undefined,
);

/** What both lists name although no method is called so, or it sends no `POST`. */
export const STALE: readonly string[] = [...Object.keys(HARMLESS), ...RECOGNIZED].filter(
  (name) => !posting.some((method) => nameOf(method) === name),
);

/** The arguments of a sample with options behind them, where the method takes some. */
export function withOptions(method: EveryMethod, options: object): readonly unknown[] {
  const { args, client } = method;
  const { length }: Method = methodOf(client.open(client.vault.keys, {}), method);
  return length > Math.max(1, args.length) ? withArgument(args, length - 1, options) : args;
}
