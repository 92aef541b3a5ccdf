import { firstValueFrom } from 'rxjs';
import { estimateProgress, toResult } from 'rushes';
import type { MagicHourOptions } from 'rushes/magic-hour';
import { createMagicHour } from 'rushes/magic-hour';
import { fixture } from '../fixtures/fixture.js';
import { describeFailures } from './describeFailures.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, onlyOf, QUICK, replay, rightOf, wordsOf } from './routeTable.js';

const DOOR: Door = {
  origin: 'https://api.magichour.ai',
  headers: { authorization: 'Bearer a-key-9d2e6c' },
};
const ID = 'cuid-example';
const INPUT = {
  name: 'A name',
  start_seconds: 0,
  end_seconds: 15,
  assets: {
    video_source: 'file',
    video_file_path: 'https://media.example/face.mp4',
    audio_file_path: 'api-assets/id/1234.mp3',
  },
  style: { generation_mode: 'lite' },
} as const;

const body = (name: string, changes: object = {}): unknown => ({
  ...(fixture(`magicHour/${name}`) as object),
  ...changes,
});
const made = (answer: unknown = body('created')): Route => ({
  method: 'POST',
  path: '/v1/lip-sync',
  requestBody: INPUT,
  status: 200,
  body: answer,
});
const looked = (answer: unknown, status = 200): Route => ({
  method: 'GET',
  path: `/v1/video-projects/${ID}`,
  status,
  body: answer,
});

const magicHour = (options: Partial<MagicHourOptions> = {}) =>
  createMagicHour({ apiKey: 'a-key-9d2e6c', ...QUICK, ...options });

interface Passage {
  readonly routes: readonly Route[];
  readonly words: readonly string[];
  readonly last: object;
}

const PASSAGES: Readonly<Record<string, Passage>> = {
  'from queued over rendering to complete': {
    routes: [made(), looked(body('queued')), looked(body('rendering')), looked(body('complete'))],
    words: ["queued ''", 'queued queued', 'running rendering', 'succeeded complete 1'],
    last: {
      output: {
        downloads: [
          {
            url: 'https://videos.magichour.ai/id/output.mp4?auth-value=1234567890',
            expires_at: '2026-11-23T08:00:00.000Z',
          },
        ],
        type: 'LIP_SYNC',
        name: 'Example Name',
        width: 512,
        height: 960,
        fps: 28.8,
        start_seconds: 0,
        end_seconds: 15,
        credits_charged: 432,
      },
      assets: [
        {
          url: 'https://videos.magichour.ai/id/output.mp4?auth-value=1234567890',
          type: 'video',
          role: 'download',
          expiresAt: Date.parse('2026-11-23T08:00:00Z'),
        },
      ],
      credits: 432,
      createdAt: Date.parse('2026-11-22T08:00:00Z'),
    },
  },
  'of a create that answers with a field more, as older ones did': {
    routes: [made(body('created.older')), looked(body('complete'))],
    words: ["queued ''", 'succeeded complete 1'],
    last: {},
  },
  'from draft, which is not handed in yet': {
    routes: [made(), looked(body('draft')), looked(body('complete'))],
    words: ["queued ''", 'queued draft', 'succeeded complete 1'],
    last: {},
  },
  'complete, but its files come a look later': {
    routes: [made(), looked(body('complete', { downloads: [] })), looked(body('complete'))],
    words: ["queued ''", 'running complete', 'succeeded complete 1'],
    last: {},
  },
  'complete with a single download, as older answers have it': {
    routes: [made(), looked(fixture('magicHour/example'))],
    words: ["queued ''", 'succeeded complete 1'],
    last: { assets: [{ url: 'https://videos.magichour.ai/id/output.mp4', role: 'download' }] },
  },
  'to error, with code and message': {
    routes: [made(), looked(body('error'))],
    words: ["queued ''", 'failed error'],
    last: {
      failure: { code: 'no_source_face', message: 'Please use an image with a detectable face' },
      credits: 0,
    },
  },
  'to error, with no reason': {
    routes: [made(), looked(body('error', { error: null }))],
    words: ["queued ''", 'failed error'],
    last: { failure: { message: '' } },
  },
  'to canceled, which only a person at Magic Hour can do': {
    routes: [made(), looked(body('rendering')), looked(body('canceled'))],
    words: ["queued ''", 'running rendering', 'canceled canceled'],
    last: { assets: [], credits: 0 },
  },
  'to gone: enabled is false': {
    routes: [made(), looked(body('deleted'))],
    words: ["queued ''", 'gone complete'],
    last: { assets: [] },
  },
  'to gone: 404 after a look had shown it': {
    routes: [made(), looked(body('rendering')), looked({ message: 'Not Found' }, 404)],
    words: ["queued ''", 'running rendering', 'gone rendering'],
    last: { assets: [], credits: 450 },
  },
  'to gone: 410': {
    routes: [made(), looked('', 410)],
    words: ["queued ''", "gone ''"],
    last: {},
  },
};

