import axios from 'axios';
import type { AxiosAdapter, InternalAxiosRequestConfig } from 'axios';
import nock from 'nock';
import { VirtualTimeScheduler } from 'rxjs';
import type { Observable } from 'rxjs';
import { isHttpFault } from '../../src/contract/HttpFault.js';
import type { HttpFault } from '../../src/contract/HttpFault.js';
import type { HttpCall, HttpResponse } from '../../src/contract/HttpPort.js';
import { clockOf } from '../../src/contract/systemClock.js';
import { axiosPort } from '../../src/http/axiosPort.js';
import { everythingOf } from '../wire/http/oracles.js';

const ORIGIN = 'https://api.example';
const KEY = 'canary-7f3a91c25e60';
const call = (path: string, rest: Partial<HttpCall> = {}): HttpCall => ({
  method: 'GET',
  url: `${ORIGIN}${path}`,
  headers: { 'X-API-ID': 'me-canary-id', Authorization: `Bearer ${KEY}` },
  timeoutMs: 2_000,
  ...rest,
});

const port = axiosPort();

/** What comes: an answer or a fault, and then nothing more. */
const outcome = (source$: Observable<HttpResponse>): Promise<HttpResponse | HttpFault> =>
  new Promise((resolve, reject) => {
    const seen: HttpResponse[] = [];
    source$.subscribe({
      next: (response) => seen.push(response),
      error: (error: Error) => (isHttpFault(error) ? resolve(error) : reject(error)),
      complete: () =>
        seen.length === 1 ? resolve(seen[0]!) : reject(new Error(`${seen.length} answers`)),
    });
  });

