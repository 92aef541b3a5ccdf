import { Bench } from './Bench.js';

const VENDORS = [
  ['creatify', 'aurora', '/api/aurora/:id/', 'video/mp4'],
  ['sync', 'generations', '/v2/generate/:id', 'video/mp4'],
  ['magicHour', 'videos', '/v1/video-projects/:id', 'video/mp4'],
  ['aurous', 'characters', '/v1/characters/:id', 'application/octet-stream'],
] as const;

describe.each(VENDORS)('The files of %s', (vendor, kind, path, type) => {
  const made = () => {
    const bench = new Bench();
    const id = bench.sim[vendor].createJob(kind, { durationMs: 0 });
    const { response } = bench.ask(vendor, `GET ${path.replace(':id', id)}`);
    const url = new URL(/https:[^"]*\?[^"]*/.exec(response?.body ?? '')?.[0] ?? '');
    const get = (search = url.search, pathname = url.pathname) =>
      bench.ask(vendor, `GET ${pathname}${search}`, { headers: {} });
    return { bench, id, url, get };
  };

  it('are served under a signed URL', () => {
    const { id, get } = made();
    const { response } = get();
    expect([response?.status, response?.headers['content-type']]).toEqual([200, type]);
    expect(response?.body).toContain(id);
  });

  it('are served for a day', () => {
    const { bench, get } = made();
    bench.advance(24 * 3_600_000 - 1000);
    expect(get().status).toBe(200);
    bench.advance(1000);
    expect(get().status).toBe(403);
  });

  it('are not served under a URL that was changed', () => {
    const { url, get } = made();
    expect(get('').status).toBe(403);
    expect(get(url.search.slice(0, -1)).status).toBe(403);
    expect(get(url.search, url.pathname.replace(/[^/]+$/, 'other.mp4')).status).toBe(403);
  });
});

it('The files of a job that was deleted are gone', () => {
  const bench = new Bench();
  const id = bench.sim.sync.createJob('generations', { durationMs: 0 });
  const { json } = bench.ask('sync', `GET /v2/generate/${id}`);
  bench.ask('sync', `DELETE /v2/generations/${id}`);
  const { pathname, search } = new URL(String(json['outputUrl']));
  expect(bench.ask('sync', `GET ${pathname}${search}`).status).toBe(404);
});
