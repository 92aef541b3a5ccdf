import type { SyncOptions } from 'rushes/sync';
import { createSync } from 'rushes/sync';
import { fixture } from '../fixtures/fixture.js';
import { describeFailures } from './describeFailures.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, onlyOf, QUICK, replay, rightOf, wordsOf } from './routeTable.js';

const DOOR: Door = { origin: 'https://api.sync.so', headers: { 'x-api-key': 'a-key-9d2e6c' } };
const ID = '6533643b-aceb-4c40-967e-d9ba9baac39e';
const INPUT = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://media.example/face.mp4' },
    { type: 'audio', url: 'https://media.example/speech.wav' },
  ],
} as const;

/** A key of ours: a UUID. */
const A_KEY: unknown = expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);

/** Matches a text that is the same wherever it is asked. */
function sameText() {
  let text: unknown;
  return {
    get text() {
      return text;
    },
    asymmetricMatch: (given: unknown) => (text ??= given) === given,
  };
}

const body = (name: string, changes: object = {}): unknown => ({
  ...(fixture(`sync/${name}`) as object),
  ...changes,
});
const made = (answer: unknown = body('pending')): Route => ({
  method: 'POST',
  path: '/v2/generate',
  requestHeaders: { 'idempotency-key': A_KEY },
  requestBody: INPUT,
  status: 201,
  body: answer,
});
const looked = (answer: unknown, query: Route['query'] = {}, status = 200): Route => ({
  method: 'GET',
  path: `/v2/generate/${ID}`,
  query,
  status,
  body: answer,
});
/** A look that is held open for so many seconds. */
const held = (seconds: number, answer: unknown, status = 200): Route =>
  looked(answer, { wait: 'true', timeout: String(seconds) }, status);

/** What codes of failures mean: asked for once a client, without a key. */
const MEANINGS: Route = {
  method: 'GET',
  path: '/v2/errors',
  requestHeaders: { 'x-api-key': undefined },
  status: 200,
  body: fixture('sync/errorCatalogue'),
};

const sync = (options: Partial<SyncOptions> = {}) =>
  createSync({ apiKey: 'a-key-9d2e6c', ...QUICK, ...options });

interface Passage {
  readonly routes: readonly Route[];
  readonly words: readonly string[];
  readonly last: object;
}

const PASSAGES: Readonly<Record<string, Passage>> = {
  'from PENDING to COMPLETED': {
    routes: [made(), held(10, body('processing')), held(55, body('completed'))],
    words: ['queued PENDING', 'running PROCESSING 0.37', 'succeeded COMPLETED 1'],
    last: {
      output: {
        outputUrl: 'https://media.example/result.mp4?Signature=a%2Fb%2Bc&Expires=123',
        outputDuration: 12.48,
        outputFileName: 'a_name',
        synthesizedAudioUrl: 'https://media.example/speech-made.wav',
        model: 'lipsync-2',
        projectId: '0f0e6a3e-58d1-4a1e-9a14-7f5d9d1c2b3a',
      },
      assets: [
        {
          url: 'https://media.example/result.mp4?Signature=a%2Fb%2Bc&Expires=123',
          type: 'video',
          role: 'outputUrl',
        },
        {
          url: 'https://media.example/speech-made.wav',
          type: 'audio',
          role: 'synthesizedAudioUrl',
        },
      ],
      createdAt: Date.parse('2026-11-22T08:00:00Z'),
    },
  },
  'COMPLETED, but its URL comes a look later': {
    routes: [made(), held(10, body('completed', { outputUrl: null })), held(55, body('completed'))],
    words: ['queued PENDING', 'running COMPLETED', 'succeeded COMPLETED 1'],
    last: {},
  },
  'to FAILED, with errorCode': {
    routes: [made(), held(10, body('failed')), MEANINGS],
    words: ['queued PENDING', 'failed FAILED'],
    last: {
      failure: {
        code: 'generation_input_video_inaccessible',
        message: 'The provided video URL is inaccessible.',
        suggestion: expect.stringContaining('publicly fetchable') as string,
      },
    },
  },
  'to FAILED, with error_code': {
    routes: [made(), held(10, body('failed.older')), MEANINGS],
    words: ['queued PENDING', 'failed FAILED'],
    last: {
      failure: {
        code: 'generation_pipeline_failed',
        message: 'An error occurred in the generation pipeline.',
      },
    },
  },
  'to FAILED, with no reason at all': {
    routes: [made(), held(10, body('failed', { error: null, errorCode: '' }))],
    words: ['queued PENDING', 'failed FAILED'],
    last: { failure: { message: '' } },
  },
  'to REJECTED': {
    routes: [made(), held(10, body('rejected')), MEANINGS],
    words: ['queued PENDING', 'failed REJECTED'],
    last: { failure: { code: 'generation_input_validation_failed' } },
  },
  'to CANCELED, of older versions': {
    routes: [made(), held(10, body('canceled.older'))],
    words: ['queued PENDING', 'canceled CANCELED'],
    last: { assets: [] },
  },
  'to CANCELLED, of the older quickstart': {
    routes: [made(), held(10, body('cancelled.older'))],
    words: ['queued PENDING', 'canceled CANCELLED'],
    last: { assets: [] },
  },
  'to TIMED_OUT, of older versions': {
    routes: [made(), held(10, body('timed_out.older'))],
    words: ['queued PENDING', 'failed TIMED_OUT'],
    last: { failure: { message: '' } },
  },
  'to gone: 404 after a look had shown it': {
    routes: [
      made(),
      held(10, body('processing')),
      held(55, { message: 'Not Found', statusCode: 404 }, 404),
    ],
    words: ['queued PENDING', 'running PROCESSING 0.37', 'gone PROCESSING 0.37'],
    last: { assets: [] },
  },
  'to gone: 410': {
    routes: [made(), held(10, '', 410)],
    words: ['queued PENDING', 'gone PENDING'],
    last: {},
  },
  'of a create that is answered with the example of the older OpenAPI': {
    routes: [made({ ...(fixture('sync/example') as object), id: ID }), held(10, body('completed'))],
    words: ['queued PENDING', 'succeeded COMPLETED 1'],
    last: {},
  },
};

