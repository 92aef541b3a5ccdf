import { EMPTY, mergeMap, share, take } from 'rxjs';
import { reviewWith } from 'rushes';
import type { AurousOptions } from 'rushes/aurous';
import { createAurous } from 'rushes/aurous';
import { fixture } from '../fixtures/fixture.js';
import { describeFailures, UNLIMITED } from './describeFailures.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, onlyOf, QUICK, replay, rightOf, wordsOf } from './routeTable.js';

const DOOR: Door = {
  origin: 'https://api.aurous-labs.com',
  headers: { 'x-api-key': 'al_live_9d2e6c', 'aurous-version': '2026-05-15' },
};
const ID = 'char_01HXMQ7Z3K8Y2ABCDEFGHJKM';
const INPUT = {
  name: 'Aurora the Adventurer',
  attributes: { gender: 'female', age: 28 },
  client_reference_id: 'order 7',
};
const DAY_MS = 86_400_000;

const body = (name: string, changes: object = {}): unknown => ({
  ...(fixture(`aurous/${name}`) as object),
  ...changes,
});
const made = (answer: unknown = body('synthesizing')): Route => ({
  method: 'POST',
  path: '/v1/characters',
  requestBody: { ...INPUT, generate: true },
  status: 201,
  body: answer,
});
const looked = (answer: unknown, status = 200): Route => ({
  method: 'GET',
  path: `/v1/characters/${ID}`,
  status,
  body: answer,
});
const saved = (answer: unknown = body('ready'), status = 200): Route => ({
  method: 'POST',
  path: `/v1/characters/${ID}/save`,
  status,
  body: answer,
});

/** A key of ours: a UUID. */
const A_KEY: unknown = expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);

const resynthesized = (
  requestBody: object = {},
  answer: unknown = body('synthesizing'),
  status = 200,
): Route => ({
  method: 'POST',
  path: `/v1/characters/${ID}/resynthesize`,
  requestHeaders: { 'idempotency-key': A_KEY },
  requestBody,
  status,
  body: answer,
});

const refusal = (type: string, code: string, message: string, param: string | null = null) => ({
  error: {
    type,
    code,
    message,
    param,
    doc_url: `https://docs.aurous-labs.com/errors#${code}`,
    request_id: 'req_01HXMQ7Z3K8Y2ABCDEFGHJKM',
  },
});
const NOT_FOUND = refusal('not_found', 'resource_not_found', 'No such character.');

const aurous = (options: Partial<AurousOptions> = {}) =>
  createAurous({ apiKey: 'al_live_9d2e6c', ...QUICK, ...options });

interface Passage {
  readonly routes: readonly Route[];
  readonly words: readonly string[];
  readonly last: object;
}

