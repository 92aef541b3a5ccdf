import type { Sync } from 'rushes/sync';
import { fixture } from '../fixtures/fixture.js';
import { UNLIMITED } from './describeFailures.js';
import type { Answered } from './syncRoutes.js';
import { DOOR, ID, replayUpload, sync } from './syncRoutes.js';
import type { Route } from './routeTable.js';
import { leftOf, onlyOf, replay, rightOf } from './routeTable.js';

const GENERATION = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://media.example/face.mp4' },
    { type: 'audio', url: 'https://media.example/speech.wav' },
  ],
} as const;
const SPEECH = { script: 'Hello', voiceId: 'v1', provider: 'elevenlabs' } as const;
const ASSET = { url: 'https://assets.sync.so/files/speaker.mp4', type: 'VIDEO' } as const;
const CLONE = { name: 'Mine', provider: 'elevenlabs', assetId: ID } as const;

type Client = Sync;
interface Asked {
  readonly ask: (client: Client) => Answered;
  readonly route: Omit<Route, 'status'> & { readonly status?: number };
  readonly gives: unknown;
}

const asset = fixture('sync/asset') as Readonly<Record<string, unknown>>;
const readAsset = {
  ...Object.fromEntries(Object.entries(asset).filter(([, value]) => value !== null)),
  createdAt: Date.parse('2026-11-22T08:00:00.000Z'),
  updatedAt: Date.parse('2026-11-22T08:00:01.000Z'),
};
const readProject = {
  id: '612bb64a-e7f4-40c1-977b-3e9797845637',
  visibility: 'USER',
  mode: 'CREATOR',
  name: 'My API Project',
  createdAt: Date.parse('2026-11-22T08:00:00.000Z'),
  updatedAt: Date.parse('2026-11-22T08:00:00.000Z'),
};

