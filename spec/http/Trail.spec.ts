import { AxiosHeaders } from 'axios';
import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import nock from 'nock';
import { SAFE_SETTINGS } from '../../src/http/safeSettings.js';
import { Trail } from '../../src/http/Trail.js';

const config = (rest: Partial<InternalAxiosRequestConfig> = {}): InternalAxiosRequestConfig => ({
  method: 'get',
  url: 'https://api.example/',
  headers: new AxiosHeaders(),
  ...rest,
});
const response = (to: InternalAxiosRequestConfig): AxiosResponse => ({
  status: 200,
  statusText: '',
  headers: {},
  config: to,
  data: '{}',
});
const refusal = Object.assign(new Error('connect ECONNREFUSED'), {
  code: 'ECONNREFUSED',
  syscall: 'connect',
});
const failing = async (trail: Trail): Promise<void> => {
  await expect(trail.adapter(config())).rejects.toThrow();
};
const refusing = (times = 1): void =>
  void nock('https://api.example').get('/').times(times).replyWithError(refusal);

describe('before the adapter is asked', () => {
  it('nothing was sent by an instance of ours', () => {
    expect(new Trail({ isOwn: true }).sent).toBe(false);
  });

  it('an interceptor of the user’s may have sent', () => {
    expect(new Trail({ isOwn: false }).sent).toBe(true);
  });
});

it('sets the safe settings behind all interceptors', async () => {
  let seen: InternalAxiosRequestConfig | undefined;
  const adapter: AxiosAdapter = async (given) => response((seen = given));
  await new Trail({ isOwn: false, adapter }).adapter(config({ maxRedirects: 21, timeout: 3 }));
  expect(seen).toMatchObject(SAFE_SETTINGS);
});

it('keeps what an instance asks of fetch, but for redirects', async () => {
  let seen: InternalAxiosRequestConfig | undefined;
  const adapter: AxiosAdapter = async (given) => response((seen = given));
  const fetchOptions = { redirect: 'follow', priority: 'low' };
  await new Trail({ isOwn: false, adapter }).adapter(config({ fetchOptions }));
  expect(seen?.fetchOptions).toEqual({ redirect: 'manual', priority: 'low' });
  expect(fetchOptions.redirect).toBe('follow');
});

it('keeps the last answer, and forgets it when another attempt begins', async () => {
  const adapter = jest.fn<Promise<AxiosResponse>, [InternalAxiosRequestConfig]>();
  const trail = new Trail({ isOwn: false, adapter });
  expect(trail.answer).toBeUndefined();
  adapter.mockImplementationOnce(async (given) => response(given));
  await trail.adapter(config());
  expect(trail.answer?.status).toBe(200);
  adapter.mockRejectedValueOnce(new Error('broke'));
  await failing(trail);
  expect(trail.answer).toBeUndefined();
  expect(trail.sent).toBe(true);
});

it('remembers whether a proxy was asked for', async () => {
  const trail = new Trail({ isOwn: false, adapter: async (given) => response(given) });
  await trail.adapter(config({ proxy: false }));
  expect(trail.proxied).toBe(false);
  await trail.adapter(config({ proxy: { host: 'proxy.example', port: 1 } }));
  expect(trail.proxied).toBe(true);
});

describe('whether something was sent', () => {
  it('goes by the error where axios’ own adapter could not connect', async () => {
    refusing();
    const trail = new Trail({ isOwn: true });
    await failing(trail);
    expect(trail.sent).toBe(false);
  });

  it('is not forgotten when a later attempt could not connect', async () => {
    const trail = new Trail({ isOwn: false });
    nock('https://api.example').get('/').reply(503);
    await trail.adapter(config());
    refusing();
    await failing(trail);
    expect(trail.sent).toBe(true);
  });

  it('is supposed while it is under way', async () => {
    const trail = new Trail({ isOwn: true });
    nock('https://api.example').get('/').reply(200);
    const asked = trail.adapter(config());
    expect(trail.sent).toBe(true);
    await asked;
  });

  it.each([
    [{ opened: true, ready: false }, false],
    [{ opened: true, ready: true }, true],
    [{ opened: false, ready: false }, true],
  ])('is seen on a connection that is watched: %j', async (watch, sent) => {
    const broke = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    nock('https://api.example').get('/').replyWithError(broke);
    const trail = new Trail({ isOwn: true, watch });
    const asked = failing(trail);
    expect(trail.sent).toBe(sent);
    await asked;
    expect(trail.sent).toBe(sent);
  });

  it('is supposed of an adapter of the user’s, alone or in a list', async () => {
    const adapter: AxiosAdapter = () => Promise.reject(refusal);
    for (const choice of [adapter, [adapter, 'http' as const]]) {
      const trail = new Trail({
        isOwn: false,
        adapter: choice,
        watch: { opened: true, ready: false },
      });
      await failing(trail);
      expect(trail.sent).toBe(true);
    }
  });
});
