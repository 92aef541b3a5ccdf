import type { JobEvent } from 'rushes';
import type { AurousOptions } from 'rushes/aurous';
import { createAurous } from 'rushes/aurous';
import { fixture } from '../fixtures/fixture.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, onlyOf, QUICK, replay, rightOf, wordsOf } from './routeTable.js';

// All of Aurous beside characters: exact requests, and what becomes of the answers.

const DOOR: Door = {
  origin: 'https://api.aurous-labs.com',
  headers: { 'x-api-key': 'al_live_9d2e6c', 'aurous-version': '2026-05-15' },
};
const IMAGE = 'img_01HXMQ7Z3K8Y2ABCDEFGHJKM';
const VIDEO = 'vid_01HXMQ7Z3K8Y2ABCDEFGHJKM';
const INPUT = { prompt: 'a lighthouse at dawn' };
const PICTURE = { filename: 'a.png', extension: 'png', content_type: 'image/png' } as const;
const A_KEY: unknown = expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);

const aurous = (options: Partial<AurousOptions> = {}) =>
  createAurous({ apiKey: 'al_live_9d2e6c', ...QUICK, ...options });

const body = (name: string): unknown => fixture(`aurous/generations/${name}`);

const created = (path: string, answer: unknown, status = 201): Route => ({
  method: 'POST',
  path,
  requestHeaders: { 'idempotency-key': A_KEY },
  requestBody: INPUT,
  status,
  body: answer,
});

const looked = (id: string, answer: unknown, status = 200): Route => ({
  method: 'GET',
  path: `/v1/images/${id}`,
  status,
  body: answer,
});

const refusal = (code: string) => ({
  error: { type: 'invalid_request', code, message: 'no', param: null, request_id: 'req_1' },
});

describe('images and videos', () => {
  it.each([
    ['succeeded', 'succeeded succeeded 1'],
    ['failed', 'failed failed'],
    ['cancelled', 'canceled cancelled'],
    ['expired', 'failed expired'],
    ['moderation_rejected', 'failed moderation_rejected'],
  ])('an image runs to %s', async (end, word) => {
    const routes = [
      created('/v1/images', body('pending')),
      looked(IMAGE, body('processing')),
      looked(IMAGE, body(end)),
    ];
    const events = await replay(DOOR, routes, () => eventsOf(aurous().images.run(INPUT)));
    expect(wordsOf(events)).toEqual(['queued pending', 'running processing', word]);
    expect(rightOf(events.at(-1)).ref).toMatchObject({ kind: 'images', id: IMAGE });
  });

  it('a video runs to its end, looked at where images are', async () => {
    const routes = [
      created('/v1/videos', body('video.processing')),
      looked(VIDEO, body('video.succeeded')),
    ];
    const events = await replay(DOOR, routes, () => eventsOf(aurous().videos.run(INPUT)));
    expect(wordsOf(events)).toEqual(['running processing', 'succeeded succeeded 1']);
    expect(rightOf(events.at(-1))).toMatchObject({
      ref: { kind: 'videos', id: VIDEO },
      output: { video_duration: 5 },
      credits: 2,
    });
  });

  it('sends a create again under its key while the first is under way', async () => {
    const routes = [
      created('/v1/images', refusal('idempotency_key_in_use'), 409),
      {
        ...created('/v1/images', body('succeeded')),
        headers: { 'Aurous-Idempotent-Replayed': 'true' },
      },
    ];
    const events = await replay(DOOR, routes, () => eventsOf(aurous().images.run(INPUT)));
    expect(wordsOf(events)).toEqual(['succeeded succeeded 1']);
  });

  it.each([
    ['images', IMAGE],
    ['videos', VIDEO],
  ] as const)('cancels %s', async (family, id) => {
    const routes: Route[] = [
      {
        method: 'POST',
        path: `/v1/images/${id}/cancel`,
        status: 200,
        body: { ...(body('cancelled') as object), id },
      },
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf<JobEvent<unknown>>(aurous()[family].cancel(id)),
    );
    expect(wordsOf(events)).toEqual(['canceled cancelled']);
  });

  it('cannot cancel what has ended', async () => {
    const routes: Route[] = [
      {
        method: 'POST',
        path: `/v1/images/${IMAGE}/cancel`,
        status: 400,
        body: refusal('generation_not_cancellable'),
      },
    ];
    const event = await replay(DOOR, routes, () => onlyOf(aurous().images.cancel(IMAGE)));
    expect(leftOf(event)).toMatchObject({
      _tag: 'Rejected',
      vendorCode: 'generation_not_cancellable',
    });
  });

  it.each(['images', 'videos'] as const)('estimates what %s cost', async (family) => {
    const answer = {
      object: 'estimate',
      estimated_cost: { amount: 2, breakdown: { base: 1, enhance: 1 } },
      currency: 'credit',
    };
    const routes: Route[] = [
      {
        method: 'POST',
        path: `/v1/${family}/estimate`,
        requestBody: INPUT,
        status: 200,
        body: answer,
      },
    ];
    const event = await replay(DOOR, routes, () => onlyOf(aurous()[family].estimate(INPUT)));
    expect(rightOf(event)).toEqual({
      estimated_cost: { amount: 2, breakdown: { base: 1, enhance: 1 } },
      currency: 'credit',
    });
  });

  it('gives fresh URLs by one look', async () => {
    const event = await replay(DOOR, [looked(IMAGE, body('succeeded'))], () =>
      onlyOf(aurous().images.refresh(IMAGE)),
    );
    expect(rightOf(event)).toHaveLength(2);
  });

  it('is gone where its output was asked for too late', async () => {
    const answer = { error: { type: 'not_found', code: 'output_expired', message: 'gone' } };
    const events = await replay(DOOR, [looked(IMAGE, answer, 410)], () =>
      eventsOf(aurous().images.watch(IMAGE)),
    );
    expect(wordsOf(events)).toEqual(["gone ''"]);

    const event = await replay(DOOR, [looked(IMAGE, answer, 410)], () =>
      onlyOf(aurous().images.refresh(IMAGE)),
    );
    expect(leftOf(event)).toMatchObject({
      _tag: 'NotFound',
      message: 'images.refresh: the vendor has the job, or its files, no more',
    });
  });
});

