import { Bench } from '../Bench.js';
import { assetIn } from './samples.js';

type Item = Readonly<Record<string, unknown>>;
const itemsOf = (json: unknown) => json as readonly Item[];

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