const PASSAGES: Readonly<Record<string, Passage>> = {
  'from synthesizing to reviewing, where a person has to act': {
    routes: [made(), looked(body('synthesizing')), looked(body('reviewing'))],
    words: ['running synthesizing', 'needs-action reviewing'],
    last: {
      preview: {
        name: 'Aurora the Adventurer',
        refs: ['portrait', 'front', 'side', 'back'].map((pose) => ({
          pose,
          url: `https://api.aurous-labs.com/storage/char/${pose}.bin?token=abc`,
        })),
      },
      actions: ['save', 'resynthesize', 'regenerateRef', 'remove'],
      assets: [
        { type: 'image', role: 'portrait' },
        { type: 'image', role: 'front' },
        { type: 'image', role: 'side' },
        { type: 'image', role: 'back' },
      ],
    },
  },
  'reviewing as soon as it is made': {
    routes: [made(body('reviewing'))],
    words: ['needs-action reviewing'],
    last: {},
  },
  'straight to ready, as since 2026-06-19': {
    routes: [made(), looked(body('ready.referenced'))],
    words: ['running synthesizing', 'succeeded ready 1'],
    last: {
      output: { id: ID, name: 'Aurora the Adventurer', client_reference_id: expect.any(String) },
      createdAt: Date.parse('2026-11-22T08:00:00Z'),
    },
  },
  'to failed, with a sentence': {
    routes: [made(), looked(body('failed'))],
    words: ['running synthesizing', 'failed failed'],
    last: { failure: { message: 'The synthesis could not be completed.' }, assets: [] },
  },
  'to failed, with a code for a sentence': {
    routes: [made(), looked(body('failed.code'))],
    words: ['running synthesizing', 'failed failed'],
    last: { failure: { code: 'provider_timeout', message: 'provider_timeout' } },
  },
  'to failed, with the object that the page types': {
    routes: [
      made(),
      looked(body('failed', { error_message: { code: 'blocked', message: 'Not allowed.' } })),
    ],
    words: ['running synthesizing', 'failed failed'],
    last: { failure: { code: 'blocked', message: 'Not allowed.' } },
  },
  'to failed, without a reason': {
    routes: [made(), looked(body('failed', { error_message: null }))],
    words: ['running synthesizing', 'failed failed'],
    last: { failure: { message: '' } },
  },
  'to cancelled: it was deleted while it ran': {
    routes: [made(), looked(body('cancelled.inferred'))],
    words: ['running synthesizing', 'canceled cancelled'],
    last: {},
  },
  'to deleted, which may still be looked at': {
    routes: [made(), looked(body('deleted'))],
    words: ['running synthesizing', 'gone deleted'],
    last: {},
  },
  'to gone: 404 after a look had shown it': {
    routes: [made(), looked(body('synthesizing')), looked(NOT_FOUND, 404)],
    words: ['running synthesizing', 'gone synthesizing'],
    last: { assets: [] },
  },
  'to gone: 410': {
    routes: [made(), looked('', 410)],
    words: ['running synthesizing', 'gone synthesizing'],
    last: {},
  },
};

describe('characters.run: one create, then looks', () => {
  it.each(Object.entries(PASSAGES))('%s', async (_name, { routes, words, last }) => {
    const events = await replay(DOOR, routes, () => eventsOf(aurous().characters.run(INPUT)));
    expect(wordsOf(events)).toEqual(words);
    const { ref, ...snapshot } = rightOf(events.at(-1));
    expect(snapshot).toMatchObject(last);
    expect(ref).toMatchObject({ v: 1, provider: 'aurous', kind: 'characters', id: ID });
  });

  it('says that a picture’s URL works for a day', async () => {
    const events = await replay(DOOR, [looked(body('ready'))], () =>
      eventsOf(aurous().characters.get(ID)),
    );
    const { assets, observedAt } = rightOf(events[0]);
    expect(assets.map(({ expiresAt }) => expiresAt)).toEqual(assets.map(() => observedAt + DAY_MS));
    expect(assets.length).toBeGreaterThan(0);
  });

  it('watches on past reviewing where it is asked to', async () => {
    const routes = [made(body('reviewing')), looked(body('reviewing')), looked(body('ready'))];
    const events = await replay(DOOR, routes, () =>
      eventsOf(aurous().characters.run(INPUT, { until: 'terminal' })),
    );
    expect(wordsOf(events)).toEqual(['needs-action reviewing', 'succeeded ready 1']);
  });

  it('sends no Idempotency-Key, since a create of characters knows none', async () => {
    await replay(DOOR, [made(body('ready'))], () =>
      eventsOf(aurous().characters.run(INPUT, { idempotencyKey: 'order-7' })),
    );
  });
});

describe('the Aurous-Version', () => {
  const pinned: Door = { ...DOOR, headers: { ...DOOR.headers, 'aurous-version': '2027-01-31' } };
  const routes = [made(), looked(body('ready'))];

  it('is the one that this library was written against', async () => {
    await replay(DOOR, routes, () => eventsOf(aurous().characters.run(INPUT)));
  });

  it('is the user’s own pin, on every request', async () => {
    const client = aurous({ version: '2027-01-31' });
    await replay(pinned, [...routes, saved()], async () => {
      await eventsOf(client.characters.run(INPUT));
      await eventsOf(client.characters.save(ID));
    });
  });
});