/** Every call that makes no job: its exact request, and what it gives of the answer. */
const CALLS: Readonly<Record<string, Asked>> = {
  'generations.count, of all': {
    ask: ({ generations }) => generations.count(),
    route: { method: 'GET', path: '/v2/generations/count', body: { count: 7 } },
    gives: 7,
  },
  'generations.count, of some': {
    ask: ({ generations }) =>
      generations.count({
        status: ['FAILED', 'REJECTED'],
        source: ['a', 'b'],
        type: 'api',
        generationSource: 'mcp',
        currentUserOnly: true,
      }),
    route: {
      method: 'GET',
      path: '/v2/generations/count',
      query: {
        status: 'FAILED,REJECTED',
        source: 'a,b',
        type: 'api',
        generationSource: 'mcp',
        currentUserOnly: 'true',
      },
      body: { count: '0' },
    },
    gives: 0,
  },
  'batches.resultUrl, which is redirected to and not followed': {
    ask: ({ batches }) => batches.resultUrl(ID),
    route: {
      method: 'GET',
      path: `/v2/batches/${ID}/result`,
      status: 302,
      headers: { location: 'https://media.example/result.jsonl?Signature=a%2Fb&Expires=1' },
      body: '',
    },
    gives: 'https://media.example/result.jsonl?Signature=a%2Fb&Expires=1',
  },
  'generations.costs, of one that is done': {
    ask: ({ generations }) => generations.costs(ID),
    route: { method: 'GET', path: `/v2/generate/${ID}/costs`, body: fixture('sync/costs') },
    gives: {
      generationId: ID,
      generationStatus: 'COMPLETED',
      currency: 'USD',
      availability: 'complete',
      totalCostUsd: '0.4992',
      knownSubtotalUsd: '0.4992',
      components: [{ type: 'lipsync', amountUsd: '0.4992' }],
      excludedCosts: ['tax'],
    },
  },
  'generations.costs, of one under way, by its reference': {
    ask: ({ generations }) =>
      generations.costs({ v: 1, provider: 'sync', kind: 'generations', id: ID }),
    route: { method: 'GET', path: `/v2/generate/${ID}/costs`, body: fixture('sync/costs.pending') },
    gives: {
      generationId: ID,
      generationStatus: 'PROCESSING',
      currency: 'USD',
      availability: 'pending',
      knownSubtotalUsd: '0',
      retryAfterSeconds: 30,
      components: [],
      excludedCosts: ['tax'],
    },
  },
  'generations.estimateCost': {
    ask: ({ generations }) => generations.estimateCost({ model: 'sync-3', duration: 12, fps: 25 }),
    route: {
      method: 'POST',
      path: '/v2/generations/estimate',
      requestBody: { model: 'sync-3', duration: 12, fps: 25 },
      body: { estimatedFrameCount: 300, estimatedGenerationCost: 1.6, estimatedCredits: null },
    },
    gives: { estimatedFrameCount: 300, estimatedGenerationCost: 1.6 },
  },
  'generations.analyzeCost': {
    ask: ({ generations }) => generations.analyzeCost(GENERATION),
    route: {
      method: 'POST',
      path: '/v2/analyze/cost',
      requestBody: GENERATION,
      body: [{ estimatedFrameCount: 123, estimatedGenerationCost: 0.5 }],
    },
    gives: [{ estimatedFrameCount: 123, estimatedGenerationCost: 0.5 }],
  },
  tts: {
    ask: (client) => client.tts(SPEECH),
    route: {
      method: 'POST',
      path: '/v2/tts',
      requestBody: SPEECH,
      body: { id: 's1', url: 'https://media.example/s1.mp3', duration: 0.9 },
    },
    gives: { id: 's1', url: 'https://media.example/s1.mp3', duration: 0.9 },
  },
  'assets.create': {
    ask: ({ assets }) => assets.create({ ...ASSET, name: 'speaker.mp4' }),
    route: {
      method: 'POST',
      path: '/v2/assets',
      requestBody: { ...ASSET, name: 'speaker.mp4' },
      status: 201,
      body: asset,
    },
    gives: readAsset,
  },
  'assets.get': {
    ask: ({ assets }) => assets.get(ID),
    route: { method: 'GET', path: `/v2/assets/${ID}`, body: asset },
    gives: readAsset,
  },
  'assets.getMany': {
    ask: ({ assets }) => assets.getMany([ID, 'a2']),
    route: {
      method: 'POST',
      path: '/v2/assets/batch',
      requestBody: { ids: [ID, 'a2'] },
      body: [asset, { name: 'of no id' }],
    },
    gives: [readAsset],
  },
  'assets.list, with a page after it': {
    ask: ({ assets }) => assets.list({ types: ['VIDEO', 'AUDIO'], limit: 1, sortBy: 'dateDesc' }),
    route: {
      method: 'GET',
      path: '/v2/assets',
      query: { types: 'VIDEO,AUDIO', limit: '1', sortBy: 'dateDesc' },
      body: { items: [asset], nextCursor: 'c2', totalCount: 2 },
    },
    gives: {
      items: [readAsset],
      totalCount: 2,
      next: { types: ['VIDEO', 'AUDIO'], limit: 1, sortBy: 'dateDesc', cursor: 'c2' },
    },
  },
  'assets.list, the last page': {
    ask: ({ assets }) => assets.list(),
    route: { method: 'GET', path: '/v2/assets', body: { items: [], nextCursor: null } },
    gives: { items: [] },
  },
  'assets.update': {
    ask: ({ assets }) => assets.update(ID, { name: 'another.mp4', visibility: 'ORGANIZATION' }),
    route: {
      method: 'PATCH',
      path: `/v2/assets/${ID}`,
      requestBody: { name: 'another.mp4', visibility: 'ORGANIZATION' },
      body: asset,
    },
    gives: readAsset,
  },
  'assets.remove': {
    ask: ({ assets }) => assets.remove(ID),
    route: { method: 'DELETE', path: `/v2/assets/${ID}`, body: { id: ID } },
    gives: undefined,
  },
  'assets.remove, of one that is not there': {
    ask: ({ assets }) => assets.remove(ID),
    route: { method: 'DELETE', path: `/v2/assets/${ID}`, status: 404, body: { statusCode: 404 } },
    gives: undefined,
  },
  'assets.downloadUrl': {
    ask: ({ assets }) => assets.downloadUrl(ID),
    route: {
      method: 'GET',
      path: `/v2/assets/${ID}/download`,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'https://media.example/speaker.mp4?Signature=a%2Fb',
    },
    gives: 'https://media.example/speaker.mp4?Signature=a%2Fb',
  },
  'models.list': {
    ask: ({ models }) => models.list(),
    route: { method: 'GET', path: '/v2/models', body: fixture('sync/models') },
    gives: [
      { id: 'm-1', name: 'sync-3', type: 'lipsync', version: '3.0.0' },
      {
        id: 'm-2',
        name: 'react-1',
        type: 'react',
        version: '1.0.0',
        deprecatedAt: Date.parse('2026-11-01T00:00:00Z'),
      },
    ],
  },
  'voices.list': {
    ask: ({ voices }) => voices.list(),
    route: { method: 'GET', path: '/v2/voices', body: fixture('sync/voices') },
    gives: fixture('sync/voices'),
  },
  'voices.get': {
    ask: ({ voices }) => voices.get('EXAVITQu4vr4xnSDxMaL'),
    route: { method: 'GET', path: '/v2/voices/EXAVITQu4vr4xnSDxMaL', body: { id: 'v1' } },
    gives: { id: 'v1' },
  },
  'voices.clone': {
    ask: ({ voices }) => voices.clone(CLONE),
    route: {
      method: 'POST',
      path: '/v2/voices',
      requestBody: CLONE,
      status: 201,
      body: { id: 'v1', name: 'Mine', provider: 'elevenlabs', voiceId: 'theirs' },
    },
    gives: { id: 'v1', name: 'Mine', provider: 'elevenlabs', voiceId: 'theirs' },
  },
  'voices.remove': {
    ask: ({ voices }) => voices.remove('v1'),
    route: { method: 'DELETE', path: '/v2/voices/v1', body: true },
    gives: undefined,
  },
  'voices.remove, of one that is not there': {
    ask: ({ voices }) => voices.remove('v1'),
    route: { method: 'DELETE', path: '/v2/voices/v1', status: 404, body: { statusCode: 404 } },
    gives: undefined,
  },
  'projects.create': {
    ask: ({ projects }) => projects.create({ name: 'My API Project' }),
    route: {
      method: 'POST',
      path: '/v2/projects',
      requestBody: { name: 'My API Project' },
      status: 201,
      body: fixture('sync/project'),
    },
    gives: readProject,
  },
  'projects.get': {
    ask: ({ projects }) => projects.get(ID),
    route: { method: 'GET', path: `/v2/projects/${ID}`, body: fixture('sync/project') },
    gives: readProject,
  },
  'projects.list': {
    ask: ({ projects }) => projects.list({ searchQuery: 'API', sortBy: 'name', limit: 1 }),
    route: {
      method: 'GET',
      path: '/v2/projects',
      query: { searchQuery: 'API', sortBy: 'name', limit: '1' },
      body: { items: [fixture('sync/project')], nextCursor: 'c2' },
    },
    gives: {
      items: [readProject],
      next: { searchQuery: 'API', sortBy: 'name', limit: 1, cursor: 'c2' },
    },
  },
  'projects.update': {
    ask: ({ projects }) => projects.update(ID, { description: '' }),
    route: {
      method: 'PATCH',
      path: `/v2/projects/${ID}`,
      requestBody: { description: '' },
      body: fixture('sync/project'),
    },
    gives: readProject,
  },
  'projects.remove': {
    ask: ({ projects }) => projects.remove(ID),
    route: { method: 'DELETE', path: `/v2/projects/${ID}`, status: 204, body: '' },
    gives: undefined,
  },
  'projects.attachAsset': {
    ask: ({ projects }) => projects.attachAsset(ID, 'a1'),
    route: {
      method: 'POST',
      path: `/v2/projects/${ID}/assets`,
      requestBody: { assetId: 'a1' },
      status: 204,
      body: '',
    },
    gives: undefined,
  },
  'projects.detachAsset': {
    ask: ({ projects }) => projects.detachAsset(ID, 'a1'),
    route: { method: 'DELETE', path: `/v2/projects/${ID}/assets/a1`, status: 204, body: '' },
    gives: undefined,
  },
  healthcheck: {
    ask: (client) => client.healthcheck(),
    route: { method: 'GET', path: '/v2/healthcheck', body: 'OK' },
    gives: undefined,
  },
  webhookSecret: {
    ask: (client) => client.webhookSecret({ masked: true }),
    route: {
      method: 'GET',
      path: '/v2/organizations/webhook/secret',
      query: { masked: 'true' },
      body: { secret: 'whsec_****' },
    },
    gives: 'whsec_****',
  },
};

