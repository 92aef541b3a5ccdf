import { inspect } from 'node:util';
import { HttpFault, isHttpFault } from '../../src/contract/HttpFault.js';

const facts = { reason: 'reset', sent: true, message: 'the connection broke' } as const;

it('is an Error with a reason, and whether something was sent', () => {
  const fault = new HttpFault(facts);
  expect(fault).toBeInstanceOf(Error);
  expect(fault).toMatchObject({ ...facts, name: 'HttpFault', _tag: 'HttpFault' });
  expect(JSON.parse(JSON.stringify(fault))).toEqual({
    _tag: 'HttpFault',
    reason: 'reset',
    sent: true,
  });
});

describe('what came of the answer', () => {
  const partial = { status: 201, body: '{"id":"a1"' };

  it('can be had, and shows nowhere', () => {
    const fault = new HttpFault({ ...facts, partial });
    expect(fault.partial).toEqual(partial);
    expect(JSON.stringify(fault)).not.toContain('a1');
    expect(inspect(fault, { showHidden: true, depth: Infinity })).not.toContain('a1');
    expect(structuredClone(fault)).not.toHaveProperty('partial');
    expect({ ...fault }).not.toHaveProperty('partial');
  });

  it('is nothing where nothing came', () => {
    expect(new HttpFault(facts).partial).toBeUndefined();
    const empty = new HttpFault({ ...facts, partial: { status: 200, body: '' } });
    expect(empty.partial).toBeUndefined();
  });

  it('is kept up to 100,000 characters, and as it was', () => {
    const long = { status: 200, body: 'x'.repeat(200_000) };
    const fault = new HttpFault({ ...facts, partial: long });
    long.body = 'another';
    expect(fault.partial?.body).toBe('x'.repeat(100_000));
  });
});

it('is known by its tag, also from another copy of the package', () => {
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a second copy of the module
    const copy = require('../../src/contract/HttpFault') as { HttpFault: typeof HttpFault };
    const foreign: unknown = new copy.HttpFault(facts);
    expect(foreign).not.toBeInstanceOf(HttpFault);
    expect(isHttpFault(foreign)).toBe(true);
  });
});

it.each([undefined, null, {}, { _tag: 'HttpFault' }, new Error('HttpFault')])(
  'is not %p',
  (value) => {
    expect(isHttpFault(value)).toBe(false);
  },
);
