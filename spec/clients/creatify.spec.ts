import { formatRef } from 'rushes';
import type { CreatifyOptions } from 'rushes/creatify';
import { createCreatify } from 'rushes/creatify';
import { fixture } from '../fixtures/fixture.js';
import { describeFailures } from './describeFailures.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, onlyOf, QUICK, replay, rightOf, wordsOf } from './routeTable.js';

const DOOR: Door = {
  origin: 'https://api.creatify.ai',
  headers: { 'x-api-id': 'an-id-4f1b7a', 'x-api-key': 'a-key-9d2e6c' },
};
const ID = '44e480c0-642e-4057-9a50-de00a958e81c';
const INPUT = {
  image: 'https://media.example/face.jpg',
  audio: 'https://media.example/speech.mp3',
};
const PATH = '/api/aurora/';

const body = (name: string, changes: object = {}): unknown => ({
  ...(fixture(`creatify/aurora/${name}`) as object),
  ...changes,
});
const made = (answer: unknown = body('pending')): Route => ({
  method: 'POST',
  path: PATH,
  requestBody: INPUT,
  status: 201,
  body: answer,
});
const looked = (answer: unknown, status = 200): Route => ({
  method: 'GET',
  path: `${PATH}${ID}/`,
  status,
  body: answer,
});

const creatify = (options: Partial<CreatifyOptions> = {}) =>
  createCreatify({ apiId: 'an-id-4f1b7a', apiKey: 'a-key-9d2e6c', ...QUICK, ...options });

interface Passage {
  readonly routes: readonly Route[];
  readonly words: readonly string[];
  /** What the last snapshot shows beside. */
  readonly last: object;
}

const NO_REASON = { failure: { message: '' } };

const PASSAGES: Readonly<Record<string, Passage>> = {
  'from pending to done, through every word': {
    routes: [
      made(),
      looked(body('pending')),
      looked(body('in_queue')),
      looked(body('running')),
      looked(body('done')),
    ],
    words: ['queued pending 0', 'queued in_queue 0', 'running running 0.42', 'succeeded done 1'],
    last: {
      output: {
        video_output: 'https://media.example/aurora/video.mp4?Expires=1795420800&Signature=abc',
        duration: 15,
        credits_used: 7.5,
        preview: 'https://media.example/aurora/preview',
        editor_url: 'https://media.example/aurora/editor?token=abc',
        media_job: '43e2b17c-e272-453a-96d4-c047acd2ab0e',
      },
      assets: [
        {
          url: 'https://media.example/aurora/video.mp4?Expires=1795420800&Signature=abc',
          type: 'video',
          role: 'video_output',
        },
        { url: 'https://media.example/aurora/preview', type: 'other', role: 'preview' },
      ],
      credits: 7.5,
      createdAt: Date.parse('2026-11-22T08:00:00.449Z'),
      raw: body('done'),
    },
  },
  'done as soon as it is made': {
    routes: [made(body('done'))],
    words: ['succeeded done 1'],
    last: { output: { duration: 15 } },
  },
  'done, but its video comes a look later': {
    routes: [made(), looked(body('done', { video_output: null })), looked(body('done'))],
    words: ['queued pending 0', 'running done 0.01', 'succeeded done 1'],
    last: { credits: 7.5 },
  },
  'to failed, with a reason': {
    routes: [made(), looked(body('running')), looked(body('failed'))],
    words: ['queued pending 0', 'running running 0.42', 'failed failed 0.42'],
    last: { failure: { message: 'The audio could not be read.' }, assets: [], credits: 0 },
  },
  'to failed, with an empty reason': {
    routes: [made(), looked(body('failed', { failed_reason: '' }))],
    words: ['queued pending 0', 'failed failed 0.3'],
    last: NO_REASON,
  },
  'to rejected, with null for a reason': {
    routes: [made(), looked(body('rejected'))],
    words: ['queued pending 0', 'failed rejected 0'],
    last: NO_REASON,
  },
  'to rejected, with a reason': {
    routes: [made(), looked(body('rejected', { failed_reason: 'Against the policy.' }))],
    words: ['queued pending 0', 'failed rejected 0'],
    last: { failure: { message: 'Against the policy.' } },
  },
  'to gone: 404 after a look had shown it': {
    routes: [made(), looked(body('running')), looked({ detail: 'Not found.' }, 404)],
    words: ['queued pending 0', 'running running 0.42', 'gone running 0.42'],
    last: { assets: [] },
  },
  'to gone: 410': {
    routes: [made(), looked('', 410)],
    words: ['queued pending 0', 'gone pending 0'],
    last: { assets: [] },
  },
  'through a word that no source lists': {
    routes: [made(), looked(body('running', { status: 'upscaling' })), looked(body('done'))],
    words: ['queued pending 0', 'unknown upscaling 0.42', 'succeeded done 1'],
    last: {},
  },
  'through progress in percent that falls, which is not shown': {
    routes: [
      made(),
      looked(body('running', { progress: 60 })),
      looked(body('running', { progress: 20 })),
      looked(body('done', { progress: 20 })),
    ],
    words: ['queued pending 0', 'running running 0.6', 'succeeded done 1'],
    last: {},
  },
  'through looks that break, which are made again': {
    routes: [
      made(),
      looked({ detail: 'Not found.' }, 404),
      looked('<html><title>502 Bad Gateway</title></html>', 502),
      looked('<html><title>We will be back</title></html>'),
      looked('{"id":"44e480c0-642e-40'),
      looked({ detail: 'Request was throttled.' }, 429),
      looked(body('done')),
    ],
    words: ['queued pending 0', 'succeeded done 1'],
    last: {},
  },
};