describe('a call that makes no job', () => {
  it.each(Object.entries(CALLS))('%s', async (_name, { ask, route, gives }) => {
    const event = await replay(DOOR, [{ status: 200, ...route }], () => onlyOf(ask(sync())));
    expect(rightOf(event)).toEqual(gives);
  });

  const REPEATED = Object.entries(CALLS).filter(
    ([, { ask, route }]) =>
      route.method === 'GET' || /remove|attach|update|getMany|estimate|analyze/.test(String(ask)),
  );
  it.each(REPEATED)('%s is asked again after a fault of the server', async (_name, asked) => {
    const fault = { ...asked.route, status: 502, headers: {}, body: '<title>Bad Gateway</title>' };
    const routes = [fault, { status: 200, ...asked.route }];
    const event = await replay(DOOR, routes, () => onlyOf(asked.ask(sync())));
    expect(rightOf(event)).toEqual(asked.gives);
  });
});

describe('a call that makes something anew each time', () => {
  const MAKING: readonly (readonly [string, Asked['ask'], string, object])[] = [
    ['tts', (client) => client.tts(SPEECH), '/v2/tts', SPEECH],
    ['voices.clone', ({ voices }) => voices.clone(CLONE), '/v2/voices', CLONE],
    ['assets.create', ({ assets }) => assets.create(ASSET), '/v2/assets', ASSET],
    [
      'projects.create',
      ({ projects }) => projects.create({ name: 'P' }),
      '/v2/projects',
      { name: 'P' },
    ],
  ];

  it.each(MAKING)('%s is not sent again when its answer is lost', async (name, ask, path, body) => {
    const lost: Route = { method: 'POST', path, requestBody: body, status: 502, body: '' };
    const event = await replay(DOOR, [lost], () => onlyOf(ask(sync())));
    expect(leftOf(event)).toMatchObject({
      _tag: 'SubmissionUnknown',
      operation: name,
      outcome: 'unknown',
      attempts: 1,
    });
  });

  it.each(MAKING)('%s is sent again after a 429', async (_name, ask, path, body) => {
    const limited = { errorCode: 'rate_limit_exceeded', retryAfterSeconds: 0.01 };
    const route: Route = { method: 'POST', path, requestBody: body, status: 429, body: limited };
    const made = { id: 'x1', url: 'https://media.example/x1' };
    // A bucket that a 429 emptied would take minutes to fill.
    const client = sync({ limiter: UNLIMITED });
    const routes = [route, { ...route, status: 201, body: made }];
    const event = await replay(DOOR, routes, () => onlyOf(ask(client)));
    expect(rightOf(event)).toMatchObject({ id: 'x1' });
  });

  it('a project under an id of one’s own may be sent again', async () => {
    const project = { name: 'P', id: '612bb64a-e7f4-40c1-977b-3e9797845637' };
    const lost: Route = {
      method: 'POST',
      path: '/v2/projects',
      requestBody: project,
      status: 502,
      body: '',
    };
    const made = { ...lost, status: 201, body: fixture('sync/project') };
    const event = await replay(DOOR, [lost, made], () => onlyOf(sync().projects.create(project)));
    expect(rightOf(event)).toEqual(readProject);
  });
});

