import { contentRange } from '../../src/node/contentRange.js';

it.each([
  ['bytes 0-0/1', { first: 0, last: 0, total: 1 }],
  ['bytes 5-9/10', { first: 5, last: 9, total: 10 }],
  [' Bytes 5-9/* ', { first: 5, last: 9, total: undefined }],
])('%s is a part', (header, range) => {
  expect(contentRange(header)).toEqual(range);
});

it.each([
  undefined,
  '',
  'bytes */10',
  'bytes 9-5/10',
  'bytes 5-10/10',
  'bytes 5-/10',
  'bytes -5/10',
  'bytes 5-9',
  'items 5-9/10',
  'bytes 5-9/10, bytes 5-9/10',
  'bytes 5.0-9/10',
  `bytes ${'9'.repeat(16)}-${'9'.repeat(16)}/*`,
])('%s is none', (header) => {
  expect(contentRange(header)).toBeUndefined();
});
