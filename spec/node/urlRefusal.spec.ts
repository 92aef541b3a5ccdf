import { urlRefusal } from '../../src/node/urlRefusal.js';

const refusalOf = (url: string, ...privateOrigins: readonly string[]) =>
  urlRefusal(new URL(url), new Set(privateOrigins));

it.each(['https://files.example/a.mp4?s=1#t', 'https://8.8.8.8/', 'https://[2606:4700::1]:8443/'])(
  '%s may be asked',
  (url) => {
    expect(refusalOf(url)).toBeUndefined();
  },
);

it.each([
  ['http://files.example/a.mp4', 'must begin with https://, or be one of privateOrigins'],
  ['ftp://files.example/a.mp4', 'must begin with https://, or be one of privateOrigins'],
  ['file:///etc/hostname', 'must begin with https://, or be one of privateOrigins'],
  ['data:video/mp4,', 'must begin with https://, or be one of privateOrigins'],
  ['https://user@files.example/', 'must have no user name or password'],
  ['https://:pass@files.example/', 'must have no user name or password'],
  ['https://10.1.2.3/', 'must be at a public address, or be one of privateOrigins'],
  ['https://167772161/', 'must be at a public address, or be one of privateOrigins'],
  ['https://[::1]/', 'must be at a public address, or be one of privateOrigins'],
])('%s may not: it %s', (url, refusal) => {
  expect(refusalOf(url)).toBe(refusal);
});

it.each([
  ['http://127.0.0.1:4010/a', 'http://127.0.0.1:4010'],
  ['https://[::1]/a', 'https://[::1]'],
  ['https://minio.internal:9000/a', 'https://minio.internal:9000'],
])('%s may where %s is allowed', (url, origin) => {
  expect(refusalOf(url, origin)).toBeUndefined();
});

it.each([
  ['http://127.0.0.1:4011/a', 'http://127.0.0.1:4010'],
  ['https://127.0.0.1:4010/a', 'http://127.0.0.1:4010'],
  ['http://user@127.0.0.1:4010/a', 'http://127.0.0.1:4010'],
  ['file:///a', 'null'],
])('%s may not where only %s is', (url, origin) => {
  expect(refusalOf(url, origin === 'null' ? 'http://127.0.0.1' : origin)).toBeDefined();
});
