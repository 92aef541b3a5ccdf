import { isJobError } from 'rushes';
import { createSync } from 'rushes/sync';
import { ID } from '../bodies.js';
import { observe } from '../observe.js';
import { answer } from '../scriptedPort.js';
import { stage } from '../stage.js';
import { storedRecords } from '../storedRefs.js';

// What a key stands in is sent, stored and logged: ids, accounts, URLs, bodies.

const KEY = 'sync-key-7f3a91c25e60d84b19';
const input = [
  { type: 'video', url: 'https://media.example/face.mp4' },
  { type: 'audio', url: 'https://media.example/voice.mp3' },
] as const;
const job = { model: 'lipsync-2', input } as const;

function open() {
  const scene = stage([answer(201, { id: ID, status: 'PENDING' })]);
  return { ...scene, client: scene.sync({ apiKey: KEY }) };
}

type Client = ReturnType<typeof createSync>;

const MISTAKES: Readonly<
  Record<string, readonly [string, (client: Client) => Parameters<typeof observe>[0]]>
> = {
  'an id': ['id', ({ generations }) => generations.watch(KEY)],
  'the id of a reference': [
    'id',
    ({ generations }) =>
      generations.get({ v: 1, provider: 'sync', kind: 'generations', id: `a-${KEY}` }),
  ],
  'an id to delete': ['id', ({ generations }) => generations.remove(KEY)],
  'an idempotency key': [
    'idempotencyKey',
    ({ generations }) => generations.run(job, { idempotencyKey: KEY }),
  ],
  'a field of the input': [
    'body',
    ({ generations }) =>
      generations.run({ ...job, webhookUrl: `https://me.example/hook?key=${KEY}` }),
  ],
  'a further field': [
    'body',
    ({ generations }) => generations.submit(job, { extraBody: { note: `for ${KEY}` } }),
  ],
};

it.each(Object.entries(MISTAKES))(
  'a key in %s is refused, not shown, and not sent',
  (_where, [path, call]) => {
    const { client, port, store, time, told } = open();
    const seen = observe(call(client), time);
    time.flush();
    expect(seen.errors).toHaveLength(1);
    expect(isJobError(seen.error, 'InvalidInput') && seen.error.issues).toMatchObject([{ path }]);
    expect(seen.error).toMatchObject({ retryable: false, jobMayBeRunning: false });
    expect(port.calls).toEqual([]);
    expect(JSON.stringify([seen.errors, storedRecords(store), told])).not.toContain(KEY);
  },
);

it('a key for the name of an account is refused, at once', () => {
  const { client } = open();
  const named = [
    () => createSync({ apiKey: KEY, account: KEY }),
    () => client.forAccount(KEY, { apiKey: KEY }),
  ];
  for (const name of named) {
    expect(name).toThrow(/account: holds a key/);
    expect(name).not.toThrow(KEY);
  }
});

it('a key in the path of the base URL is refused with each request', () => {
  const scene = stage([answer(200, { id: ID, status: 'PENDING' })]);
  const client = scene.sync({ apiKey: KEY, baseUrl: `https://proxy.example/${KEY}` });
  const seen = observe(client.generations.get(ID), scene.time);
  scene.time.flush();
  expect(isJobError(seen.error, 'InvalidInput') && seen.error.issues).toMatchObject([
    { path: 'url' },
  ]);
  expect(seen.error.message).not.toContain(KEY);
  expect(scene.port.calls).toEqual([]);
});

it('a short key may stand in an input by chance', () => {
  const scene = stage([
    answer(201, { id: ID, status: 'COMPLETED', outputUrl: 'https://a.example' }),
  ]);
  const client = scene.sync({ apiKey: 'lipsync' });
  const seen = observe(client.generations.submit(job), scene.time);
  scene.time.flush();
  expect(seen.errors).toEqual([]);
  expect(scene.port.posts).toHaveLength(1);
});
