import type { HttpCall } from '../../src/contract/HttpPort.js';
import { plainTargetOf } from '../../src/http/plainTarget.js';

const call = (rest: Partial<HttpCall> = {}): HttpCall => ({
  method: 'GET',
  url: 'https://api.example/v1/jobs?page=2',
  headers: { 'X-API-KEY': 'key' },
  timeoutMs: 5_000,
  ...rest,
});

it('is the address as it was given, and the headers with what Node adds to them', () => {
  const target = plainTargetOf(call({ method: 'POST', body: '{}' }));
  expect(target?.url.href).toBe('https://api.example/v1/jobs?page=2');
  expect(target?.headers).toMatchObject({
    'X-API-KEY': 'key',
    'Accept-Encoding': 'gzip, deflate, br',
  });
});

it('takes what the caller says of itself', () => {
  const headers = { 'User-Agent': 'mine', 'Accept-Encoding': 'identity' };
  expect(plainTargetOf(call({ headers }))?.headers).toEqual(headers);
});

it.each<readonly [what: string, rest: object]>([
  ['a form', { body: new FormData() }],
  ['a file', { body: new Blob(['film']) }],
  ['a name and a password in the address', { url: 'https://me:secret@api.example/' }],
  ['an address that cannot be read', { url: 'http://[::bad' }],
  ['a header with a line break', { headers: { 'X-Id': 'a\r\nX-Evil: b' } }],
  ['a header that begins with a space', { headers: { 'X-Id': ' a' } }],
  ['a header beyond ASCII', { headers: { 'X-Id': 'zażółć' } }],
  ['a header that is no text', { headers: { 'X-Id': 1 } }],
  ['a header that is not there', { headers: { 'X-Id': undefined } }],
])('leaves %s to axios', (_what, rest) => {
  expect(plainTargetOf(call(rest))).toBeUndefined();
});
