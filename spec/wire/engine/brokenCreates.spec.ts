import axios from 'axios';
import { gzipSync } from 'node:zlib';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import type { ClientOptions, Either, JobError } from 'rushes';
import { isLeft, memoryStore } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import {
  AURORA_INPUT,
  auroraBody,
  CHARACTER_INPUT,
  characterBody,
  GENERATION_INPUT,
  generationBody,
  ID,
  LIP_SYNC_INPUT,
} from '../../engine/bodies.js';
import { everythingOf, expectCleanProcess, until } from '../http/oracles.js';
import { bytesOf, startRawServer } from '../http/rawServer.js';
import type { RawServer } from '../http/rawServer.js';

const KEY = 'canary-key-9d2e6c-71aa';
const NEXT_TO_NONE = { random: () => 0 };
let server: RawServer;

/** Answers that break off one by one; the last one for ever; `undefined` is a whole one. */
const serve = async (...bodies: readonly (string | Uint8Array | undefined)[]): Promise<void> => {
  let asked = 0;
  server = await startRawServer((socket) => {
    const body = bodies[Math.min(asked, bodies.length - 1)];
    asked += 1;
    if (body === undefined) {
      socket.write(bytesOf('201 Created', [], JSON.stringify(generationBody('PENDING'))));
      return;
    }
    const packed = typeof body === 'string' ? '' : 'Content-Encoding: gzip\r\n';
    socket.write(`HTTP/1.1 201 Created\r\n${packed}Content-Length: 5000\r\n\r\n`);
    socket.write(body, () => setTimeout(() => socket.resetAndDestroy(), 10));
  });
};
const begun = (body: object): string => JSON.stringify(body).slice(0, -3);
const posts = (): number => server.requests;

async function errorOf(source$: Observable<Either<JobError, unknown>>): Promise<JobError> {
  const event = await lastValueFrom(source$);
  if (!isLeft(event)) throw new Error('it ended well');
  return event.left;
}
const options = (more: ClientOptions = {}) => ({
  apiKey: KEY,
  baseUrl: server.url,
  ...NEXT_TO_NONE,
  ...more,
});
const sync = (more?: ClientOptions) => createSync(options(more));
const creatify = (more?: ClientOptions) =>
  createCreatify({ ...options(more), apiId: 'canary-id-4f1b7a-71aa' });

afterEach(() => server.close());
expectCleanProcess();

describe('a create whose 2xx breaks off names the job that it may have made', () => {
  const unknown = (provider: string, kind: string) => ({
    _tag: 'SubmissionUnknown',
    outcome: 'unknown',
    retryable: false,
    jobMayBeRunning: true,
    candidates: [{ v: 1, provider, kind, id: ID }],
  });

  it('at Creatify', async () => {
    await serve(begun(auroraBody('pending')));
    const error = await errorOf(creatify().aurora.run(AURORA_INPUT));
    expect(error).toMatchObject(unknown('creatify', 'aurora'));
    expect(error).toMatchObject({ attempts: 1, cause: { _tag: 'NetworkFault', reason: 'reset' } });
    expect(posts()).toBe(1);
  });

  it('at Magic Hour, packed', async () => {
    const text = `{"id":"${ID}","credits_charged":150,"more":"${'lorem '.repeat(900)}"}`;
    await serve(gzipSync(text).subarray(0, -20));
    const magicHour = createMagicHour(options());
    const error = await errorOf(magicHour.lipSync.run(LIP_SYNC_INPUT));
    expect(error).toMatchObject(unknown('magic-hour', 'videos'));
    expect(posts()).toBe(1);
  });

  it('at Aurous, for a key of an account, and through an instance of the user’s', async () => {
    await serve(begun(characterBody('synthesizing')));
    const http = axios.create();
    http.interceptors.response.use(undefined, () => Promise.reject(new Error('mine')));
    const aurous = createAurous(options({ http, account: 'studio' }));
    const error = await errorOf(aurous.characters.run(CHARACTER_INPUT));
    expect(error).toMatchObject(unknown('aurous', 'characters'));
    expect(error).toMatchObject({ candidates: [{ account: 'studio' }] });
    expect(posts()).toBe(1);
  });

  it('at sync.so, where every attempt under its key breaks off', async () => {
    await serve(begun(generationBody('PENDING')), '');
    const error = await errorOf(sync().generations.submit(GENERATION_INPUT));
    expect(error).toMatchObject(unknown('sync', 'generations'));
    expect(posts()).toBe(error.attempts);
    expect(posts()).toBeGreaterThan(1);
  });

  it('and under a key that the vendor knows, the next attempt gives the whole answer', async () => {
    await serve(begun(generationBody('PENDING')), undefined);
    const event = await lastValueFrom(sync().generations.submit(GENERATION_INPUT));
    expect(isLeft(event) ? event.left : event.right.id).toBe(ID);
    expect(posts()).toBe(2);
  });
});

describe('what came is no candidate', () => {
  it.each([
    ['where it is a key that the vendor echoes', `{"id":"${KEY}","status":"pen`],
    ['where its id is cut', `{"id":"${ID.slice(0, 20)}`],
    ['where it names none', '{"status":"pending","created_at":"2026'],
    ['where it could not be an id', '{"id":"../../etc","status":"pen'],
  ])('%s', async (_what, body) => {
    await serve(body);
    const error = await errorOf(creatify({}).aurora.run(AURORA_INPUT));
    expect(error).toMatchObject({ _tag: 'SubmissionUnknown', candidates: [] });
  });

  it('where nothing is made: a look tries again', async () => {
    await serve(begun(auroraBody('pending')));
    const error = await errorOf(creatify().aurora.get(ID));
    expect(error).toMatchObject({ _tag: 'NetworkFault', reason: 'reset', attempts: 3 });
  });
});

it('nothing of the broken answer but the id, and no key, shows in the error', async () => {
  await serve(`{"id":"${ID}","key":"${KEY}","note":"a private note","status":"pen`);
  const error = await errorOf(creatify().aurora.run(AURORA_INPUT));
  expect(error).toMatchObject({ candidates: [{ id: ID }] });
  expect(everythingOf(error)).not.toMatch(/canary|private note/);
});

describe('a create whose client is closed over a part of its answer', () => {
  it('names the job in that part', async () => {
    server = await startRawServer((socket) =>
      socket.write(
        `HTTP/1.1 201 Created\r\nContent-Length: 5000\r\n\r\n${begun(auroraBody('pending'))}`,
      ),
    );
    const store = memoryStore();
    const client = creatify({ store });
    const ended = errorOf(client.aurora.run(AURORA_INPUT));
    await until(() => server.requests === 1);
    await client.close();
    const candidates = [{ v: 1, provider: 'creatify', kind: 'aurora', id: ID }];
    expect(await ended).toMatchObject({
      _tag: 'SubmissionUnknown',
      candidates,
      cause: { _tag: 'Closed' },
    });
    expect(await firstValueFrom(store.list('intent/'))).toMatchObject([
      { state: 'unknown', candidates },
    ]);
  });
});
