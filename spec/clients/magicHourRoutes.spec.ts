import type { Observable } from 'rxjs';
import type { Either, JobError, JobEvent } from 'rushes';
import type { MagicHour, MagicHourOptions } from 'rushes/magic-hour';
import { createMagicHour } from 'rushes/magic-hour';
import { fixture } from '../fixtures/fixture.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, onlyOf, QUICK, replay, rightOf, wordsOf } from './routeTable.js';

const DOOR: Door = {
  origin: 'https://api.magichour.ai',
  headers: { authorization: 'Bearer a-key-9d2e6c' },
};

const magicHour = (options: Partial<MagicHourOptions> = {}) =>
  createMagicHour({ apiKey: 'a-key-9d2e6c', ...QUICK, ...options });

const body = (name: string, changes: object = {}): unknown => ({
  ...(fixture(`magicHour/${name}`) as object),
  ...changes,
});
const post = (path: string, requestBody: unknown, answer: unknown): Route => ({
  method: 'POST',
  path,
  requestBody,
  status: 200,
  body: answer,
});
const get = (path: string, answer: unknown, status = 200): Route => ({
  method: 'GET',
  path,
  status,
  body: answer,
});

const PICTURE = { image_file_path: 'https://media.example/face.png' };
const SPEECH = { prompt: 'Good morning', voice_name: 'Gandalf' };
const SCENE = { target_file_path: 'https://media.example/scene.mp4' };

interface Passage {
  readonly run: (client: MagicHour) => Observable<JobEvent<unknown>>;
  readonly routes: readonly Route[];
  readonly words: readonly string[];
  readonly last: object;
}

const image = (name: string, changes: object = {}) =>
  get('/v1/image-projects/cuid-example', body(`image/${name}`, changes));
const audio = (name: string, changes: object = {}) =>
  get('/v1/audio-projects/cuid-example', body(`audio/${name}`, changes));
const faces = (name: string, changes: object = {}) =>
  get('/v1/face-detection/uuid-example', body(`faceDetection/${name}`, changes));
const upscale = post(
  '/v1/ai-image-upscaler',
  { scale_factor: 4, assets: PICTURE },
  body('created', { credits_charged: 200 }),
);
const speak = post('/v1/ai-voice-generator', { style: SPEECH }, body('created.older'));
const detect = post('/v1/face-detection', { assets: SCENE }, body('faceDetection/created'));

const runUpscale: Passage['run'] = (client) =>
  client.aiImageUpscaler.run({ scale_factor: 4, assets: PICTURE });
const runSpeak: Passage['run'] = (client) => client.aiVoiceGenerator.run({ style: SPEECH });
const runDetect: Passage['run'] = (client) => client.faceDetection.run({ assets: SCENE });

const PASSAGES: Readonly<Record<string, Passage>> = {
  'an image, so fast that nobody sees it render': {
    run: runUpscale,
    routes: [upscale, image('queued'), image('complete')],
    words: ["queued ''", 'queued queued', 'succeeded complete 1'],
    last: { output: { type: 'AI_IMAGE', image_count: 1 }, credits: 5 },
  },
  'an image whose four files come together': {
    run: runUpscale,
    routes: [upscale, image('rendering'), image('several')],
    words: ["queued ''", 'running rendering', 'succeeded complete 1'],
    last: { output: { image_count: 4 }, assets: { length: 4 }, credits: 20 },
  },
  'an image whose files come a look later': {
    run: runUpscale,
    routes: [upscale, image('complete', { downloads: [] }), image('complete')],
    words: ["queued ''", 'running complete', 'succeeded complete 1'],
    last: {},
  },
  'an image that fails': {
    run: runUpscale,
    routes: [upscale, image('error')],
    words: ["queued ''", 'failed error'],
    last: { failure: { code: 'no_source_face' }, credits: 0 },
  },
  'an image that is deleted on the way': {
    run: runUpscale,
    routes: [upscale, image('rendering'), image('deleted')],
    words: ["queued ''", 'running rendering', 'gone complete'],
    last: { assets: [] },
  },
  'a recording': {
    run: runSpeak,
    routes: [speak, audio('rendering'), audio('complete')],
    words: ["queued ''", 'running rendering', 'succeeded complete 1'],
    last: { output: { type: 'VOICE_GENERATOR' }, assets: [{ type: 'audio' }], credits: 2 },
  },
  'a recording that is canceled': {
    run: runSpeak,
    routes: [speak, audio('canceled')],
    words: ["queued ''", 'canceled canceled'],
    last: {},
  },
  'faces, one after the other': {
    run: runDetect,
    routes: [detect, faces('queued'), faces('rendering'), faces('complete')],
    words: ["queued ''", 'queued queued', 'running rendering', 'succeeded complete 1'],
    last: {
      output: { faces: [{ path: 'api-assets/id/0-0.png' }, { path: 'api-assets/id/0-1.png' }] },
      assets: [{ role: 'face' }, { role: 'face' }],
      credits: 0,
    },
  },
  'a picture without faces': {
    run: runDetect,
    routes: [detect, faces('complete', { faces: [] })],
    words: ["queued ''", 'succeeded complete 1'],
    last: { output: { faces: [] }, assets: [] },
  },
  'a detection that fails for no reason': {
    run: runDetect,
    routes: [detect, faces('error')],
    words: ["queued ''", 'failed error'],
    last: { failure: { message: '' } },
  },
};

