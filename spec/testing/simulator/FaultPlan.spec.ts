import { simulate } from '../../../src/testing/simulate.js';

describe('a fault that is asked for', () => {
  const { creatify } = simulate();
  const fail = creatify.fail.bind(creatify) as (rule: unknown) => unknown;

  it.each([
    [{}, 'there is no fault called "undefined"'],
    [{ do: 'nope' }, 'there is no fault called "nope"'],
    [{ do: 'toString' }, 'there is no fault called "toString"'],
    [{ on: 'creat', do: 'hang' }, 'no requests are called "creat"'],
    [{ do: 'status' }, 'the fault "status" needs "status"'],
    [{ do: { name: 'delay' } }, 'the fault "delay" needs "ms"'],
    [{ do: { name: 'redirect' } }, 'the fault "redirect" needs "location"'],
  ])('is refused when it could never strike: %j', (rule, message) => {
    expect(() => fail(rule)).toThrow(new RangeError(message));
  });

  it.each([
    { do: 'hang' },
    { on: 'create', do: { name: 'status', status: 503 } },
    { on: 'GET /api/aurora/:id/', do: 'html' },
  ])('is taken: %j', (rule) => {
    expect(() => fail(rule)).not.toThrow();
  });
});