describe('characters.submit, watch and get', () => {
  const ref = { v: 1, provider: 'aurous', kind: 'characters', id: ID } as const;

  it('submit gives the reference, whatever the synthesis has come to', async () => {
    const event = await replay(DOOR, [made(body('reviewing'))], () =>
      onlyOf(aurous().characters.submit(INPUT)),
    );
    expect(rightOf(event)).toMatchObject(ref);
  });

  it.each([
    ['by id', () => aurous().characters.watch(ID)],
    ['by reference', () => aurous().characters.watch(ref)],
    ['by the client', () => aurous().watch(ref)],
  ])('watch %s', async (_how, watch) => {
    const routes = [looked(body('synthesizing')), looked(body('reviewing'))];
    const events = await replay(DOOR, routes, () => eventsOf(watch()));
    expect(wordsOf(events)).toEqual(['running synthesizing', 'needs-action reviewing']);
  });

  it.each([
    ['synthesizing', 'running synthesizing'],
    ['reviewing', 'needs-action reviewing'],
    ['ready', 'succeeded ready 1'],
    ['failed', 'failed failed'],
    ['deleted', 'gone deleted'],
    ['cancelled.inferred', 'canceled cancelled'],
  ])('get looks once at %s', async (name, word) => {
    const events = await replay(DOOR, [looked(body(name))], () =>
      eventsOf(aurous().characters.get(ID)),
    );
    expect(wordsOf(events)).toEqual([word]);
  });

  it('get reads the example of the page', async () => {
    const example = fixture('aurous/example') as { readonly id: string };
    const route = { ...looked(example), path: `/v1/characters/${example.id}` };
    const events = await replay(DOOR, [route], () => eventsOf(aurous().characters.get(example.id)));
    expect(wordsOf(events)).toEqual(['succeeded ready 1']);
  });
});

describe('characters.save', () => {
  it('is one request without a body, and needs no look where its answer is the end', async () => {
    const events = await replay(DOOR, [saved()], () => eventsOf(aurous().characters.save(ID)));
    expect(wordsOf(events)).toEqual(['succeeded ready 1']);
  });

  it('is followed to the end where its answer is none', async () => {
    const routes = [saved(body('synthesizing')), looked(body('ready'))];
    const events = await replay(DOOR, routes, () => eventsOf(aurous().characters.save(ID)));
    expect(wordsOf(events)).toEqual(['running synthesizing', 'succeeded ready 1']);
  });

  it('is sent again after a fault of the server, since it costs nothing', async () => {
    const routes = [saved('', 500), saved('<title>502</title>', 502), saved()];
    const events = await replay(DOOR, routes, () => eventsOf(aurous().characters.save(ID)));
    expect(wordsOf(events)).toEqual(['succeeded ready 1']);
  });

  it('tells why it is refused, and that the character is still there', async () => {
    const answer = refusal('invalid_request', 'invalid_request_error', 'Not reviewing.');
    const events = await replay(DOOR, [saved(answer, 400)], () =>
      eventsOf(aurous().characters.save(ID)),
    );
    expect(leftOf(events[0])).toMatchObject({
      _tag: 'Rejected',
      operation: 'characters.save',
      vendorCode: 'invalid_request_error',
      ref: { id: ID },
      jobMayBeRunning: true,
    });
  });
});

