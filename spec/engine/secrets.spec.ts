import { inspect } from 'node:util';
import type { Observable } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { JobErrorBase } from '../../src/errors/JobErrorBase.js';
import {
  auroraBody,
  AURORA_INPUT,
  characterBody,
  CHARACTER_INPUT,
  generationBody,
  GENERATION_INPUT,
  ID,
  LIP_SYNC_INPUT,
  videoBody,
} from './bodies.js';
import { observe } from './observe.js';
import { answer, broken, silence } from './scriptedPort.js';
import type { Reply } from './scriptedPort.js';
import { stage } from './stage.js';
import type { Stage } from './stage.js';
import { storedRecords } from './storedRefs.js';

const ID_CANARY = 'canary-id-4f1b7a';
const KEY_CANARY = 'canary-key-9d2e6c';
const TOKEN_CANARY = 'canary-token-5b8d01';
const CANARY = /canary/;

/** A vendor that says everything it knows, in every place that is read. */
const LOUD = {
  message: `X-API-ID ${KEY_CANARY}, x-api-key: "${KEY_CANARY}", Authorization: Bearer ${KEY_CANARY}`,
  detail: `no account for ${KEY_CANARY} at https://files.example/a.mp4?token=${TOKEN_CANARY}`,
  code: KEY_CANARY,
  errorCode: KEY_CANARY,
  requestId: KEY_CANARY,
  error: {
    code: KEY_CANARY,
    type: KEY_CANARY,
    message: KEY_CANARY,
    param: KEY_CANARY,
    request_id: KEY_CANARY,
  },
};
const HEADERS = { 'aurous-request-id': KEY_CANARY, 'retry-after': KEY_CANARY };

const loudPage = `<html><title>${KEY_CANARY}</title><body>${KEY_CANARY} https://u:${KEY_CANARY}@a.example/?k=${TOKEN_CANARY}</body></html>`;

const PATHS: readonly (readonly [string, Reply])[] = [
  ...[400, 401, 402, 403, 404, 408, 409, 422, 429, 500, 501, 503].map(
    (status) => [`HTTP ${status}`, answer(status, LOUD, { headers: HEADERS })] as const,
  ),
  ['a page', answer(502, loudPage)],
  ['a page as 200', answer(200, loudPage)],
  ['another shape', answer(200, { id: 7, status: KEY_CANARY })],
  [
    'a redirect',
    answer(302, '', { headers: { location: `https://evil.example/?key=${KEY_CANARY}` } }),
  ],
  ['silence', silence],
  ['a body that is too large', broken('too-large')],
  [
    'a transport that says all',
    {
      afterMs: 0,
      fault: Object.assign(broken('reset').fault ?? {}, {
        message: `socket hang up: x-api-key: ${KEY_CANARY}`,
        config: { headers: { key: KEY_CANARY } },
      }) as never,
    },
  ],
  [
    'a port that throws what it likes',
    {
      afterMs: 0,
      fault: Object.assign(new Error(`Invalid header ["${KEY_CANARY}"]`), {
        config: KEY_CANARY,
      }) as never,
    },
  ],
];

type Call = (scene: Stage) => Observable<Either<JobError, unknown>>;

const CALLS: readonly (readonly [string, Call])[] = [
  [
    'creatify.aurora.run',
    ({ creatify }) => creatify({ apiId: ID_CANARY, apiKey: KEY_CANARY }).aurora.run(AURORA_INPUT),
  ],
  [
    'creatify.aurora.watch',
    ({ creatify }) =>
      creatify({ apiId: () => ID_CANARY, apiKey: () => KEY_CANARY }).aurora.watch(ID),
  ],
  [
    'creatify.aurora.list',
    ({ creatify }) => creatify({ apiId: ID_CANARY, apiKey: KEY_CANARY }).aurora.list(),
  ],
  [
    'sync.generations.run',
    ({ sync }) => sync({ apiKey: KEY_CANARY }).generations.run(GENERATION_INPUT),
  ],
  ['sync.generations.get', ({ sync }) => sync({ apiKey: KEY_CANARY }).generations.get(ID)],
  [
    'magicHour.lipSync.submit',
    ({ magicHour }) => magicHour({ apiKey: KEY_CANARY }).lipSync.submit(LIP_SYNC_INPUT),
  ],
  [
    'magicHour.videos.remove',
    ({ magicHour }) => magicHour({ apiKey: KEY_CANARY }).videos.remove(ID),
  ],
  [
    'aurous.characters.run',
    ({ aurous }) => aurous({ apiKey: KEY_CANARY }).characters.run(CHARACTER_INPUT),
  ],
  ['aurous.characters.save', ({ aurous }) => aurous({ apiKey: KEY_CANARY }).characters.save(ID)],
];

/** All that can be got out of a value, hidden fields and causes too. */
function everythingOf(value: unknown): string {
  const parts = [
    inspect(value, {
      depth: Infinity,
      showHidden: true,
      getters: true,
      maxArrayLength: null,
      maxStringLength: null,
    }),
  ];
  try {
    parts.push(JSON.stringify(value) ?? '');
  } catch {
    // A value that cannot be written as JSON shows nothing that way.
  }
  for (let cause = value; cause instanceof Error; cause = cause.cause) {
    parts.push(
      String(cause),
      cause.message,
      cause.stack ?? '',
      inspect(cause, { depth: Infinity, showHidden: true }),
    );
    if (cause instanceof JobErrorBase) parts.push(JSON.stringify(cause.toJSON()));
  }
  return parts.join('\n');
}

