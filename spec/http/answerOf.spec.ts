import { AxiosHeaders } from 'axios';
import { answerOf, isAnswer } from '../../src/http/answerOf.js';

it('takes status, headers and text, and nothing else', () => {
  const response = {
    status: 201,
    statusText: 'Created',
    headers: new AxiosHeaders({ 'X-Request-Id': 'r1', 'Set-Cookie': 'a=1' }),
    data: '{"id":"a1"}',
    config: { headers: { 'X-Api-Key': 'secret' } },
    request: {},
  };
  expect(answerOf(response)).toEqual({
    status: 201,
    headers: { 'x-request-id': 'r1' },
    body: '{"id":"a1"}',
  });
});

it('gives header values as text, whatever an adapter made of them', () => {
  const headers = {
    A: ['x', 'y', {}],
    B: 7,
    C: true,
    D: null,
    E: undefined,
    F: () => 1,
    G: { toString: () => 'h' },
    'SET-COOKIE': ['a=1'],
    __proto__: { inherited: 'no' },
  };
  expect(answerOf({ status: 200, headers, data: '' }).headers).toEqual({
    a: 'x, y',
    b: '7',
    c: 'true',
  });
});

it('takes a header named like the prototype for a header', () => {
  const headers = JSON.parse('{"__proto__":"x"}') as object;
  const answer = answerOf({ status: 200, headers });
  expect(Object.keys(answer.headers)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

const circular: { self?: unknown } = {};
circular.self = circular;

it.each([
  ['{"a": 1.0}', '{"a": 1.0}'],
  ['', ''],
  [undefined, ''],
  [null, ''],
  [{ a: 1 }, '{"a":1}'],
  [[1], '[1]'],
  [0, '0'],
  [false, 'false'],
  [() => 1, ''],
  [circular, ''],
  [1n, ''],
])('gives data (%#) as text', (data, body) => {
  expect(answerOf({ status: 200, headers: {}, data }).body).toBe(body);
});

it.each([
  [{ status: 200, headers: {} }, true],
  [{ status: 0, headers: {} }, true],
  [{ status: '200', headers: {} }, false],
  [{ status: 200, headers: null }, false],
  [{ id: 'a1', status: 'done' }, false],
  ['text', false],
  [null, false],
  [undefined, false],
])('tells a response from what was taken out of one: %j %s', (value, is) => {
  expect(isAnswer(value)).toBe(is);
});
