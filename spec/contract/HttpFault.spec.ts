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