describe('characters.resynthesize', () => {
  it('goes back to synthesizing, and is watched to the next review', async () => {
    const routes = [resynthesized(), looked(body('synthesizing')), looked(body('reviewing'))];
    const events = await replay(DOOR, routes, () => eventsOf(aurous().characters.resynthesize(ID)));
    expect(wordsOf(events)).toEqual(['running synthesizing', 'needs-action reviewing']);
  });

  it('says which poses, under a key of the user’s', async () => {
    const route = {
      ...resynthesized({ force_all: true }, body('ready')),
      requestHeaders: { 'idempotency-key': 'again-7' },
    };
    const events = await replay(DOOR, [route], () =>
      eventsOf(
        aurous().characters.resynthesize(ID, { force_all: true }, { idempotencyKey: 'again-7' }),
      ),
    );
    expect(wordsOf(events)).toEqual(['succeeded ready 1']);
  });

  it('is sent again under the same key where an answer is lost, or the first still runs', async () => {
    const inUse = refusal('invalid_request', 'idempotency_key_in_use', 'The key is in use.');
    const route = { ...resynthesized(), requestHeaders: { 'idempotency-key': 'again-7' } };
    const routes = [
      { ...route, status: 500, body: '' },
      { ...route, status: 409, body: inUse },
      { ...route, body: body('ready') },
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(aurous().characters.resynthesize(ID, {}, { idempotencyKey: 'again-7' })),
    );
    expect(wordsOf(events)).toEqual(['succeeded ready 1']);
  });

  it.each([
    ['PaymentRequired', 402, 'insufficient_credits'],
    ['NotFound', 404, 'resource_not_found'],
    ['Rejected', 400, 'invalid_request_error'],
  ])('that is refused is %s (%i)', async (tag, status, code) => {
    const answer = refusal('invalid_request', code, 'No.');
    const events = await replay(DOOR, [resynthesized({}, answer, status)], () =>
      eventsOf(aurous().characters.resynthesize(ID)),
    );
    expect(leftOf(events[0])).toMatchObject({
      _tag: tag,
      httpStatus: status,
      vendorCode: code,
      outcome: 'rejected',
      retryable: false,
    });
  });
});

describe('reviewWith', () => {
  it('saves what a person takes', async () => {
    const client = aurous();
    const routes = [made(), looked(body('reviewing')), saved()];
    const events = await replay(DOOR, routes, () =>
      eventsOf(
        client.characters.run(INPUT).pipe(reviewWith(({ ref }) => client.characters.save(ref))),
      ),
    );
    expect(wordsOf(events)).toEqual([
      'running synthesizing',
      'needs-action reviewing',
      'succeeded ready 1',
    ]);
  });

  it('synthesizes anew what a person does not take', async () => {
    const client = aurous();
    const routes = [made(body('reviewing')), resynthesized(), looked(body('ready'))];
    const events = await replay(DOOR, routes, () =>
      eventsOf(
        client.characters
          .run(INPUT)
          .pipe(reviewWith(({ ref }) => client.characters.resynthesize(ref))),
      ),
    );
    expect(wordsOf(events)).toEqual([
      'needs-action reviewing',
      'running synthesizing',
      'succeeded ready 1',
    ]);
  });

  it('leaves what a person leaves', async () => {
    const events = await replay(DOOR, [made(body('reviewing'))], () =>
      eventsOf(
        aurous()
          .characters.run(INPUT)
          .pipe(reviewWith(() => EMPTY)),
      ),
    );
    expect(wordsOf(events)).toEqual(['needs-action reviewing']);
  });
});

describe('characters.list', () => {
  const listed = (query: Readonly<Record<string, string>>, answer: unknown): Route => ({
    method: 'GET',
    path: '/v1/characters',
    query,
    status: 200,
    body: answer,
  });

  it('pages by the cursor, until there is no more', async () => {
    const client = aurous();
    const routes = [
      listed({ limit: '2', status: 'ready' }, fixture('aurous/list')),
      listed({ limit: '2', status: 'ready', starting_after: ID }, fixture('aurous/list.last')),
    ];
    const [first, second] = await replay(DOOR, routes, async () => {
      const one = rightOf(await onlyOf(client.characters.list({ limit: 2, status: 'ready' })));
      return [one, rightOf(await onlyOf(client.characters.list(one.next)))];
    });
    expect(first).toMatchObject({
      items: [
        { phase: 'succeeded' },
        { phase: 'needs-action', preview: { refs: [{}, {}, {}, {}] } },
      ],
      skipped: 0,
      next: { limit: 2, status: 'ready', starting_after: ID },
    });
    expect(Object.keys(second)).not.toContain('next');
  });
});