describe('a call with a bad input', () => {
  const BAD: Readonly<Record<string, readonly [(client: Client) => Answered, string, string]>> = {
    'generations.count': [(c) => c.generations.count({ status: [] }), 'status', 'list of at least'],
    'generations.costs, an id': [(c) => c.generations.costs('../x'), 'id', 'an id is 1 to 256'],
    'generations.costs, another kind': [
      (c) => c.generations.costs({ v: 1, provider: 'sync', kind: 'batches', id: 'b1' }),
      'kind',
      'these methods take jobs of the kind "generations"',
    ],
    'generations.estimateCost': [
      (c) => c.generations.estimateCost({ model: 'sync-3', duration: 0 }),
      'duration',
      'must be a number greater than 0',
    ],
    'generations.estimateCost, fps': [
      (c) => c.generations.estimateCost({ model: 'sync-3', duration: 1, fps: Infinity }),
      'fps',
      'must be a number greater than 0',
    ],
    'generations.analyzeCost': [
      (c) => c.generations.analyzeCost({ model: 'sync-3', input: 'face.mp4' as never }),
      'input',
      'must be a list of at least 1',
    ],
    'batches.validate': [(c) => c.batches.validate({ rows: [] }), 'rows', 'must be a list of'],
    tts: [(c) => c.tts({ ...SPEECH, script: '' }), 'script', 'text of 1 to 5000 characters'],
    'assets.upload, no file': [(c) => c.assets.upload('face.mp4' as never), 'file', 'a Blob'],
    'assets.upload, no name': [
      (c) => c.assets.upload(new Blob(['x'], { type: 'video/mp4' })),
      'fileName',
      'is required',
    ],
    'assets.upload, no type': [
      (c) => c.assets.upload(new File(['x'], 'face.mp4')),
      'contentType',
      'must be a MIME type',
    ],
    'assets.upload, nothing in it': [
      (c) => c.assets.upload(new File([], 'face.mp4', { type: 'video/mp4' })),
      'size',
      'must be a whole number from 1 to 5368709120',
    ],
    'assets.create': [
      (c) => c.assets.create({ ...ASSET, type: 'PDF' as never }),
      'type',
      'must be one of "AUDIO", "VIDEO", "IMAGE"',
    ],
    'assets.get': [(c) => c.assets.get('a/b'), 'id', 'must be an id'],
    'assets.getMany': [(c) => c.assets.getMany([]), 'ids', 'must be a list of 1 to 100'],
    'assets.list': [(c) => c.assets.list({ limit: 101 }), 'limit', 'from 1 to 100'],
    'assets.update': [
      (c) => c.assets.update(ID, { visibility: 'WORLD' as never }),
      'visibility',
      'must be one of "USER", "ORGANIZATION"',
    ],
    'assets.remove': [(c) => c.assets.remove('..'), 'id', 'must be an id'],
    'assets.downloadUrl': [(c) => c.assets.downloadUrl(''), 'id', 'must be an id'],
    'voices.get': [(c) => c.voices.get(''), 'id', 'must be an id'],
    'voices.clone, no sample': [
      (c) => c.voices.clone({ name: 'Mine', provider: 'elevenlabs' }),
      '',
      'needs either url or assetId',
    ],
    'voices.remove': [(c) => c.voices.remove('a b'), 'id', 'must be an id'],
    'projects.create': [(c) => c.projects.create({ name: '' }), 'name', 'text that is not empty'],
    'projects.create, an id': [
      (c) => c.projects.create({ name: 'P', id: 'mine' }),
      'id',
      'must be a UUID',
    ],
    'projects.get': [(c) => c.projects.get('#'), 'id', 'must be an id'],
    'projects.list': [(c) => c.projects.list({ limit: 0 }), 'limit', 'from 1 to 100'],
    'projects.update': [
      (c) => c.projects.update(ID, { mode: 'VIEWER' as never }),
      'mode',
      'must be one of "CREATOR", "DEVELOPER"',
    ],
    'projects.remove': [(c) => c.projects.remove('?'), 'id', 'must be an id'],
    'projects.attachAsset': [(c) => c.projects.attachAsset(ID, ''), 'assetId', 'must be an id'],
    'projects.detachAsset': [(c) => c.projects.detachAsset('', 'a1'), 'id', 'must be an id'],
    webhookSecret: [(c) => c.webhookSecret({ masked: 'yes' as never }), 'masked', 'true or false'],
  };

  it.each(Object.entries(BAD))('%s sends nothing', async (name, [ask, path, says]) => {
    const error = leftOf(await replay(DOOR, [], () => onlyOf(ask(sync()))));
    expect(error).toMatchObject({ _tag: 'InvalidInput', attempts: 0, retryable: false });
    expect(error.operation).toBe(name.split(',')[0]);
    const { issues } = error as unknown as { issues: readonly { path: string; message: string }[] };
    expect(issues).toEqual([{ path, message: expect.stringContaining(says) as string }]);
  });
});

