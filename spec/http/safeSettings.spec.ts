import type { HttpCall } from '../../src/contract/HttpPort.js';
import { requestOf, SAFE_SETTINGS } from '../../src/http/safeSettings.js';

const call: HttpCall = {
  method: 'GET',
  url: 'https://api.example/v1/jobs?page=2',
  headers: { 'X-API-ID': 'id', 'X-API-KEY': 'key' },
  timeoutMs: 5_000,
};

it('hands over method, address, headers and body as they are', () => {
  const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer key' };
  const request = requestOf({ ...call, method: 'POST', headers, body: '{"a": 1.0}' });
  expect(request).toMatchObject({ method: 'POST', url: call.url, headers, data: '{"a": 1.0}' });
  for (const transform of [request.transformRequest, request.transformResponse]) {
    const [same] = transform as ((data: unknown) => unknown)[];
    expect(same?.('{"a": 1.0}')).toBe('{"a": 1.0}');
  }
});

it('asks for no type of a body that is not there, but keeps one that was given', () => {
  expect(requestOf(call).headers).toMatchObject({ 'Content-Type': false });
  const headers = { ...call.headers, 'content-type': 'application/json' };
  expect(requestOf({ ...call, headers }).headers).toEqual(headers);
});

it('does not change the call', () => {
  const before = JSON.stringify(call);
  requestOf(call).headers!['X-More'] = 'more';
  expect(JSON.stringify(call)).toBe(before);
});

it('names every header as one that may hold a key', () => {
  expect(requestOf(call)).toMatchObject({
    sensitiveHeaders: ['X-API-ID', 'X-API-KEY'],
    redact: ['X-API-ID', 'X-API-KEY'],
  });
});

it('refuses a redirect even where a transport follows them by itself', () => {
  expect(() => SAFE_SETTINGS.beforeRedirect()).toThrow('redirects are not followed');
});

it.each([0, 200, 302, 404, 500])('takes %i for an answer', () => {
  expect(SAFE_SETTINGS.validateStatus()).toBe(true);
});