describe.each(CALLS)('%s', (_name, call) => {
  it.each(PATHS)('shows no key after %s', (_what, reply) => {
    const scene = stage(() => reply);
    const seen = observe(call(scene).pipe(), scene.time);
    scene.time.advance(90_000);
    seen.leave();
    const sent = scene.port.calls[0];
    expect(Object.values(sent?.headers ?? {}).join()).toContain(KEY_CANARY);
    expect(everythingOf(seen.errors)).not.toMatch(CANARY);
    for (const error of seen.errors) {
      expect(everythingOf(error)).not.toMatch(CANARY);
      expect(error.message.length).toBeLessThanOrEqual(500);
    }
    expect(everythingOf(scene.told)).not.toMatch(CANARY);
    expect(everythingOf(storedRecords(scene.store))).not.toMatch(CANARY);
    for (const { path, query, body } of scene.port.calls) {
      expect(everythingOf([path, query, body])).not.toMatch(CANARY);
    }
  });
});

describe('what a client is', () => {
  it('shows no key', () => {
    const scene = stage([silence]);
    const keys = { apiKey: KEY_CANARY };
    for (const client of [
      scene.creatify({ ...keys, apiId: ID_CANARY }),
      scene.sync(keys),
      scene.magicHour(keys),
      scene.aurous(keys),
    ]) {
      expect(everythingOf(client)).not.toMatch(CANARY);
    }
  });

  it('does not change with the options that it was made of', () => {
    const scene = stage([answer(200, auroraBody('done'))]);
    const options = { apiId: 'an-id-1', apiKey: 'a-key-1', baseUrl: 'https://one.example' };
    const client = scene.creatify(options);
    options.apiKey = 'a-key-2';
    options.baseUrl = 'https://two.example';
    observe(client.aurora.get(ID), scene.time);
    expect(scene.port.calls[0]?.headers['x-api-key']).toBe('a-key-1');
  });
});

describe('what a good job shows', () => {
  it.each<[string, (scene: Stage) => Observable<Either<JobError, unknown>>, Reply, Reply]>([
    [
      'creatify',
      (scene) => scene.creatify({ apiId: ID_CANARY, apiKey: KEY_CANARY }).aurora.run(AURORA_INPUT),
      answer(201, auroraBody('pending')),
      answer(200, auroraBody('done')),
    ],
    [
      'sync',
      (scene) => scene.sync({ apiKey: KEY_CANARY }).generations.run(GENERATION_INPUT),
      answer(201, generationBody('PENDING')),
      answer(200, generationBody('COMPLETED')),
    ],
    [
      'magicHour',
      (scene) => scene.magicHour({ apiKey: KEY_CANARY }).lipSync.run(LIP_SYNC_INPUT),
      answer(200, { id: ID }),
      answer(200, videoBody('complete')),
    ],
    [
      'aurous',
      (scene) => scene.aurous({ apiKey: KEY_CANARY }).characters.run(CHARACTER_INPUT),
      answer(201, characterBody('synthesizing')),
      answer(200, characterBody('ready')),
    ],
  ])('holds no key: %s', (_vendor, run, made, finished) => {
    const scene = stage([made, finished]);
    const seen = observe(run(scene), scene.time);
    scene.time.flush();
    expect(seen.errors).toEqual([]);
    expect(seen.over).toBe(true);
    expect(everythingOf([seen.values, scene.told, storedRecords(scene.store)])).not.toMatch(CANARY);
  });
});

describe('keys go where they belong', () => {
  it('both of Creatify’s in their own headers', () => {
    const scene = stage([answer(200, auroraBody('done'))]);
    observe(scene.creatify().aurora.get(ID), scene.time);
    expect(scene.port.calls[0]?.headers).toMatchObject({
      'x-api-id': 'canary-id-4f1b7a',
      'x-api-key': 'canary-key-9d2e6c',
    });
  });

  it('none to sync.so’s public catalogue', () => {
    const scene = stage([answer(200, [{ code: 'generation_pipeline_failed' }])]);
    const seen = observe(scene.sync().errors(), scene.time);
    expect(seen.last).toHaveLength(1);
    expect(everythingOf(scene.port.calls)).not.toMatch(CANARY);
    expect(Object.keys(scene.port.calls[0]?.headers ?? {})).toEqual(['accept']);
  });

  it('a rotated key to the next request, and the old one out of every text', () => {
    const keys = ['canary-first-1', 'canary-second-2'];
    const scene = stage([
      answer(200, auroraBody('running')),
      answer(401, { detail: 'canary-first-1 was rotated to canary-second-2' }),
    ]);
    const seen = observe(
      scene.creatify({ apiId: 'an-id', apiKey: () => keys.shift() ?? '' }).aurora.watch(ID),
      scene.time,
    );
    scene.time.flush();
    expect(scene.port.calls.map(({ headers }) => headers['x-api-key'])).toEqual([
      'canary-first-1',
      'canary-second-2',
    ]);
    expect(everythingOf(seen.errors)).not.toMatch(CANARY);
  });

  it('none after a redirect, which is not followed', () => {
    const scene = stage([answer(307, '', { headers: { location: 'https://evil.example/' } })]);
    observe(scene.creatify().aurora.run(AURORA_INPUT), scene.time);
    scene.time.flush();
    expect(scene.port.calls).toHaveLength(1);
  });
});