describe('characters of pictures', () => {
  it('are made of uploads, without a synthesis', async () => {
    const input = { name: 'Aurora', upload_ids: ['upl_1', 'upl_2'] };
    const routes: Route[] = [
      {
        method: 'POST',
        path: '/v1/characters',
        requestBody: input,
        status: 201,
        body: fixture('aurous/ready'),
      },
    ];
    const events = await replay(DOOR, routes, () => eventsOf(aurous().characters.run(input)));
    expect(wordsOf(events)).toEqual(['succeeded ready 1']);
  });

  it('can be told by their pose', async () => {
    const input = { upload_id: 'upl_1' };
    const answer = { upload_id: 'upl_1', pose: 'front', confidence: 0.92 };
    const routes: Route[] = [
      {
        method: 'POST',
        path: '/v1/characters/uploads/classify',
        requestBody: input,
        status: 200,
        body: answer,
      },
    ];
    const event = await replay(DOOR, routes, () =>
      onlyOf(aurous().characters.uploads.classify(input)),
    );
    expect(rightOf(event)).toEqual(answer);
  });

  it('have one picture made again, under a key of its own', async () => {
    const id = 'char_01HXMQ7Z3K8Y2ABCDEFGHJKM';
    const routes: Route[] = [
      {
        method: 'POST',
        path: `/v1/characters/${id}/refs/regenerate`,
        requestHeaders: { 'idempotency-key': A_KEY },
        requestBody: { pose: 'front' },
        status: 200,
        body: fixture('aurous/reviewing'),
      },
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(aurous().characters.regenerateRef(id, { pose: 'front' })),
    );
    expect(wordsOf(events)).toEqual(['needs-action reviewing']);
  });

  it('are renamed', async () => {
    const id = 'char_01HXMQ7Z3K8Y2ABCDEFGHJKM';
    const routes: Route[] = [
      {
        method: 'PATCH',
        path: `/v1/characters/${id}`,
        requestBody: { name: 'A' },
        status: 200,
        body: fixture('aurous/ready'),
      },
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(aurous().characters.update(id, { name: 'A' })),
    );
    expect(wordsOf(events)).toEqual(['succeeded ready 1']);
  });
});

describe('what is no job', () => {
  it('the balance', async () => {
    const answer = {
      credits: 1023.49,
      held_credits: 4,
      available_credits: 1019.49,
      currency: 'credit',
    };
    const routes: Route[] = [{ method: 'GET', path: '/v1/balance', status: 200, body: answer }];
    expect(rightOf(await replay(DOOR, routes, () => onlyOf(aurous().balance())))).toEqual(answer);
  });

  it('a file, read with a fresh URL, and deleted', async () => {
    const answer = {
      id: 'file_1',
      object: 'file',
      size_bytes: 4,
      url: 'https://files.example/a?token=b',
    };
    const routes: Route[] = [
      { method: 'GET', path: '/v1/files/file_1', status: 200, body: answer },
      { method: 'DELETE', path: '/v1/files/file_1', status: 200, body: '' },
    ];
    await replay(DOOR, routes, async () => {
      const client = aurous();
      const { id, size_bytes, url } = answer;
      const file = { id, size_bytes, url };
      expect(rightOf(await onlyOf(client.files.get('file_1')))).toEqual(file);
      expect(rightOf(await onlyOf(client.files.remove('file_1')))).toBeUndefined();
    });
  });

  it.each([
    ['images.run', () => aurous().images.run({} as never), 'prompt'],
    ['videos.run', () => aurous().videos.run({}), ''],
    ['images.estimate', () => aurous().images.estimate({} as never), 'prompt'],
    ['files.create', () => aurous().files.create({ purpose: 'reference' } as never), 'file'],
    ['files.get', () => aurous().files.get('../x'), 'id'],
    ['files.remove', () => aurous().files.remove(''), 'id'],
    [
      'uploads.init',
      () => aurous().characters.uploads.init({ ...PICTURE, filename: '' }),
      'filename',
    ],
    ['uploads.upload', () => aurous().characters.uploads.upload('x' as never), 'file'],
    ['uploads.classify', () => aurous().characters.uploads.classify({} as never), 'upload_id'],
    ['regenerateRef', () => aurous().characters.regenerateRef('char_1', {} as never), 'pose'],
    ['update', () => aurous().characters.update('char_1', {}), ''],
    [
      'both ways',
      () => aurous().characters.run({ name: 'A', generate: true, upload_ids: ['u'] }),
      'upload_ids',
    ],
    ['neither way', () => aurous().characters.run({ name: 'A', generate: false }), 'upload_ids'],
    [
      'too many pictures',
      () => aurous().characters.run({ name: 'A', upload_ids: [...'abcdefg'] }),
      'upload_ids',
    ],
  ])('%s refuses bad input before anything is sent', async (_name, method, path) => {
    const event = await replay(DOOR, [], () => onlyOf<never>(method() as never));
    expect(leftOf(event)).toMatchObject({ _tag: 'InvalidInput', issues: [{ path }] });
  });
});