describe('lipSync.run: one create, then looks at the video project', () => {
  it.each(Object.entries(PASSAGES))('%s', async (_name, { routes, words, last }) => {
    const events = await replay(DOOR, routes, () => eventsOf(magicHour().lipSync.run(INPUT)));
    expect(wordsOf(events)).toEqual(words);
    const { ref, ...snapshot } = rightOf(events.at(-1));
    expect(snapshot).toMatchObject(last);
    expect(ref).toMatchObject({ v: 1, provider: 'magic-hour', kind: 'videos', id: ID });
  });

  it('first says what it costs, and how long such jobs take', async () => {
    const [first] = await replay(DOOR, [made(), looked(body('complete'))], () =>
      eventsOf(magicHour().lipSync.run(INPUT)),
    );
    const { etaMs, ...snapshot } = rightOf(first);
    expect(snapshot).toMatchObject({ phase: 'queued', status: '', credits: 450, assets: [] });
    expect(etaMs).toBeGreaterThan(220_000);
    expect(etaMs).toBeLessThanOrEqual(229_000);
  });

  it('gives its result to toResult and its progress to estimateProgress', async () => {
    const result = await replay(DOOR, [made(), looked(body('complete'))], () =>
      firstValueFrom(magicHour().lipSync.run(INPUT).pipe(estimateProgress(), toResult())),
    );
    expect(rightOf(result).output.downloads).toHaveLength(1);
  });
});

describe('lipSync.submit', () => {
  it('gives the reference, which videos watches', async () => {
    const client = magicHour();
    const events = await replay(DOOR, [made(), looked(body('complete'))], async () => {
      const ref = rightOf(await onlyOf(client.lipSync.submit(INPUT)));
      return eventsOf(client.videos.watch(ref));
    });
    expect(wordsOf(events).at(-1)).toBe('succeeded complete 1');
  });

  it('waits where it is limited, and is sent again', async () => {
    const limited = { ...made({ message: 'Too many requests' }), status: 429 };
    const event = await replay(DOOR, [limited, limited, made()], () =>
      onlyOf(magicHour().lipSync.submit(INPUT)),
    );
    expect(rightOf(event)).toMatchObject({ id: ID });
  });

  it('bears no key of idempotency, since Magic Hour knows none', async () => {
    await replay(DOOR, [made()], () =>
      onlyOf(magicHour().lipSync.submit(INPUT, { idempotencyKey: 'order-7' })),
    );
  });
});

