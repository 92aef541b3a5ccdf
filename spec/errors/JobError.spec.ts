import { inspect } from 'node:util';
import { expectTypeOf } from 'expect-type';
import { InvalidInput } from '../../src/errors/InvalidInput.js';
import type { JobError } from '../../src/errors/JobError.js';
import type { JobErrorTag } from '../../src/errors/JobErrorTag.js';
import { JobFailed } from '../../src/errors/JobFailed.js';
import { Rejected } from '../../src/errors/Rejected.js';
import { SubmissionUnknown } from '../../src/errors/SubmissionUnknown.js';
import { Undecodable } from '../../src/errors/Undecodable.js';
import { UnknownStatus } from '../../src/errors/UnknownStatus.js';
import { errorOf, EVERY_JOB_ERROR, EVERY_TAG, FACTS, REF, SIGNATURE } from './everyJobError.js';

it('is a closed union of 21 tags', () => {
  expectTypeOf<JobError['_tag']>().toEqualTypeOf<JobErrorTag>();
  expect(EVERY_TAG).toHaveLength(21);
});

describe.each(EVERY_TAG)('%s', (tag) => {
  const error = errorOf(tag);

  it('is an Error with its tag, and a name that loggers show', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error._tag).toBe(tag);
    expect(error.name).toBe(tag === 'Aborted' ? 'AbortError' : tag);
    expect(String(error)).toBe(`${error.name}: ${error.message}`);
    expect(error.stack).toContain('everyJobError.ts');
  });

  it('says vendor, operation and job, and whether trying again helps', () => {
    expect(error).toMatchObject({ provider: 'acme', ref: REF, attempts: 0 });
    expect(error.operation).toMatch(/^(?:videos\.watch|toResult)$/);
    expect(typeof error.retryable).toBe('boolean');
    expect(error.jobMayBeRunning).toBe(tag === 'SubmissionUnknown');
  });

  it('is plain JSON without its stack', () => {
    const json = JSON.parse(JSON.stringify(error)) as Record<string, unknown>;
    expect(json).toMatchObject({ _tag: tag, message: error.message, provider: 'acme', ref: REF });
    expect(json).not.toHaveProperty('stack');
    expect(json).not.toHaveProperty('snapshot');
  });

  it('prints no signed address, however deeply it is looked into', () => {
    const printed = [inspect(error, { depth: Infinity, showHidden: true }), JSON.stringify(error)];
    expect(printed.join()).not.toContain(SIGNATURE);
    expect(`${error.stack}`).not.toContain(SIGNATURE);
  });
});

describe('errors made of snapshots', () => {
  it.each(['JobFailed', 'JobCanceled', 'JobGone', 'ActionNeeded'] as const)(
    '%s gives the whole snapshot to who asks for it',
    (tag) => {
      const { snapshot, ref } = EVERY_JOB_ERROR[tag]();
      expect(snapshot.ref).toBe(ref);
      expect(snapshot.assets[0]?.url).toContain(SIGNATURE);
    },
  );

  it.each([
    [{ code: 'E7', message: 'too dark' }, 'E7: too dark', 'E7'],
    [{ message: 'too dark' }, 'too dark', undefined],
    [{ code: 'E7', message: '' }, 'E7', 'E7'],
    [{ message: '' }, 'word', undefined],
  ])('a failure %j is told as "%s"', (failure, text, code) => {
    const { snapshot } = EVERY_JOB_ERROR.JobFailed();
    const error = new JobFailed({ ...snapshot, failure }, { operation: 'toResult' });
    expect(error.message).toBe(`the job failed at acme: ${text}`);
    expect(error.vendorCode).toBe(code);
  });
});

describe('facts', () => {
  it('that are not known are no keys at all', () => {
    const keys = Object.keys(
      new Rejected('no', { provider: 'acme', operation: 'x', httpStatus: undefined }),
    );
    expect(keys.sort()).toEqual([
      '_tag',
      'attempts',
      'jobMayBeRunning',
      'operation',
      'provider',
      'retryable',
    ]);
  });

  it('that are known are kept', () => {
    const facts = {
      ...FACTS,
      retryable: true,
      jobMayBeRunning: true,
      httpStatus: 422,
      vendorCode: 'bad_input',
      requestId: 'r1',
      retryAfterMs: 5_000,
      attempts: 3,
      outcome: 'rejected',
    } as const;
    expect(new Rejected('no', facts)).toMatchObject(facts);
  });

  it('from a vendor are bounded and redacted as messages are', () => {
    const error = new Rejected('x'.repeat(5_000_000), {
      ...FACTS,
      vendorCode: 'y'.repeat(5_000_000),
      requestId: `r1\nkey=al_live_0123456789abcdef`,
    });
    expect(error.message).toHaveLength(500);
    expect(error.vendorCode).toHaveLength(128);
    expect(error.requestId).toBe('r1 key=[redacted]');
    expect(JSON.stringify(error).length).toBeLessThan(1_500);
  });

  it('about a cause are there to be followed, but not in the JSON', () => {
    const cause = new Error('below');
    const error = new Rejected('no', { ...FACTS, cause });
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain('below');
    expect(new Rejected('no', FACTS)).not.toHaveProperty('cause');
  });
});

describe('single tags', () => {
  it('InvalidInput names each field with its rule', () => {
    const issues = [
      { path: 'name', message: 'must be short' },
      { path: '', message: 'is empty' },
    ];
    const error = new InvalidInput(issues, FACTS);
    expect(error.message).toBe('videos.watch: name: must be short; is empty');
    issues.length = 0;
    expect(error.issues).toHaveLength(2);
    expect(Object.isFrozen(error.issues)).toBe(true);
  });

  it('Undecodable keeps its issues to itself', () => {
    const error = new Undecodable('no', 'not-json', FACTS);
    expect(error).toMatchObject({ reason: 'not-json', issues: [] });
    expect(Object.isFrozen(error.issues)).toBe(true);
  });

  it('SubmissionUnknown can never be called safe to repeat', () => {
    const error = new SubmissionUnknown('lost', { intentId: 'i1' }, { ...FACTS, retryable: true });
    expect(error).toMatchObject({
      outcome: 'unknown',
      retryable: false,
      jobMayBeRunning: true,
      intentId: 'i1',
      candidates: [],
    });
  });

  it('UnknownStatus bounds the vendor’s word', () => {
    const error = new UnknownStatus(`post\n${'x'.repeat(500)}`, FACTS);
    expect(error.status).toBe(`post ${'x'.repeat(95)}`);
    expect(error.message).toContain('post xxx');
  });
});
