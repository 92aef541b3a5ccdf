import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startSimulator } from 'rushes/testing';

const KEY = { 'x-api-key': 'key' };

/** Sockets, servers and timers that keep the process alive. */
const resources = () =>
  process.getActiveResourcesInfo().filter((name) => /TCP|Timeout/.test(name)).length;

describe('startSimulator', () => {
  it('serves every vendor at a path of its own, on loopback', async () => {
    const sim = await startSimulator();
    const overview = (await (await fetch(sim.url)).json()) as Record<string, string>;
    expect(Object.values(overview)).toEqual(Object.values(sim.urls));
    expect(sim.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(sim.magicHour.options.baseUrl).toBe(`${sim.url}/magic-hour`);
    await sim.close();
  });

  it('ends held requests and frees its port at once', async () => {
    const before = resources();
    const sim = await startSimulator();
    const id = sim.sync.createJob('generations', { durationMs: 60_000 });
    const held = fetch(`${sim.urls.sync}/v2/generate/${id}?wait=true`, { headers: KEY });
    const ended = held.then(
      () => 'answered',
      () => 'ended',
    );
    while (sim.sync.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const startedAt = performance.now();
    await sim.close();
    expect(await ended).toBe('ended');
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    while (resources() > before) await new Promise((resolve) => setImmediate(resolve));
    await expect(fetch(sim.url)).rejects.toThrow();
  });

  it('frees a hold when its client leaves', async () => {
    const sim = await startSimulator({ holdCapMs: 55_000 });
    const id = sim.sync.createJob('generations', { durationMs: 60_000 });
    const url = `${sim.urls.sync}/v2/generate/${id}?wait=true&timeout=50`;
    const before = resources();
    const look = fetch(url, { headers: KEY, signal: AbortSignal.timeout(40) });
    await expect(look).rejects.toThrow();
    while (resources() > before) await new Promise((resolve) => setImmediate(resolve));
    await sim.close();
  });

  it('answers a held look as soon as the job has ended', async () => {
    const sim = await startSimulator();
    const id = sim.sync.createJob('generations', { durationMs: 60 });
    const look = await fetch(`${sim.urls.sync}/v2/generate/${id}?wait=true`, { headers: KEY });
    expect(look.headers.get('x-sync-wait-mode')).toBe('long_poll');
    expect(((await look.json()) as { status: string }).status).toBe('COMPLETED');
    await sim.close();
  });

  it('may be closed twice, and by await using', async () => {
    const sim = await startSimulator();
    await sim[Symbol.asyncDispose]();
    await expect(sim.close()).resolves.toBeUndefined();
  });

  it('says when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    await expect(startSimulator({ port })).rejects.toThrow('EADDRINUSE');
    taken.close();
  });

  it.each([
    [{ port: -1 }, /port/],
    [{ port: 65_536 }, /port/],
    [{ host: '0.0.0.0' as '::1' }, /host/],
    [{ latencyMs: -1 }, /latencyMs/],
    [{ durationMs: Number.NaN }, /durationMs/],
    [{ pace: 0 }, /pace/],
    [{ holdCapMs: 2 ** 31 }, /holdCapMs/],
  ])('refuses %j', async (options, named) => {
    await expect(startSimulator(options)).rejects.toThrow(named);
  });

  it('refuses a multipart body that it cannot read', async () => {
    const sim = await startSimulator();
    const headers = { ...KEY, 'content-type': 'multipart/form-data; boundary=x' };
    const url = `${sim.urls.sync}/v2/generate`;
    const response = await fetch(url, { method: 'POST', headers, body: 'no parts' });
    expect(response.status).toBe(400);
    await sim.close();
  });

  it('resolves no dot segment of a path', async () => {
    const sim = await startSimulator();
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const { port } = new URL(sim.url);
      const path = '/creatify/api/aurora/../../x/';
      request({ port, path }, (response) => resolve(response.statusCode)).end();
    });
    expect(status).toBe(404);
    expect(sim.creatify.requests[0]?.path).toBe('/api/aurora/../../x/');
    await sim.close();
  });
});