describe('generations.run: one create, then looks that are held open', () => {
  it.each(Object.entries(PASSAGES))('%s', async (_name, { routes, words, last }) => {
    const events = await replay(DOOR, routes, () => eventsOf(sync().generations.run(INPUT)));
    expect(wordsOf(events)).toEqual(words);
    const { ref, ...snapshot } = rightOf(events.at(-1));
    expect(snapshot).toMatchObject(last);
    expect(ref).toMatchObject({ v: 1, provider: 'sync', kind: 'generations', id: ID });
  });
});

describe('a hold', () => {
  const refusal = {
    message: ['timeout must not be greater than 10'],
    error: 'Bad Request',
    statusCode: 400,
  };
  const watching = (routes: readonly Route[], client = sync()) =>
    replay(DOOR, routes, () => eventsOf(client.generations.watch(ID)));

  it('that is refused with 400 is shortened to what was taken, and the watch goes on', async () => {
    const events = await watching([
      held(10, body('pending')),
      held(55, refusal, 400),
      held(10, body('processing')),
      held(10, body('completed')),
    ]);
    expect(wordsOf(events)).toEqual([
      'queued PENDING',
      'running PROCESSING 0.37',
      'succeeded COMPLETED 1',
    ]);
  });

  it('is given up for plain looks where none is taken', async () => {
    const events = await watching([
      held(10, refusal, 400),
      looked(body('processing')),
      looked(body('completed')),
    ]);
    expect(wordsOf(events)).toEqual(['running PROCESSING 0.37', 'succeeded COMPLETED 1']);
  });

  it('that was learned counts for the next job of the client', async () => {
    const client = sync();
    await watching(
      [held(10, body('pending')), held(55, refusal, 400), held(10, body('failed')), MEANINGS],
      client,
    );
    const another = (answer: unknown): Route => ({
      ...held(10, answer),
      path: '/v2/generate/another',
    });
    const routes = [
      another(body('pending', { id: 'another' })),
      another(body('failed', { id: 'another' })),
    ];
    await replay(DOOR, routes, () => eventsOf(client.generations.watch('another')));
  });

  it('is not blamed for a 400 of a plain look', async () => {
    const events = await watching([held(10, refusal, 400), looked(refusal, {}, 400)]);
    expect(leftOf(events[0])).toMatchObject({ _tag: 'Rejected', httpStatus: 400 });
  });

  it('that gateways cut twice is given up', async () => {
    const events = await watching([
      held(10, '<title>504 Gateway Time-out</title>', 504),
      held(10, '<title>504 Gateway Time-out</title>', 504),
      looked(body('completed')),
    ]);
    expect(wordsOf(events)).toEqual(['succeeded COMPLETED 1']);
  });

  it('is not asked for by get', async () => {
    await replay(DOOR, [looked(body('pending'))], () => onlyOf(sync().generations.get(ID)));
  });
});

