import { validatorOf } from '../../src/node/validatorOf.js';

const CHANGED = 'Sun, 22 Nov 2026 12:00:00 GMT';
const LATER = 'Sun, 22 Nov 2026 12:00:01 GMT';

it.each([
  ['a strong ETag', { etag: '"abc-1"' }, '"abc-1"'],
  ['an ETag rather than a date', { etag: '""', 'last-modified': CHANGED, date: LATER }, '""'],
  ['a date of change that is sure', { 'last-modified': CHANGED, date: LATER }, CHANGED],
])('%s tells a file from a later one', (_what, headers, validator) => {
  expect(validatorOf(headers)).toBe(validator);
});

it.each([
  ['nothing', {}],
  ['a weak ETag', { etag: 'W/"abc"' }],
  ['a weak ETag beside a date', { etag: 'W/"abc"', 'last-modified': CHANGED, date: LATER }],
  ['an ETag without quotes', { etag: 'abc' }],
  ['an ETag with a blank', { etag: '"a b"' }],
  ['an endless ETag', { etag: `"${'x'.repeat(513)}"` }],
  ['a date of the same second', { 'last-modified': CHANGED, date: CHANGED }],
  ['a date from tomorrow', { 'last-modified': LATER, date: CHANGED }],
  ['a date without another', { 'last-modified': CHANGED }],
  ['a date that is none', { 'last-modified': 'yesterday', date: LATER }],
  ['a server that gives no parts', { etag: '"abc"', 'accept-ranges': ' None' }],
])('%s does not', (_what, headers) => {
  expect(validatorOf(headers)).toBeUndefined();
});
