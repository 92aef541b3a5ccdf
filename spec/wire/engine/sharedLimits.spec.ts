import { lastValueFrom } from 'rxjs';
import { createClient, defineJob, fixed, lenient, lenientBody, plainErrorOf } from 'rushes';
import { MeteredServer } from './MeteredServer.js';

const rendersAt = (rate: { readonly perMinute: number; readonly burst: number }) =>
  defineJob({
    submit: (input: { readonly scene: string }) => ({
      method: 'POST',
      path: '/renders',
      json: input,
    }),
    look: (id) => ({ method: 'GET', path: `/renders/${id}` }),
    codec: lenientBody('a render', { id: lenient.vendorId, status: lenient.word }, {}),
    id: (body) => body.id,
    status: (body) => body.status,
    phases: { pending: 'queued', done: 'succeeded' },
    output: () => ({}),
    buckets: { look: { name: 'renders', ...rate }, submit: { name: 'renders', ...rate } },
    errorOf: (response) => ({
      ...plainErrorOf(response),
      slotsFull: response.status === 429 && response.body.includes('too many jobs'),
    }),
  });

const farm = {
  provider: 'render-farm',
  title: 'Render farm',
  baseUrl: 'https://renders.example',
  keys: { token: (token: string) => ['authorization', `Bearer ${token}`] as const },
};

let server: MeteredServer;
const clientOf = (token: string, rate = { perMinute: 60_000, burst: 1_000 }) =>
  createClient(
    farm,
    { renders: rendersAt(rate) },
    { token, baseUrl: server.baseUrl, cadence: fixed(20) },
  );

afterEach(() => server.close());

const until = async (seen: () => boolean): Promise<void> => {
  while (!seen()) await new Promise((done) => setTimeout(done, 5));
};

/** Two clients look four times more often than the bucket holds; gives how often they were refused. */
async function lookTogether(perMinute: number, tokens: readonly string[]): Promise<number> {
  const rate = { perMinute, burst: 20 };
  server = await new MeteredServer(rate).open();
  const clients = tokens.map((token) => clientOf(token, rate));
  const ids = Array.from({ length: 12 }, (_, index) => `render-of-old-${index}`);
  // The transport is loaded at the first request: that is no part of the others' way.
  for (const { renders } of clients) await lastValueFrom(renders.get('render-before'));
  server.statuses.length = 0;
  for (const { renders } of clients) for (const id of ids) renders.get(id).subscribe();
  await until(() => server.statuses.length >= clients.length * ids.length);
  await Promise.all(clients.map((client) => client.close()));
  return server.statuses.filter((status) => status === 429).length;
}

it('two clients of one key together draw no refusal', async () => {
  expect(await lookTogether(1_200, ['one-key', 'one-key'])).toBe(0);
});

it('two clients of two keys each have a bucket in mind', async () => {
  // This vendor counts them together all the same, which neither can know.
  expect(await lookTogether(60, ['one-key', 'another-key'])).toBeGreaterThan(0);
});

it('a create that waits for a slot goes as soon as a job of another client of its key ends', async () => {
  server = await new MeteredServer({ perMinute: 60_000, burst: 1_000 }, 1).open();
  const [a, b] = [clientOf('one-key'), clientOf('one-key')];
  const first = lastValueFrom(a.renders.run({ scene: 'a' }));
  await until(() => server.statuses.includes(200));
  const second = lastValueFrom(b.renders.submit({ scene: 'b' }));
  await until(() => server.statuses.includes(429));
  server.end('render-1');
  expect(await first).toMatchObject({ right: { phase: 'succeeded' } });
  // The vendor asked for ten minutes.
  expect(await second).toMatchObject({ right: { id: 'render-2' } });
  await Promise.all([a.close(), b.close()]);
});