describe('live progress', () => {
  const live = (answer: unknown): Route => looked(answer, { include: 'progress' });
  const shares = [0, 37.5, 100].map((progress_percent) => body('processing', { progress_percent }));

  it('is asked for at each look of watch, instead of a hold', async () => {
    const events = await replay(DOOR, [...shares, body('completed')].map(live), () =>
      eventsOf(sync().generations.watch(ID, { progress: true })),
    );
    expect(wordsOf(events)).toEqual([
      'running PROCESSING 0',
      'running PROCESSING 0.375',
      'running PROCESSING 0.99',
      'succeeded COMPLETED 1',
    ]);
  });

  it('is asked for by run as well', async () => {
    await replay(DOOR, [made(), live(body('completed'))], () =>
      eventsOf(sync().generations.run(INPUT, { progress: true })),
    );
  });

  it('may be missing, null or text', async () => {
    const answers = [undefined, null, '12.5'].map((progress_percent) =>
      body('processing', { progress_percent }),
    );
    const events = await replay(DOOR, [...answers, body('completed')].map(live), () =>
      eventsOf(sync().generations.watch(ID, { progress: true, emit: 'looks' })),
    );
    expect(wordsOf(events)).toEqual([
      'running PROCESSING',
      'running PROCESSING',
      'running PROCESSING 0.125',
      'succeeded COMPLETED 1',
    ]);
  });
});

describe('the Idempotency-Key of a create', () => {
  it('is the user’s own, where one is given', async () => {
    const route = { ...made(), requestHeaders: { 'idempotency-key': 'order-7' } };
    await replay(DOOR, [route], () =>
      onlyOf(sync().generations.submit(INPUT, { idempotencyKey: 'order-7' })),
    );
  });

  it('is the same for every attempt of one call, and another for the next call', async () => {
    const client = sync();
    const [one, other] = [sameText(), sameText()];
    const routes = [500, 502, 201].map((status) => ({
      ...made(),
      requestHeaders: { 'idempotency-key': one },
      status,
    }));
    const next = { ...made(), requestHeaders: { 'idempotency-key': other } };
    await replay(DOOR, [...routes, next], async () => {
      rightOf(await onlyOf(client.generations.submit(INPUT)));
      rightOf(await onlyOf(client.generations.submit(INPUT)));
    });
    expect(one.text).toEqual(A_KEY);
    expect(other.text).not.toBe(one.text);
  });

  it('is used again while the vendor is still at work on it', async () => {
    const busy = {
      ...made({ message: 'In progress.', errorCode: 'IDEMPOTENCY_IN_PROGRESS', statusCode: 409 }),
      status: 409,
    };
    const event = await replay(DOOR, [busy, busy, made()], () =>
      onlyOf(sync().generations.submit(INPUT)),
    );
    expect(rightOf(event)).toMatchObject({ id: ID });
  });

  it('that stands for another input is refused by the vendor, for good', async () => {
    const conflict = { errorCode: 'IDEMPOTENCY_KEY_CONFLICT', message: 'Payload changed.' };
    const event = await replay(DOOR, [{ ...made(conflict), status: 409 }], () =>
      onlyOf(sync().generations.submit(INPUT)),
    );
    expect(leftOf(event)).toMatchObject({
      _tag: 'Rejected',
      httpStatus: 409,
      vendorCode: 'IDEMPOTENCY_KEY_CONFLICT',
      outcome: 'rejected',
      retryable: false,
      jobMayBeRunning: false,
    });
  });

  it('is not sent again once the vendor names the job that it may have made', async () => {
    const unknown = {
      message: 'The outcome is not known.',
      errorCode: 'IDEMPOTENCY_OUTCOME_UNKNOWN',
      generationId: ID,
      requestId: '5f1c',
      statusCode: 503,
    };
    const event = await replay(DOOR, [{ ...made(unknown), status: 503 }], () =>
      onlyOf(sync().generations.submit(INPUT)),
    );
    expect(leftOf(event)).toMatchObject({
      _tag: 'SubmissionUnknown',
      candidates: [{ v: 1, provider: 'sync', kind: 'generations', id: ID }],
      vendorCode: 'IDEMPOTENCY_OUTCOME_UNKNOWN',
      requestId: '5f1c',
      attempts: 1,
    });
  });
});

