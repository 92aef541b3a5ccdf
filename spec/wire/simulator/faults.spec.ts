import { connect } from 'node:net';
import { startSimulator } from 'rushes/testing';
import type { Fault, FaultName, Simulator } from 'rushes/testing';

const BODY = JSON.stringify({
  audio: 'https://example.com/a.mp3',
  image: 'https://example.com/i.png',
});
const HEADERS = { 'x-api-id': 'id', 'x-api-key': 'key', 'content-type': 'application/json' };

describe('Faults on the wire', () => {
  let sim: Simulator;

  beforeEach(async () => {
    sim = await startSimulator({ durationMs: 60_000 });
  });

  afterEach(() => sim.close());

  const create = (signal?: AbortSignal) =>
    fetch(`${sim.urls.creatify}/api/aurora/`, {
      method: 'POST',
      headers: HEADERS,
      body: BODY,
      redirect: 'manual',
      ...(signal === undefined ? {} : { signal }),
    });

  const failing = (fault: Fault | FaultName) => {
    sim.creatify.fail({ on: 'create', do: fault });
    return create();
  };

  /** What a socket reads until its end, chunk by chunk. */
  const read = (): Promise<{ readonly chunks: readonly string[]; readonly code?: string }> =>
    new Promise((resolve) => {
      const { port } = new URL(sim.url);
      const chunks: string[] = [];
      const socket = connect(Number(port), '127.0.0.1');
      socket.setEncoding('latin1');
      socket.on('data', (chunk: string) => chunks.push(chunk));
      socket.on('error', ({ code }: NodeJS.ErrnoException) =>
        resolve({ chunks, ...(code === undefined ? {} : { code }) }),
      );
      socket.on('end', () => socket.end());
      socket.on('close', () => resolve({ chunks }));
      socket.write(
        `POST /creatify/api/aurora/ HTTP/1.1\r\nHost: x\r\nX-API-ID: i\r\nX-API-KEY: k\r\n` +
          `Connection: close\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
      );
    });

  it.each([
    ['reset-before-commit', 0],
    ['reset-after-commit', 1],
  ] as const)('%s resets the connection and makes %d jobs', async (name, creates) => {
    sim.creatify.fail({ on: 'create', do: name });
    expect(await read()).toEqual({ chunks: [], code: 'ECONNRESET' });
    expect(sim.creatify.creates).toBe(creates);
  });

  it('cuts a body whose length was promised, so that the cut is seen', async () => {
    const response = await failing({ name: 'cut-body', keep: 0.5 });
    expect(response.status).toBe(201);
    await expect(response.text()).rejects.toThrow();
    expect(sim.creatify.creates).toBe(1);
  });

  it('cuts a body of unknown length, so that half of it looks whole', async () => {
    const response = await failing({ name: 'cut-body', keep: 0.5, framed: false });
    const text = await response.text();
    expect(text).toMatch(/^\{"id":"/);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  it('sends bytes that are not HTTP', async () => {
    sim.creatify.fail({ do: 'garbage' });
    const { chunks } = await read();
    expect(chunks.join('')).toMatch(/^\u0000\u0001 this is not HTTP/);
    expect(sim.creatify.creates).toBe(0);
  });

  it('sends a body byte by byte', async () => {
    sim.creatify.fail({ do: { name: 'trickle', everyMs: 1 } });
    const { chunks } = await read();
    expect(chunks.length).toBeGreaterThan(20);
    expect(JSON.parse(chunks.join('').split('\r\n\r\n')[1] ?? '')).toMatchObject({
      status: 'pending',
    });
  });

  it('never answers when it hangs, and lets the client go', async () => {
    sim.creatify.fail({ do: 'hang' });
    await expect(create(AbortSignal.timeout(30))).rejects.toThrow(/timeout|aborted/i);
    expect(sim.creatify.requests.map(({ status }) => status)).toEqual([undefined]);
  });

  it('holds an answer up', async () => {
    const before = performance.now();
    expect((await failing({ name: 'delay', ms: 60 })).status).toBe(201);
    expect(performance.now() - before).toBeGreaterThan(55);
  });

  it('answers with a status of choice and a Retry-After', async () => {
    const response = await failing({ name: 'status', status: 503, retryAfter: 7 });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ detail: 'A server error occurred.' });
    expect(sim.creatify.creates).toBe(0);
  });

  it('fails after the job was made when told so', async () => {
    expect((await failing({ name: 'status', status: 502, commit: true })).status).toBe(502);
    expect(sim.creatify.creates).toBe(1);
  });

  it('redirects elsewhere without making a job', async () => {
    const location = 'https://elsewhere.example/api/aurora/';
    const response = await failing({ name: 'redirect', status: 307, location });
    expect([response.status, response.headers.get('location')]).toEqual([307, location]);
    expect(sim.creatify.creates).toBe(0);
  });

  it.each<[Fault | FaultName, RegExp]>([
    [{ name: 'html', status: 200 }, /^<!doctype html>/],
    ['not-json', /^upstream connect error/],
    ['empty-body', /^$/],
  ])('answers %j with a body that is no JSON', async (fault, body) => {
    const response = await failing(fault);
    expect(response.ok).toBe(true);
    expect(await response.text()).toMatch(body);
  });

  it('sends JSON under another content type', async () => {
    const response = await failing('content-type');
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(await response.json()).toMatchObject({ status: 'pending' });
  });

  it('sends more than anybody wants', async () => {
    const response = await failing({ name: 'oversized-body', bytes: 3_000_000 });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(3_000_000);
    expect(await response.json()).toMatchObject({ status: 'pending' });
  });
});
