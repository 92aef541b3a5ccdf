import { inspect, types } from 'node:util';
import { isJobError } from '../../src/errors/isJobError.js';
import { restateError } from '../../src/errors/restateError.js';
import { errorOf, EVERY_JOB_ERROR, EVERY_TAG, SIGNATURE } from './everyJobError.js';

describe.each(EVERY_TAG)('%s, restated,', (tag) => {
  const error = errorOf(tag);
  const restated = restateError(error, { operation: 'videos.run', retryable: true, attempts: 4 });

  it('differs in what was changed, and the first one does not', () => {
    expect(restated).toMatchObject({ operation: 'videos.run', retryable: true, attempts: 4 });
    expect(error.operation).not.toBe('videos.run');
    expect(error.attempts).toBe(0);
  });

  it('is the same in all else', () => {
    expect({ ...restated, operation: '', retryable: false, attempts: 0 }).toEqual({
      ...error,
      operation: '',
      retryable: false,
      attempts: 0,
    });
    expect(restated.message).toBe(error.message);
    expect(restated.name).toBe(error.name);
    expect(restated.stack).toBe(error.stack);
  });

  it('is a true Error of the same class', () => {
    expect(types.isNativeError(restated)).toBe(true);
    expect(restated.constructor).toBe(error.constructor);
    expect(isJobError(restated, tag)).toBe(true);
    expect(JSON.parse(JSON.stringify(restated))).toMatchObject({ _tag: tag, attempts: 4 });
  });
});

it.each(['JobFailed', 'JobCanceled', 'JobGone', 'ActionNeeded'] as const)(
  '%s keeps its snapshot, and still does not print it',
  (tag) => {
    const error = EVERY_JOB_ERROR[tag]();
    const restated = restateError(restateError(error, { operation: 'once' }), {
      operation: 'twice',
    });
    expect(restated.snapshot).toBe(error.snapshot);
    expect(inspect(restated, { depth: Infinity, showHidden: true })).not.toContain(SIGNATURE);
  },
);

it('keeps the cause', () => {
  const cause = new Error('below');
  const error = Object.assign(errorOf('StoreFault'), { cause });
  expect(restateError(error, { operation: 'x' }).cause).toBe(cause);
});