describe('a create that is refused for the time being', () => {
  const limited = {
    ...made({ errorCode: 'concurrency_limit_reached', message: 'Wait.', retryAfterSeconds: 0.01 }),
    status: 429,
  };

  it('waits as the body asks, and is sent again', async () => {
    const event = await replay(DOOR, [limited, made()], () =>
      onlyOf(sync().generations.submit(INPUT)),
    );
    expect(rightOf(event)).toMatchObject({ id: ID });
  });

  it('says for how long, where it may not wait', async () => {
    const event = await replay(DOOR, [limited], () =>
      onlyOf(sync().generations.submit(INPUT, { whenLimited: 'fail' })),
    );
    expect(leftOf(event)).toMatchObject({
      _tag: 'RateLimited',
      retryAfterMs: 10,
      retryable: true,
      outcome: 'rejected',
    });
  });
});

describe('generations.watch and get', () => {
  const ref = { v: 1, provider: 'sync', kind: 'generations', id: ID } as const;

  it.each([
    ['by id', () => sync().generations.watch(ID)],
    ['by reference', () => sync().generations.watch(ref)],
    ['by the client', () => sync().watch(ref)],
  ])('%s', async (_how, watch) => {
    const events = await replay(DOOR, [held(10, body('completed'))], () => eventsOf(watch()));
    expect(wordsOf(events)).toEqual(['succeeded COMPLETED 1']);
  });

  it.each([
    ['pending', 'queued PENDING'],
    ['processing', 'running PROCESSING 0.37'],
    ['completed', 'succeeded COMPLETED 1'],
    ['failed', 'failed FAILED'],
    ['rejected', 'failed REJECTED'],
    ['canceled.older', 'canceled CANCELED'],
  ])('get looks once at %s', async (name, word) => {
    const meanings = /failed|rejected/.test(name) ? [MEANINGS] : [];
    const events = await replay(DOOR, [looked(body(name)), ...meanings], () =>
      eventsOf(sync().generations.get(ref)),
    );
    expect(wordsOf(events)).toEqual([word]);
  });
});

describe('generations.list', () => {
  const listed = (query: Readonly<Record<string, string>>, answer: unknown): Route => ({
    method: 'GET',
    path: '/v2/generations',
    query,
    status: 200,
    body: answer,
  });

  it('pages by the id of the last one, until a page is not full', async () => {
    const client = sync();
    const [first, second] = fixture('sync/list') as readonly unknown[];
    const query = { status: ['PROCESSING', 'COMPLETED'], limit: 1 };
    const routes = [
      listed({ status: 'PROCESSING,COMPLETED', limit: '1' }, [first]),
      listed(
        {
          status: 'PROCESSING,COMPLETED',
          limit: '1',
          cursor: '0b6d1c52-3f0e-4f38-8a53-0d7d7f6a8a11',
        },
        [second],
      ),
      listed({ status: 'PROCESSING,COMPLETED', limit: '1', cursor: ID }, []),
    ];
    const pages = await replay(DOOR, routes, async () => {
      const one = rightOf(await onlyOf(client.generations.list(query)));
      const two = rightOf(await onlyOf(client.generations.list(one.next)));
      return [one, two, rightOf(await onlyOf(client.generations.list(two.next)))];
    });
    expect(pages.map(({ items }) => items.map(({ phase }) => phase))).toEqual([
      ['running'],
      ['succeeded'],
      [],
    ]);
    expect(pages.at(-1)).toEqual({ items: [], skipped: 0 });
  });

  it('asks for as many as there may be, and by every field of the page', async () => {
    await replay(DOOR, [listed({ limit: '100' }, [])], () => onlyOf(sync().generations.list()));
    const query = { ids: `${ID},a1`, source: 'api', projectId: 'p1', limit: '2' };
    await replay(DOOR, [listed(query, [])], () =>
      onlyOf(
        sync().generations.list({ ids: [ID, 'a1'], source: 'api', projectId: 'p1', limit: 2 }),
      ),
    );
  });
});

