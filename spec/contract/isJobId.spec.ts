import fc from 'fast-check';
import { isJobId } from '../../src/contract/isJobId.js';

it.each([
  '6f0c1b2a-1111-4222-8333-444455556666',
  'a',
  '0',
  'char_01HZX',
  'clx7uu86w0a5qp55yxz315r6r',
  'a.b~c:d-e_f',
  'a.b.c',
  'x'.repeat(256),
])('takes %s', (id) => {
  expect(isJobId(id)).toBe(true);
});

it.each([
  '',
  '.',
  '..',
  'a..b',
  'a/../b',
  'a/b',
  'a\\b',
  'a?b',
  'a#b',
  '%2e%2e',
  'a b',
  'a\nb',
  'a\n',
  '\u0000',
  '-a',
  '_a',
  '~a',
  'ключ',
  'x'.repeat(257),
  'x'.repeat(10_000),
  7,
  null,
  undefined,
  ['a'],
  { toString: () => 'a' },
])('refuses %j', (id) => {
  expect(isJobId(id)).toBe(false);
});

it('an id that it takes stays one segment of the path it is put into, unescaped', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9._~:-]{1,12}$/)), (id) => {
      if (!isJobId(id)) return;
      const url = new URL(`https://api.example/v1/jobs/${id}/save`);
      expect(url.href).toBe(`https://api.example/v1/jobs/${id}/save`);
      expect(url.pathname.split('/')).toEqual(['', 'v1', 'jobs', id, 'save']);
    }),
    { numRuns: 1_000 },
  );
});