describe('aurora.run: one create, then looks', () => {
  it.each(Object.entries(PASSAGES))('%s', async (_name, { routes, words, last }) => {
    const before = Date.now();
    const events = await replay(DOOR, routes, () => eventsOf(creatify().aurora.run(INPUT)));
    expect(wordsOf(events)).toEqual(words);
    const { ref, observedAt, ...snapshot } = rightOf(events.at(-1));
    expect(snapshot).toMatchObject(last);
    expect(ref).toMatchObject({ v: 1, provider: 'creatify', kind: 'aurora', id: ID });
    expect(ref.submittedAt).toBeGreaterThanOrEqual(before);
    expect(observedAt).toBeGreaterThanOrEqual(ref.submittedAt!);
  });
});

describe('what is sent to make a job', () => {
  it('is every field of the page as it was given, and extraBody beside', async () => {
    const input = {
      ...INPUT,
      name: 'Müller 🎬',
      text_prompt: 'warm light, slow push in',
      prompt_guidance_scale: 0,
      model_version: 'aurora_v1_fast',
      webhook_url: 'https://hooks.example/creatify?of=a',
      ttl_days: 4,
      output_upload_url: 'https://files.example/put-here?sig=a',
    };
    const requestBody = { ...input, of_tomorrow: [4] };
    await replay(DOOR, [{ ...made(body('done')), requestBody }], () =>
      eventsOf(creatify().aurora.run(input, { extraBody: { of_tomorrow: [4] } })),
    );
  });

  it('keeps null where the page allows it, and leaves out what is undefined', async () => {
    const route = { ...made(body('done')), requestBody: { ...INPUT, name: null } };
    const input = { ...INPUT, name: null, text_prompt: undefined as never };
    await replay(DOOR, [route], () => eventsOf(creatify().aurora.run(input)));
  });

  it('bears no key of idempotency, since Creatify knows none', async () => {
    await replay(DOOR, [made(body('done'))], () =>
      eventsOf(creatify().aurora.run(INPUT, { idempotencyKey: 'order-7' })),
    );
  });
});

describe('aurora.submit', () => {
  it('gives the reference, and looks at nothing', async () => {
    const event = await replay(DOOR, [made()], () => onlyOf(creatify().aurora.submit(INPUT)));
    const { submittedAt, ...ref } = rightOf(event);
    expect(ref).toEqual({ v: 1, provider: 'creatify', kind: 'aurora', id: ID });
    expect(submittedAt).toBeLessThanOrEqual(Date.now());
  });

  it('takes a success that is not 201, and an answer with nothing but the id', async () => {
    const event = await replay(DOOR, [{ ...made({ id: ID }), status: 200 }], () =>
      onlyOf(creatify().aurora.submit(INPUT)),
    );
    expect(formatRef(rightOf(event))).toBe(`creatify:aurora:${ID}`);
  });

  it('bears the name of the account', async () => {
    const event = await replay(DOOR, [made()], () =>
      onlyOf(creatify({ account: 'studio-2' }).aurora.submit(INPUT)),
    );
    expect(rightOf(event)).toMatchObject({ account: 'studio-2' });
  });
});

describe('aurora.watch', () => {
  const ref = { v: 1, provider: 'creatify', kind: 'aurora', id: ID } as const;

  it.each([
    ['by id', () => creatify().aurora.watch(ID)],
    ['by reference', () => creatify().aurora.watch(ref)],
    ['by the reference of another day', () => creatify().aurora.watch({ ...ref, submittedAt: 1 })],
    ['by the client', () => creatify().watch(ref)],
  ])('%s looks at once', async (_how, watch) => {
    const routes = [looked(body('in_queue')), looked(body('running')), looked(body('done'))];
    const events = await replay(DOOR, routes, () => eventsOf(watch()));
    expect(wordsOf(events)).toEqual([
      'queued in_queue 0',
      'running running 0.42',
      'succeeded done 1',
    ]);
  });

  it('of a job that nobody ever saw ends as NotFound', async () => {
    const events = await replay(DOOR, [looked({ detail: 'Not found.' }, 404)], () =>
      eventsOf(creatify().aurora.watch(ID)),
    );
    expect(events).toHaveLength(1);
    expect(leftOf(events[0])).toMatchObject({
      _tag: 'NotFound',
      operation: 'aurora.watch',
      ref,
      retryable: false,
      jobMayBeRunning: false,
    });
  });

  it('emits every look where it is asked to', async () => {
    const routes = [looked(body('running')), looked(body('running')), looked(body('done'))];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().aurora.watch(ID, { emit: 'looks' })),
    );
    expect(events).toHaveLength(3);
  });
});