describe('generations.remove', () => {
  const removed = (status: number, answer: unknown = ''): Route => ({
    method: 'DELETE',
    path: `/v2/generations/${ID}`,
    status,
    body: answer,
  });

  it.each([
    ['200, with the generation', removed(200, body('completed'))],
    ['204', removed(204)],
    ['404, since it is not there', removed(404, { message: 'Not Found', statusCode: 404 })],
    ['410', removed(410)],
  ])('succeeds with %s', async (_status, route) => {
    const event = await replay(DOOR, [route], () => onlyOf(sync().generations.remove(ID)));
    expect(rightOf(event)).toBeUndefined();
  });

  it('is refused while the vendor is at work', async () => {
    const answer = { errorCode: 'generation_not_deletable_while_processing', message: 'Wait.' };
    const event = await replay(DOOR, [removed(409, answer)], () =>
      onlyOf(sync().generations.remove(ID)),
    );
    expect(leftOf(event)).toMatchObject({
      _tag: 'Rejected',
      operation: 'generations.remove',
      vendorCode: 'generation_not_deletable_while_processing',
      retryable: false,
      jobMayBeRunning: true,
    });
  });

  it('is tried again after a fault of the server', async () => {
    const routes = [removed(500), removed(204)];
    const event = await replay(DOOR, routes, () => onlyOf(sync().generations.remove(ID)));
    expect(rightOf(event)).toBeUndefined();
  });
});

describe('errors', () => {
  const anonymous: Door = { ...DOOR, headers: {} };
  const catalogue: Route = {
    method: 'GET',
    path: '/v2/errors',
    status: 200,
    body: fixture('sync/errorCatalogue'),
  };

  it('reads the catalogue, without a key', async () => {
    const event = await replay(anonymous, [catalogue], () => onlyOf(sync().errors()));
    expect(rightOf(event)).toEqual([
      {
        code: 'generation_unsupported_model',
        message: 'The requested model is not supported for this operation.',
      },
      expect.objectContaining({ code: 'generation_input_video_inaccessible' }),
      { code: 'generation_unknown_error' },
    ]);
  });

  it('asks no function for a key either', async () => {
    const apiKey = jest.fn(() => 'a-key-9d2e6c');
    await replay(anonymous, [catalogue], () => onlyOf(sync({ apiKey }).errors()));
    expect(apiKey).not.toHaveBeenCalled();
  });

  it('tells of an answer that is no catalogue', async () => {
    const event = await replay(anonymous, [{ ...catalogue, body: { errors: [] } }], () =>
      onlyOf(sync().errors()),
    );
    expect(leftOf(event)).toMatchObject({ _tag: 'Undecodable', operation: 'errors' });
  });
});

describeFailures({
  door: DOOR,
  id: ID,
  refusals: [
    {
      status: 400,
      body: { message: ['model must be a string'], error: 'Bad Request', statusCode: 400 },
      says: 'model must be a string',
    },
    {
      status: 401,
      body: {
        message: 'Either Cookie or x-api-key header must be provided',
        error: 'Unauthorized',
        statusCode: 401,
      },
      says: 'Either Cookie or x-api-key header must be provided',
    },
    {
      status: 402,
      body: { message: 'Add a card.', errorCode: 'payment_required', statusCode: 402 },
      code: 'payment_required',
      says: 'Add a card.',
    },
    {
      status: 404,
      body: { message: 'Gone.', error_code: 'generation_not_found', statusCode: 404 },
      code: 'generation_not_found',
      says: 'Gone.',
    },
    {
      status: 422,
      body: {
        message: 'The provided video URL is inaccessible.',
        errorCode: 'generation_input_video_inaccessible',
        suggestion: 'Make sure the video URL is publicly fetchable.',
        statusCode: 422,
      },
      code: 'generation_input_video_inaccessible',
      says: 'inaccessible. Make sure the video URL is publicly fetchable.',
    },
    {
      status: 429,
      body: {
        statusCode: 429,
        errorCode: 'rate_limit_exceeded',
        message: 'Rate limit exceeded. Please try again later.',
        error: 'Too Many Requests',
      },
      code: 'rate_limit_exceeded',
      says: 'Rate limit exceeded.',
    },
    {
      status: 500,
      body: { message: 'Internal server error', requestId: 'req-5f1c', statusCode: 500 },
      requestId: 'req-5f1c',
      says: 'Internal server error',
    },
  ],
  create: {
    method: 'POST',
    path: '/v2/generate',
    requestHeaders: { 'idempotency-key': A_KEY },
    requestBody: INPUT,
    attempts: 5,
    call: (options) => sync().generations.run(INPUT, options),
  },
  get: {
    method: 'GET',
    path: `/v2/generate/${ID}`,
    call: () => sync().generations.get(ID),
  },
  watch: {
    method: 'GET',
    path: `/v2/generate/${ID}`,
    query: { include: 'progress' },
    call: () => sync().generations.watch(ID, { progress: true }),
  },
});
