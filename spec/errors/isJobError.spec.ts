import { expectTypeOf } from 'expect-type';
import { isJobError } from '../../src/errors/isJobError.js';
import { RateLimited } from '../../src/errors/RateLimited.js';
import type { TimedOut } from '../../src/errors/TimedOut.js';
import { errorOf, EVERY_TAG, FACTS } from './everyJobError.js';

it.each(EVERY_TAG)('knows %s, by itself and among others', (tag) => {
  const error = errorOf(tag);
  expect(isJobError(error)).toBe(true);
  expect(isJobError(error, tag)).toBe(true);
  expect(isJobError(error, ...EVERY_TAG)).toBe(true);
  expect(isJobError(error, ...EVERY_TAG.filter((other) => other !== tag))).toBe(false);
});

it.each([
  undefined,
  null,
  0,
  'TimedOut',
  {},
  { _tag: 'TimedOut' },
  Object.assign(new Error('no'), { _tag: 'TimedOut', provider: 'acme' }),
  JSON.parse(JSON.stringify(errorOf('TimedOut'))) as unknown,
])('takes nothing else for one (%#)', (value) => {
  expect(isJobError(value)).toBe(false);
});

it('knows the errors of another copy of the package, which are of other classes', () => {
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a second copy of the module
    const copy = require('../../src/errors/RateLimited') as { RateLimited: typeof RateLimited };
    expect(copy.RateLimited).not.toBe(RateLimited);
    const foreign: unknown = new copy.RateLimited('slow down', FACTS);
    expect(foreign).not.toBeInstanceOf(RateLimited);
    expect(isJobError(foreign, 'RateLimited')).toBe(true);
  });
});

it('narrows to the tags that were asked for', () => {
  const error: unknown = errorOf('TimedOut');
  if (!isJobError(error, 'TimedOut')) throw new Error('unreachable');
  expectTypeOf(error).toEqualTypeOf<TimedOut>();
});
