import { salvagedId } from '../../src/engine/salvagedId.js';

it.each([
  ['{"id":"a1","status":"que', 'a1'],
  ['{ "id" : "6f0c2c6e-51d9", ', '6f0c2c6e-51d9'],
  ['{"data":{"id":"inner"},"id":"outer"', 'inner'],
  ['{"job_id":"not-this","id":"this"', 'this'],
])('reads the id out of %s', (text, id) => {
  expect(salvagedId(text)).toBe(id);
});

it.each([
  '',
  '<html>',
  '{"id":"cut-in-the-mid',
  '{"id":42,',
  '{"id":"","a":1',
  '{"id":"..","a":1',
  '{"id":"a/b","a":1',
  '{"id":"[redacted]","a":1',
  '{"id":"a\\u002fb","a":1',
  `{"id":"${'x'.repeat(300)}","a":1`,
  `${' '.repeat(100_000)}{"id":"too-far-in"}`,
])('reads none out of %.60s', (text) => {
  expect(salvagedId(text)).toBeUndefined();
});