describe('videos.watch and get', () => {
  const ref = { v: 1, provider: 'magic-hour', kind: 'videos', id: ID } as const;

  it.each([
    ['by id', () => magicHour().videos.watch(ID)],
    ['by reference', () => magicHour().videos.watch(ref)],
    ['by the client', () => magicHour().watch(ref)],
  ])('%s', async (_how, watch) => {
    const routes = [looked(body('rendering')), looked(body('complete'))];
    const events = await replay(DOOR, routes, () => eventsOf(watch()));
    expect(wordsOf(events)).toEqual(['running rendering', 'succeeded complete 1']);
  });

  it.each([
    ['draft', 'queued draft'],
    ['queued', 'queued queued'],
    ['rendering', 'running rendering'],
    ['complete', 'succeeded complete 1'],
    ['error', 'failed error'],
    ['canceled', 'canceled canceled'],
    ['deleted', 'gone complete'],
    ['example', 'succeeded complete 1'],
  ])('get looks once at %s', async (name, word) => {
    const events = await replay(DOOR, [looked(body(name))], () =>
      eventsOf(magicHour().videos.get(ID)),
    );
    expect(wordsOf(events)).toEqual([word]);
  });

  it('of a project that nobody ever saw ends as NotFound', async () => {
    const events = await replay(DOOR, [looked({ message: 'Not Found' }, 404)], () =>
      eventsOf(magicHour().videos.watch(ID)),
    );
    expect(leftOf(events[0])).toMatchObject({ _tag: 'NotFound', jobMayBeRunning: false });
  });
});

describe('videos.remove', () => {
  const removed = (status: number, answer: unknown = ''): Route => ({
    method: 'DELETE',
    path: `/v1/video-projects/${ID}`,
    status,
    body: answer,
  });

  it.each([
    ['204', removed(204)],
    ['404, since it is not there', removed(404, { message: 'Not Found' })],
  ])('succeeds with %s', async (_status, route) => {
    const event = await replay(DOOR, [route], () => onlyOf(magicHour().videos.remove(ID)));
    expect(rightOf(event)).toBeUndefined();
  });

  it('tells of a video that cannot be deleted', async () => {
    const answer = { message: 'video is a template and cannot be deleted' };
    const event = await replay(DOOR, [removed(422, answer)], () =>
      onlyOf(magicHour().videos.remove(ID)),
    );
    const error = leftOf(event);
    expect(error).toMatchObject({ _tag: 'Rejected', operation: 'videos.remove', httpStatus: 422 });
    expect(error.message).toContain('video is a template and cannot be deleted');
  });
});

describeFailures({
  door: DOOR,
  id: ID,
  refusals: [
    { status: 400, body: { message: 'Missing request body' }, says: 'Missing request body' },
    { status: 401, body: { message: 'Unauthorized' }, says: 'Unauthorized' },
    { status: 402, body: { message: 'Payment required' }, says: 'Payment required' },
    {
      status: 402,
      body: { code: 'insufficient_credits', message: 'Not enough credits' },
      code: 'insufficient_credits',
      says: 'Not enough credits',
    },
    { status: 403, body: { message: 'Not on your plan' }, says: 'Not on your plan' },
    { status: 404, body: { message: 'Not Found' }, says: 'Not Found' },
    {
      status: 422,
      body: { code: 'unprocessable_entity', message: 'Unable to create video' },
      code: 'unprocessable_entity',
      says: 'Unable to create video',
    },
    { status: 429, body: { message: 'Too many requests' }, says: 'Too many requests' },
    {
      status: 500,
      body: { code: 'internal_server_error', message: 'Internal server error' },
      code: 'internal_server_error',
      says: 'Internal server error',
    },
    { status: 503, body: 'Service Unavailable', says: 'Service Unavailable' },
  ],
  create: {
    method: 'POST',
    path: '/v1/lip-sync',
    requestBody: INPUT,
    attempts: 1,
    call: (options) => magicHour().lipSync.run(INPUT, options),
  },
  get: {
    method: 'GET',
    path: `/v1/video-projects/${ID}`,
    call: () => magicHour().videos.get(ID),
  },
  watch: {
    method: 'GET',
    path: `/v1/video-projects/${ID}`,
    call: () => magicHour().videos.watch(ID),
  },
});