describe('characters.remove', () => {
  const removed = (status: number, answer: unknown = ''): Route => ({
    method: 'DELETE',
    path: `/v1/characters/${ID}`,
    status,
    body: answer,
  });

  it.each([
    ['204', removed(204)],
    ['200, with the character', removed(200, body('deleted'))],
    ['404, since it is not there', removed(404, NOT_FOUND)],
  ])('succeeds with %s', async (_status, route) => {
    const event = await replay(DOOR, [route], () => onlyOf(aurous().characters.remove(ID)));
    expect(rightOf(event)).toBeUndefined();
  });

  it('ends the watches of the character', async () => {
    const client = aurous({ cadence: () => 60_000 });
    const events = await replay(DOOR, [looked(body('synthesizing')), removed(204)], () => {
      const watched$ = client.characters.watch(ID).pipe(share());
      const removed$ = watched$.pipe(
        take(1),
        mergeMap(() => client.characters.remove(ID)),
      );
      return Promise.all([eventsOf(watched$), onlyOf(removed$)]).then(([watched]) => watched);
    });
    expect(wordsOf(events)).toEqual(['running synthesizing', 'gone synthesizing']);
  });
});

const failing = () => aurous({ limiter: UNLIMITED });

describeFailures({
  door: DOOR,
  id: ID,
  refusals: [
    {
      status: 400,
      body: refusal('invalid_request', 'missing_field', 'This field is required.', 'name'),
      code: 'missing_field',
      requestId: 'req_01HXMQ7Z3K8Y2ABCDEFGHJKM',
      says: 'name: This field is required.',
    },
    {
      status: 401,
      body: { error: { type: 'authentication', message: 'The key is not known.' } },
      headers: { 'aurous-request-id': 'req_of_the_header' },
      code: 'authentication',
      requestId: 'req_of_the_header',
      says: 'The key is not known.',
    },
    {
      status: 402,
      body: refusal('invalid_request', 'balance_too_low', 'Team available balance is 1.5 credits.'),
      code: 'balance_too_low',
      requestId: 'req_01HXMQ7Z3K8Y2ABCDEFGHJKM',
      says: 'Team available balance is 1.5 credits.',
    },
    {
      status: 404,
      body: NOT_FOUND,
      code: 'resource_not_found',
      requestId: 'req_01HXMQ7Z3K8Y2ABCDEFGHJKM',
      says: 'No such character.',
    },
    {
      status: 422,
      body: refusal('invalid_request', 'prompt_blocked', 'The prompt is not allowed.'),
      code: 'prompt_blocked',
      requestId: 'req_01HXMQ7Z3K8Y2ABCDEFGHJKM',
      says: 'The prompt is not allowed.',
    },
    {
      status: 429,
      body: refusal('rate_limit', 'too_many_requests', 'Rate limit exceeded for characters_get.'),
      code: 'too_many_requests',
      requestId: 'req_01HXMQ7Z3K8Y2ABCDEFGHJKM',
      says: 'Rate limit exceeded for characters_get.',
    },
    {
      status: 500,
      body: refusal('server_error', 'internal_error', 'Something broke.'),
      code: 'internal_error',
      requestId: 'req_01HXMQ7Z3K8Y2ABCDEFGHJKM',
      says: 'Something broke.',
    },
    {
      status: 503,
      body: '<title>503 Busy</title>',
      headers: { 'aurous-request-id': 'req_of_the_header' },
      requestId: 'req_of_the_header',
      says: '503 Busy',
    },
  ],
  create: {
    method: 'POST',
    path: '/v1/characters',
    requestBody: { ...INPUT, generate: true },
    attempts: 1,
    call: (options) => failing().characters.run(INPUT, options),
  },
  get: {
    method: 'GET',
    path: `/v1/characters/${ID}`,
    call: () => failing().characters.get(ID),
  },
  watch: {
    method: 'GET',
    path: `/v1/characters/${ID}`,
    call: () => failing().characters.watch(ID),
  },
});