describe('a request', () => {
  it('goes out as it was given', async () => {
    nock(ORIGIN, { reqheaders: { 'x-api-id': 'me-canary-id', authorization: `Bearer ${KEY}` } })
      .post('/v1/jobs/', { name: 'a' })
      .query({ page: '2' })
      .reply(201, { id: 'a1' }, { 'X-Request-Id': 'r1' });
    const answer = await outcome(
      port.send(
        call('/v1/jobs/?page=2', {
          method: 'POST',
          body: '{"name":"a"}',
          headers: { ...call('').headers, 'content-type': 'application/json' },
          fresh: true,
        }),
      ),
    );
    expect(answer).toEqual({
      status: 201,
      headers: { 'content-type': 'application/json', 'x-request-id': 'r1' },
      body: '{"id":"a1"}',
    });
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('can be a %s', async (method) => {
    nock(ORIGIN).intercept('/', method).reply(204);
    expect(await outcome(port.send(call('/', { method })))).toMatchObject({
      status: 204,
      body: '',
    });
  });

  it.each([200, 202, 301, 304, 400, 401, 402, 404, 408, 409, 410, 418, 422, 429, 500, 503, 520])(
    'answered by %i has an answer',
    async (status) => {
      nock(ORIGIN).get('/').reply(status, 'text');
      expect(await outcome(port.send(call('/')))).toMatchObject({ status });
    },
  );

  it.each([
    '/v1/jobs',
    'api.example/v1',
    'data:text/plain,a',
    'file:///etc/hostname',
    'ftp://a.example',
    '',
  ])('to %j is refused before anything happens', async (url) => {
    const onSend = jest.fn();
    const fault = await outcome(port.send(call('', { url, onSend })));
    expect(fault).toMatchObject({ reason: 'other', sent: false });
    expect(onSend).not.toHaveBeenCalled();
  });

  it('with a header that cannot be sent is refused, and its value not shown', async () => {
    const fault = await outcome(port.send(call('/', { headers: { 'bad name': `${KEY}` } })));
    expect(fault).toMatchObject({ sent: false });
    expect(everythingOf(fault)).not.toContain(KEY);
  });
});

describe('a fault', () => {
  it.each([
    ['ECONNREFUSED', 'refused', false],
    ['ENOTFOUND', 'dns', false],
    ['EAI_AGAIN', 'offline', false],
    ['CERT_HAS_EXPIRED', 'tls', false],
    ['ECONNRESET', 'reset', true],
    ['EPIPE', 'reset', true],
    ['ETIMEDOUT', 'timeout', true],
    ['ESOMETHING', 'other', true],
  ])('%s has the reason %s, sent: %s', async (code, reason, sent) => {
    const message = `${code} for ${ORIGIN}/v1/jobs?token=SECRET with Bearer ${KEY} and ${KEY}`;
    nock(ORIGIN)
      .get('/')
      .replyWithError(Object.assign(new Error(message), { code }));
    const fault = await outcome(port.send(call('/')));
    expect(fault).toMatchObject({ reason, sent });
    expect((fault as HttpFault).message).toContain(`${code} for ${ORIGIN}/v1/jobs?[redacted]`);
    expect(everythingOf(fault)).not.toMatch(/SECRET|canary/);
  });

  it('holds nothing of what a transport says with keys in it', async () => {
    nock(ORIGIN).get('/other').reply(200);
    const fault = await outcome(port.send(call('/not-mocked?token=SECRET')));
    expect(isHttpFault(fault)).toBe(true);
    expect((fault as HttpFault).message).toContain('Nock: No match');
    expect(everythingOf(fault)).not.toMatch(/canary|SECRET/);
    expect(Object.keys(fault).sort()).toEqual(['_tag', 'reason', 'sent']);
    expect((fault as HttpFault).cause).toBeUndefined();
  });
});

describe('time', () => {
  const stuck: AxiosAdapter = () => new Promise(() => undefined);
  let scheduler: VirtualTimeScheduler;
  let heard: string[];

  const start = (adapter: AxiosAdapter, rest: Partial<HttpCall>) => {
    scheduler = new VirtualTimeScheduler();
    heard = [];
    const own = axiosPort({ instance: axios.create({ adapter }), clock: clockOf(scheduler) });
    return own.send(call('/', rest)).subscribe({
      next: () => heard.push(`answer@${scheduler.now()}`),
      error: (fault: HttpFault) => heard.push(`${fault.reason}@${scheduler.now()}`),
    });
  };
  const turns = async (): Promise<void> => {
    for (let count = 0; count < 30; count += 1) await Promise.resolve();
  };

  it('of the whole attempt is kept to the millisecond, by the clock that was given', async () => {
    start(stuck, { timeoutMs: 55_000 });
    await turns();
    scheduler.flush();
    expect(heard).toEqual(['timeout@55000']);
  });

  it('of a create is followed by a moment’s grace', async () => {
    start(stuck, { timeoutMs: 60_000, fresh: true });
    await turns();
    scheduler.flush();
    expect(heard).toEqual(['timeout@60050']);
  });

  it('aborts what is under way', async () => {
    let signal: InternalAxiosRequestConfig['signal'];
    start(
      (config) => {
        signal = config.signal;
        return stuck(config);
      },
      { timeoutMs: 5 },
    );
    await turns();
    expect(signal?.aborted).toBe(false);
    scheduler.flush();
    expect(signal?.aborted).toBe(true);
  });

  it.each(['an answer', 'a fault', 'an unsubscription'])(
    'leaves no timer behind after %s',
    async (what) => {
      const adapter: AxiosAdapter = async (config) => {
        if (what === 'a fault') throw new Error('broke');
        if (what === 'an answer')
          return { status: 200, statusText: '', headers: {}, config, data: '' };
        return stuck(config);
      };
      const subscription = start(adapter, { timeoutMs: 60_000, fresh: true });
      await turns();
      subscription.unsubscribe();
      scheduler.flush();
      expect(scheduler.now()).toBe(0);
      expect(heard).toEqual(
        what === 'an answer' ? ['answer@0'] : what === 'a fault' ? ['other@0'] : [],
      );
    },
  );

  it('does not begin before the request is announced', async () => {
    start(stuck, { timeoutMs: 100 });
    scheduler.flush();
    expect(heard).toEqual([]);
    await turns();
    scheduler.flush();
    expect(heard).toEqual(['timeout@100']);
  });
});

it('an announcement that throws is a fault of that request, and nothing is sent', async () => {
  const onSend = (): never => {
    throw new Error('not now');
  };
  expect(await outcome(port.send(call('/', { onSend })))).toMatchObject({
    reason: 'other',
    sent: false,
  });
});