describe('aurora.get', () => {
  it.each([
    ['pending', 'queued pending 0'],
    ['in_queue', 'queued in_queue 0'],
    ['running', 'running running 0.42'],
    ['done', 'succeeded done 1'],
    ['failed', 'failed failed 0.3'],
    ['rejected', 'failed rejected 0'],
  ])('looks once at a job that is %s', async (name, word) => {
    const events = await replay(DOOR, [looked(body(name))], () =>
      eventsOf(creatify().aurora.get(ID)),
    );
    expect(wordsOf(events)).toEqual([word]);
  });

  it('reads the example of the page, with its placeholders for values', async () => {
    const events = await replay(DOOR, [looked(fixture('creatify/aurora/example'))], () =>
      eventsOf(creatify().aurora.get(ID)),
    );
    expect(wordsOf(events)).toEqual([expect.stringMatching(/^queued pending/)]);
  });
});

describe('aurora.list', () => {
  const listed = (answer: unknown, query: Route['query'] = {}): Route => ({
    method: 'GET',
    path: PATH,
    query,
    status: 200,
    body: answer,
  });

  it('gives the bare array, which is all there is', async () => {
    const event = await replay(DOOR, [listed(fixture('creatify/aurora/list'))], () =>
      onlyOf(creatify().aurora.list()),
    );
    const { items, ...page } = rightOf(event);
    expect(page).toEqual({ skipped: 0 });
    expect(items.map(({ phase, ref }) => [phase, ref.id])).toEqual([
      ['succeeded', ID],
      ['queued', '3c90c3cc-0d44-4b50-8888-8dd25736052a'],
    ]);
  });

  it('asks for ids in one text, and for an order', async () => {
    const query = { ids: `${ID},a1`, ordering: '-created_at' };
    const event = await replay(DOOR, [listed([], query)], () =>
      onlyOf(creatify().aurora.list({ ids: [ID, 'a1'], ordering: '-created_at' })),
    );
    expect(rightOf(event)).toEqual({ items: [], skipped: 0 });
  });

  it('counts what it cannot read, and keeps the rest', async () => {
    const entries = [null, { id: 7 }, { id: '../x', status: 'done' }, body('done'), 'x'];
    const event = await replay(DOOR, [listed(entries)], () => onlyOf(creatify().aurora.list()));
    expect(rightOf(event)).toMatchObject({ items: [{ phase: 'succeeded' }], skipped: 4 });
  });

  it('refuses an answer that is no list', async () => {
    const event = await replay(DOOR, [listed({ results: [] })], () =>
      onlyOf(creatify().aurora.list()),
    );
    expect(leftOf(event)).toMatchObject({ _tag: 'Undecodable', reason: 'shape', attempts: 1 });
  });
});

describeFailures({
  door: DOOR,
  id: ID,
  refusals: [
    {
      status: 400,
      body: ['Link must have at least one image or one video.'],
      says: 'at least one image',
    },
    { status: 400, body: { error: 'Invalid request body.' }, says: 'Invalid request body.' },
    {
      status: 401,
      body: { detail: 'Authentication credentials were not provided.' },
      says: 'Authentication credentials were not provided.',
    },
    {
      status: 402,
      body: { detail: 'Insufficient credits.', code: 'insufficient_credits' },
      code: 'insufficient_credits',
      says: 'Insufficient credits.',
    },
    { status: 403, body: { detail: 'No active plan.' }, says: 'No active plan.' },
    { status: 404, body: { detail: 'Not found.' }, says: 'Not found.' },
    { status: 422, body: { image: ['Enter a valid URL.'] }, says: 'image: Enter a valid URL.' },
    { status: 429, body: { detail: 'Request was throttled.' }, says: 'Request was throttled.' },
    { status: 500, body: '<h1>Server Error (500)</h1>', says: 'Server Error (500)' },
    { status: 503, body: '<title>503 Busy</title>', says: '503 Busy' },
  ],
  create: {
    method: 'POST',
    path: PATH,
    requestBody: INPUT,
    attempts: 1,
    call: (options) => creatify().aurora.run(INPUT, options),
  },
  get: { method: 'GET', path: `${PATH}${ID}/`, call: () => creatify().aurora.get(ID) },
  watch: { method: 'GET', path: `${PATH}${ID}/`, call: () => creatify().aurora.watch(ID) },
});
