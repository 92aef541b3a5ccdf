import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCatalogue } from '../../../../src/testing/simulator/sync/errorCatalogue.js';
import { syncErrorFacts } from '../../../../src/testing/simulator/sync/syncErrorCodes.js';
import { Bench } from '../Bench.js';
import { assetIn, SPEECH } from './samples.js';

type Item = Readonly<Record<string, unknown>>;
const itemsOf = (json: unknown) => json as readonly Item[];

describe('Voices of sync.so', () => {
  const clone = (bench: Bench, body: unknown) => bench.ask('sync', 'POST /v2/voices', { body });
  const cloned = (bench: Bench, name = 'Me') =>
    clone(bench, { name, provider: 'elevenlabs', assetId: assetIn(bench, 'AUDIO') });

  it('are its own and the clones, by id', () => {
    const bench = new Bench();
    const { status, json } = cloned(bench);
    expect([status, json]).toEqual([
      201,
      { id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Me', provider: 'elevenlabs' },
    ]);
    const all = itemsOf(bench.ask('sync', 'GET /v2/voices').json);
    expect(all.map(({ name }) => name)).toEqual(['Rachel', 'Me']);
    expect(bench.ask('sync', `GET /v2/voices/${String(json['id'])}`).json).toEqual(json);
    expect(bench.ask('sync', `GET /v2/voices/${SPEECH.voiceId}`).json['name']).toBe('Rachel');
    expect(bench.ask('sync', 'GET /v2/voices/x').json['errorCode']).toBe('voice_not_found');
  });

  it('speak while they are there, and are deleted with a bare true', () => {
    const bench = new Bench();
    const voiceId = String(cloned(bench).json['id']);
    const speak = () => bench.ask('sync', 'POST /v2/tts', { body: { ...SPEECH, voiceId } }).status;
    expect(speak()).toBe(200);
    const remove = () => bench.ask('sync', `DELETE /v2/voices/${voiceId}`);
    const removed = remove();
    expect([removed.status, removed.json]).toEqual([200, true]);
    expect([speak(), remove().status]).toEqual([404, 404]);
    expect(bench.ask('sync', `DELETE /v2/voices/${SPEECH.voiceId}`).status).toBe(404);
  });

  it.each<[unknown, number, string]>([
    ['', 400, 'Unexpected end of JSON input'],
    [{ url: 'https://assets.sync.so/a.wav' }, 400, 'name is required'],
    [{ name: 'A' }, 400, 'Provide exactly one of url or assetId'],
    [{ name: 'A', provider: 'x', url: 'https://assets.sync.so/a.wav' }, 400, 'provider must be'],
    [{ name: 'A', assetId: 'gone' }, 404, 'asset_not_found'],
    [{ name: 'A', url: 'https://example.com/a.wav' }, 422, 'voice_sample_upload_required'],
    [{ name: 'A', url: 'https://nowhere.invalid/a.wav' }, 422, 'voice_sample_not_accessible'],
  ])('are not cloned from %j', (body, status, told) => {
    const refused = clone(new Bench(), body);
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.json)).toContain(told);
  });

  it('are not cloned from an image, nor under a name that is taken', () => {
    const bench = new Bench();
    const image = { name: 'A', assetId: assetIn(bench, 'IMAGE') };
    expect(clone(bench, image).json['errorCode']).toBe('voice_sample_type_unsupported');
    cloned(bench);
    const again = cloned(bench);
    expect([again.status, again.json['errorCode']]).toEqual([409, 'voice_name_conflict']);
  });

  it('are cloned ten times an hour when limits bind', () => {
    const bench = new Bench({ limits: 'documented' });
    const statuses = Array.from({ length: 11 }, (_, index) => cloned(bench, `V${index}`).status);
    expect(statuses.slice(-2)).toEqual([201, 429]);
    bench.advance(360_000);
    expect(cloned(bench, 'Later').status).toBe(201);
  });
});

