import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import { axiosPort } from '../../../src/http/axiosPort.js';
import { answerOf, callTo } from './oracles.js';

interface Arrived {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A vendor that takes whatever comes, whole. */
async function startTaker(): Promise<{ server: Server; url: string; arrived: Arrived[] }> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, headers } = request;
      arrived.push({ method, headers, body: Buffer.concat(chunks) });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/`, arrived };
}

const MIB = 1024 * 1024;

describe.each([
  ['its own axios', () => axiosPort()],
  [
    'an instance that uses fetch',
    () => axiosPort({ instance: axios.create({ adapter: 'fetch' }) }),
  ],
])('the transport with %s', (_which, portOf) => {
  let taker: Awaited<ReturnType<typeof startTaker>>;
  beforeAll(async () => {
    taker = await startTaker();
  });
  afterAll(() => taker.server.close());
  beforeEach(() => {
    taker.arrived.length = 0;
  });

  it('sends a form with its boundary, its files with their names and types', async () => {
    const form = new FormData();
    form.append('model', 'lipsync-2');
    form.append('video', new File(['film'], 'face.mp4', { type: 'video/mp4' }));
    const call = callTo(taker.url, { method: 'POST', body: form, headers: { 'x-key': 'a' } });
    expect((await answerOf(portOf().send(call))).status).toBe(200);
    const { headers, body } = taker.arrived[0] as Arrived;
    const parsed = await new Response(new Uint8Array(body), {
      headers: { 'content-type': String(headers['content-type']) },
    }).formData();
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(headers['x-key']).toBe('a');
    expect(parsed.get('model')).toBe('lipsync-2');
    const file = parsed.get('video') as File;
    expect([file.name, file.type, await file.text()]).toEqual(['face.mp4', 'video/mp4', 'film']);
  });

  it('sends the same form again as it was', async () => {
    const form = new FormData();
    form.append('video', new File(['film'], 'face.mp4', { type: 'video/mp4' }));
    const port = portOf();
    for (let count = 0; count < 2; count += 1) {
      await answerOf(port.send(callTo(taker.url, { method: 'POST', body: form, fresh: true })));
    }
    expect(taker.arrived.map(({ body }) => body.includes('film'))).toEqual([true, true]);
  });

  it('sends a file larger than any text may be, under the type it bears', async () => {
    const bytes = new Uint8Array(20 * MIB).fill(7);
    const file = new Blob([bytes]).slice(0, bytes.length, 'video/mp4');
    const headers = { 'content-type': 'video/mp4' };
    await answerOf(portOf().send(callTo(taker.url, { method: 'PUT', body: file, headers })));
    const { headers: seen, body, method } = taker.arrived[0] as Arrived;
    expect([method, seen['content-type'], body.length]).toEqual(['PUT', 'video/mp4', 20 * MIB]);
    expect(body.equals(Buffer.from(bytes))).toBe(true);
  });
});

it('text above the limit is refused before it leaves', async () => {
  const taker = await startTaker();
  const call = callTo(taker.url, { method: 'POST', body: 'x'.repeat(9 * MIB) });
  const outcome = await answerOf(axiosPort().send(call)).catch((error: unknown) => error);
  expect(outcome).toMatchObject({ sent: false });
  expect(taker.arrived).toEqual([]);
  taker.server.close();
});
