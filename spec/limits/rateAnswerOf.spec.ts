import { rateAnswerOf } from '../../src/limits/rateAnswerOf.js';

const NONE = { retryAfterMs: undefined, limit: undefined, remaining: undefined };
const DATE = 'Sun, 22 Nov 2026 10:00:00 GMT';

it.each([
  ['nothing', {}, {}],
  ['whole seconds', { 'retry-after': '5' }, { retryAfterMs: 5_000 }],
  [
    'a date, measured against the answer’s own',
    { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT', date: DATE },
    { retryAfterMs: 30_000 },
  ],
  ['a date without one to measure against', { 'retry-after': DATE }, {}],
  ['two numbers', { 'retry-after': '120, 240' }, {}],
  [
    'a bucket',
    { 'x-ratelimit-limit': '240', 'x-ratelimit-remaining': '17' },
    { limit: 240, remaining: 17 },
  ],
  [
    'a bucket by newer names',
    { 'ratelimit-limit': '10', 'ratelimit-remaining': '0' },
    { limit: 10, remaining: 0 },
  ],
  [
    'a bucket by both',
    { 'x-ratelimit-remaining': '3', 'ratelimit-remaining': '9' },
    { remaining: 3 },
  ],
  [
    'what is no whole number',
    {
      'x-ratelimit-limit': '100, 100;w=60',
      'x-ratelimit-remaining': '-1',
      'ratelimit-remaining': '',
    },
    {},
  ],
  ['what is too much', { 'x-ratelimit-remaining': '99999999999' }, {}],
])('reads %s', (_what, headers: Record<string, string>, expected) => {
  expect(rateAnswerOf({ status: 429, headers, body: '' })).toEqual({
    status: 429,
    ...NONE,
    ...expected,
  });
});