describe('what is no video', () => {
  it.each(Object.entries(PASSAGES))('%s', async (_name, { run, routes, words, last }) => {
    const events = await replay(DOOR, routes, () => eventsOf(run(magicHour())));
    expect(wordsOf(events)).toEqual(words);
    expect(rightOf(events.at(-1))).toMatchObject(last);
  });
});

describe('images and audios', () => {
  it.each(['images', 'audios'] as const)(
    '%s are removed, and count as removed where they are not',
    async (family) => {
      const path = `/v1/${family.slice(0, -1)}-projects/cuid-example`;
      for (const status of [204, 404]) {
        const route: Route = {
          method: 'DELETE',
          path,
          status,
          body: status === 204 ? '' : { message: 'Not Found' },
        };
        const event = await replay(DOOR, [route], () =>
          onlyOf(magicHour()[family].remove('cuid-example')),
        );
        expect(rightOf(event)).toBeUndefined();
      }
    },
  );

  it.each(['images', 'audios', 'faceDetection'] as const)(
    '%s that nobody ever saw end as NotFound',
    async (family) => {
      const id = 'cuid-example';
      const path =
        family === 'faceDetection'
          ? `/v1/face-detection/${id}`
          : `/v1/${family.slice(0, -1)}-projects/${id}`;
      const [event] = await replay(DOOR, [get(path, { message: 'Not Found' }, 404)], () =>
        eventsOf(magicHour()[family].watch(id) as Observable<Either<JobError, unknown>>),
      );
      expect(leftOf(event)).toMatchObject({ _tag: 'NotFound', ref: { kind: family } });
    },
  );
});

describe('account', () => {
  it.each([
    [
      'account',
      {
        id: 'cuid-example',
        email: 'user@example.com',
        tier: 'pro',
        credits: 12_500,
        subscription: {
          name: 'Pro',
          status: 'active',
          price: { amount: 4900, currency: 'usd' },
          discount: { percent_off: 20 },
          billing_interval: 'month',
          current_period_end: '2026-12-01T00:00:00.000Z',
          cancel_at_period_end: false,
        },
      },
    ],
    ['account.free', { id: 'cuid-example', tier: 'free', credits: 400 }],
  ])('reads %s', async (name, expected) => {
    const event = await replay(DOOR, [get('/v1/account', body(name))], () =>
      onlyOf(magicHour().account()),
    );
    expect(rightOf(event)).toEqual(expected);
  });

  it('asks again after a fault of the vendor', async () => {
    const routes = [get('/v1/account', 'Bad Gateway', 502), get('/v1/account', body('account'))];
    const event = await replay(DOOR, routes, () => onlyOf(magicHour().account()));
    expect(rightOf(event).credits).toBe(12_500);
  });
});