describe('assets.upload', () => {
  const file = new File(['bytes of a video'], 'speaker.mp4', { type: 'video/mp4' });
  const facts = { fileName: 'speaker.mp4', contentType: 'video/mp4', size: 16 };
  const address: Route = {
    method: 'POST',
    path: '/v2/assets/upload',
    requestBody: facts,
    status: 201,
    body: {
      uploadUrl: 'https://api.sync.so/bucket/speaker.mp4?X-Amz-Signature=s',
      url: 'https://assets.sync.so/files/speaker.mp4',
      expiresIn: 900,
    },
  };
  const bytes: Route = {
    method: 'PUT',
    path: '/bucket/speaker.mp4',
    query: { 'X-Amz-Signature': 's' },
    requestHeaders: { 'content-type': 'video/mp4' },
    requestBody: 'bytes of a video',
    status: 200,
  };

  it('asks for an address, then sends the bytes there, without the key', async () => {
    const keys: unknown[] = [];
    const event = await replayUpload([address, bytes], keys, () =>
      onlyOf(sync().assets.upload(file)),
    );
    expect(rightOf(event)).toEqual({ url: 'https://assets.sync.so/files/speaker.mp4' });
    expect(keys).toEqual(['a-key-9d2e6c', undefined]);
  });

  it('takes a name and a type for a file that has none', async () => {
    const named = { ...address, requestBody: { ...facts, fileName: 'a.mp4', size: 1 } };
    const event = await replayUpload([named, { ...bytes, requestBody: 'x' }], [], () =>
      onlyOf(
        sync().assets.upload(new Blob(['x']), { fileName: 'a.mp4', contentType: 'video/mp4' }),
      ),
    );
    expect(rightOf(event)).toEqual({ url: 'https://assets.sync.so/files/speaker.mp4' });
  });
});

describe('webhookSecret', () => {
  it('is in no error, where the answer is of another shape', async () => {
    const route: Route = {
      method: 'GET',
      path: '/v2/organizations/webhook/secret',
      status: 200,
      body: { secret: ['whsec_canary'] },
    };
    const event = await replay(DOOR, [route], () => onlyOf(sync().webhookSecret()));
    const error = leftOf(event);
    expect(error).toMatchObject({ _tag: 'Undecodable', operation: 'webhookSecret' });
    expect(JSON.stringify(error) + error.message + String(error.stack)).not.toContain('canary');
  });
});