describe('Projects of sync.so', () => {
  const ID = '612bb64a-e7f4-40c1-977b-3e9797845637';
  const create = (bench: Bench, body: object = { name: 'Day 1' }) =>
    bench.ask('sync', 'POST /v2/projects', { body });

  it('are made of a name', () => {
    const { status, json } = create(new Bench());
    expect([status, json]).toEqual([
      201,
      {
        id: expect.any(String),
        createdAt: '1970-01-01T00:00:00.000Z',
        updatedAt: '1970-01-01T00:00:00.000Z',
        name: 'Day 1',
        description: null,
        visibility: 'USER',
        mode: 'CREATOR',
        defaultWorkflow: null,
      },
    ]);
  });

  it('are made once an id, which a deletion takes for ever', () => {
    const bench = new Bench();
    create(bench, { name: 'Day 1', id: ID });
    expect(create(bench, { name: 'Day 2', id: ID }).json).toMatchObject({ id: ID, name: 'Day 1' });
    expect(bench.ask('sync', `DELETE /v2/projects/${ID}`).status).toBe(204);
    expect(create(bench, { name: 'Day 3', id: ID }).status).toBe(409);
    expect(bench.ask('sync', `GET /v2/projects/${ID}`).status).toBe(404);
    expect(create(bench, { name: 'Day 3', id: 'mine' }).status).toBe(400);
  });

  it('are changed', () => {
    const bench = new Bench();
    create(bench, { name: 'Day 1', id: ID });
    bench.advance(1000);
    const change = (body: object) => bench.ask('sync', `PATCH /v2/projects/${ID}`, { body });
    expect(change({ name: 'Day 2', mode: 'DEVELOPER', id: 'other' }).json).toMatchObject({
      id: ID,
      name: 'Day 2',
      mode: 'DEVELOPER',
      updatedAt: '1970-01-01T00:00:01.000Z',
    });
    expect(change({ visibility: 'ALL' }).status).toBe(400);
    expect(bench.ask('sync', `GET /v2/projects/${ID}`).json['name']).toBe('Day 2');
    expect(bench.ask('sync', 'PATCH /v2/projects/x', { body: {} }).status).toBe(404);
  });

  it('are given assets, which outlive them', () => {
    const bench = new Bench();
    create(bench, { name: 'Day 1', id: ID });
    const asset = assetIn(bench, 'VIDEO');
    const attach = (assetId: unknown) =>
      bench.ask('sync', `POST /v2/projects/${ID}/assets`, { body: { assetId } });
    const attached = attach(asset);
    expect([attached.status, attached.response?.body]).toEqual([204, '']);
    expect(attach(asset).status).toBe(204);
    expect([attach('gone').status, attach(undefined).status]).toEqual([404, 400]);
    const projectOf = () => bench.ask('sync', `GET /v2/assets/${asset}`).json['projectId'];
    expect(projectOf()).toBe(ID);
    bench.ask('sync', `DELETE /v2/projects/${ID}`);
    expect(projectOf()).toBeNull();
    expect(attach(asset).status).toBe(404);
  });

  it('are listed, the last changed first, in pages of ten', () => {
    const bench = new Bench();
    const names = Array.from({ length: 12 }, (_, index) => `Day ${String(index).padStart(2, '0')}`);
    for (const name of names) {
      create(bench, { name });
      bench.advance(1);
    }
    const list = (query: string) => bench.ask('sync', `GET /v2/projects?${query}`).json;
    const order = (query: string) => itemsOf(list(query)['items']).map(({ name }) => name);
    const newest = [...names].reverse();
    expect(order('')).toEqual(newest.slice(0, 10));
    expect(order(`cursor=${String(list('')['nextCursor'])}`)).toEqual(newest.slice(10));
    expect(order('sortBy=name&limit=2')).toEqual(names.slice(0, 2));
    expect(order('searchQuery=day%2011')).toEqual(['Day 11']);
    expect(list('limit=100')).not.toHaveProperty('nextCursor');
    expect(itemsOf(list('')['items'])[0]).toMatchObject({ generationsCount: 0 });
  });

  it.each(['limit=0', 'limit=101', 'sortBy=mood'])('are not listed by %s', (query) => {
    expect(new Bench().ask('sync', `GET /v2/projects?${query}`).status).toBe(400);
  });

  it.each<[object, string]>([
    [{}, 'name is required'],
    [{ name: 'n'.repeat(256) }, 'name must be at most 255'],
    [{ name: 'A', mode: 'X' }, 'mode must be one of'],
  ])('are not made of %j', (body, told) => {
    const refused = create(new Bench(), body);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.json)).toContain(told);
  });
});

describe('What an account of sync.so reads', () => {
  it('is the models', () => {
    const models = itemsOf(new Bench().ask('sync', 'GET /v2/models').json);
    expect(models.map(({ id }) => id)).toContain('react-1');
    for (const model of models) {
      expect(Object.keys(model).sort()).toEqual(['id', 'name', 'type', 'version']);
    }
  });

  it('is the secret of its webhooks, whole or for display', () => {
    const bench = new Bench();
    const secret = (query: string) =>
      String(bench.ask('sync', `GET /v2/organizations/webhook/secret${query}`).json['secret']);
    expect(secret('')).toMatch(/^whsec_[0-9a-f]{48}$/);
    expect(secret('?masked=false')).toBe(secret(''));
    expect(secret('?masked=true')).toMatch(/^whsec_\*{8}[0-9a-f]{4}$/);
    expect(secret('?masked=true').slice(-4)).toBe(secret('').slice(-4));
  });

  it('is, without a key, whether the vendor is well', () => {
    const well = new Bench().ask('sync', 'GET /v2/healthcheck', { keyless: true });
    expect(well.status).toBe(200);
  });

  it('is nothing without a key but that and the errors', () => {
    const bench = new Bench();
    const paths = ['/v2/models', '/v2/voices', '/v2/batch', '/v2/organizations/webhook/secret'];
    for (const path of paths) {
      expect(bench.ask('sync', `GET ${path}`, { keyless: true }).status).toBe(401);
    }
    expect(bench.ask('sync', 'GET /v2/errors', { keyless: true }).status).toBe(200);
  });
});

describe('The catalogue of errors', () => {
  const documented = JSON.parse(
    readFileSync(join(__dirname, 'errorCodes.json'), 'utf8'),
  ) as readonly { code: string; status?: number; message?: string; listed: boolean }[];

  it('lists the codes that were counted in August 2026', () => {
    const served = itemsOf(new Bench().ask('sync', 'GET /v2/errors').json);
    const listed = documented.filter((line) => line.listed).map(({ code }) => code);
    expect(served.map(({ code }) => code).sort()).toEqual(listed.sort());
    for (const line of errorCatalogue) {
      expect(Object.keys(line).sort()).toEqual(['code', 'message', 'suggestion']);
      expect(line.message.length * line.suggestion.length).toBeGreaterThan(0);
    }
  });

  it.each(documented.map((line) => [line.code, line] as const))(
    'knows %s with what is documented of it',
    (code, { status, message }) => {
      const known = {
        ...(status === undefined ? {} : { status }),
        ...(message === undefined ? {} : { message }),
      };
      expect(syncErrorFacts(code)).toMatchObject({ suggestion: expect.any(String), ...known });
    },
  );

  it('knows no other code', () => {
    expect(syncErrorFacts('toString')).toBeUndefined();
  });
});