describe('savedItems.list', () => {
  const page = (name: string, query: Readonly<Record<string, string>> = {}): Route => ({
    ...get('/v1/saved-items', body(name)),
    query,
  });

  it('gives page after page, by the query of the next', async () => {
    const client = magicHour();
    const routes = [
      page('savedItems', { type: 'character', limit: '2' }),
      page('savedItems.last', { type: 'character', limit: '2', cursor: 'item-2' }),
    ];
    await replay(DOOR, routes, async () => {
      const first = rightOf(await onlyOf(client.savedItems.list({ type: 'character', limit: 2 })));
      expect(first.items.map(({ id, name }) => [id, name])).toEqual([
        ['item-1', 'Alex'],
        ['item-2', undefined],
      ]);
      expect(first.next).toEqual({ type: 'character', limit: 2, cursor: 'item-2' });
      const last = rightOf(await onlyOf(client.savedItems.list(first.next)));
      expect(last).toMatchObject({ items: [{ id: 'item-3' }], skipped: 0 });
      expect(last).not.toHaveProperty('next');
    });
  });

  it('counts what it cannot read', async () => {
    const route = get('/v1/saved-items', { items: [{ id: 'item-1' }, null, { name: 'no id' }] });
    const event = await replay(DOOR, [route], () => onlyOf(magicHour().savedItems.list()));
    expect(rightOf(event)).toEqual({ items: [{ id: 'item-1' }], skipped: 2 });
  });

  it('refuses a page of none', async () => {
    const event = await replay(DOOR, [], () => onlyOf(magicHour().savedItems.list({ limit: 0 })));
    expect(leftOf(event)).toMatchObject({
      _tag: 'InvalidInput',
      operation: 'savedItems.list',
      issues: [{ path: 'limit', message: 'must be a whole number from 1 to 100' }],
    });
  });
});

describe('files.uploadUrls', () => {
  const items = [
    { type: 'video', extension: 'mp4' },
    { type: 'audio', extension: 'mp3' },
  ] as const;
  const path = '/v1/files/upload-urls';

  it('gives a place for each file, in their order', async () => {
    const event = await replay(DOOR, [post(path, { items }, body('uploadUrls'))], () =>
      onlyOf(magicHour().files.uploadUrls(items)),
    );
    expect(rightOf(event).map(({ file_path }) => file_path)).toEqual([
      'api-assets/id/video.mp4',
      'api-assets/id/audio.mp3',
    ]);
  });

  it('takes no list of which one place cannot be read, since order tells them apart', async () => {
    const answer = { items: [{ file_path: 'api-assets/id/video.mp4' }] };
    const event = await replay(DOOR, [post(path, { items }, answer)], () =>
      onlyOf(magicHour().files.uploadUrls(items)),
    );
    expect(leftOf(event)).toMatchObject({ _tag: 'Undecodable', reason: 'shape' });
  });

  it.each([
    [[], '', 'must be a list of at least 1'],
    ['video', '', 'must be a list of at least 1'],
    [
      [{ type: 'video', extension: '.mp4' }],
      '0.extension',
      'must be a file extension of lower case letters and digits, without the dot',
    ],
    [[{ type: 'gif', extension: 'gif' }], '0.type', 'must be one of "video", "audio", "image"'],
  ])('refuses %j', async (given, issuePath, message) => {
    const event = await replay(DOOR, [], () =>
      onlyOf(magicHour().files.uploadUrls(given as never)),
    );
    expect(leftOf(event)).toMatchObject({ issues: [{ path: issuePath, message }] });
  });
});

describe('files.upload', () => {
  it.each([
    ['no file', 'a path', undefined, 'file', /Blob or a File/],
    ['a file that nothing is told of', new Blob(['x']), undefined, 'type', /is required/],
    [
      'an extension with a dot',
      new Blob(['x']),
      { type: 'image', extension: '.png' },
      'extension',
      /without the dot/,
    ],
    ['another type', new Blob(['x']), { type: 'text', extension: 'txt' }, 'type', /must be one of/],
  ])('refuses %s, and sends nothing', async (_what, file, options, path, message) => {
    const event = await replay(DOOR, [], () =>
      onlyOf(magicHour().files.upload(file as Blob, options as object)),
    );
    const error = leftOf(event);
    expect(error).toMatchObject({ _tag: 'InvalidInput', operation: 'files.upload' });
    expect((error as { readonly issues?: readonly object[] }).issues?.[0]).toEqual({
      path,
      message: expect.stringMatching(message) as string,
    });
  });

  it('tells of a refusal of the extension', async () => {
    const item = { type: 'audio', extension: 'mp4' } as const;
    const route = {
      ...post(
        '/v1/files/upload-urls',
        { items: [item] },
        { message: "'mp4' is an invalid audio extension." },
      ),
      status: 422,
    };
    const event = await replay(DOOR, [route], () =>
      onlyOf(magicHour().files.upload(new Blob(['x']), item)),
    );
    expect(leftOf(event)).toMatchObject({ _tag: 'Rejected', operation: 'files.upload' });
  });
});
