import { errorOf } from '../../../src/providers/sync/errorOf.js';
import { fixture } from '../../fixtures/fixture.js';

const read = (body: unknown, status = 400) =>
  errorOf({ status, headers: {}, body: JSON.stringify(body) });

const answers = fixture('sync/errors') as readonly { status: number; body: string }[];
const byCode = (code: string) => {
  const answer = answers.find(({ body }) => body.includes(code));
  if (answer === undefined) throw new Error(`no answer with ${code}`);
  return errorOf({ ...answer, headers: {} });
};

describe('an error answer of sync.so', () => {
  it('has its code under the newer name, the older one, or in place of a sentence', () => {
    expect(read({ errorCode: 'a_code', error_code: 'b_code' }).code).toBe('a_code');
    expect(read({ error_code: 'b_code' }).code).toBe('b_code');
    expect(read({ message: 'IDEMPOTENCY_IN_PROGRESS' }, 409).code).toBe('IDEMPOTENCY_IN_PROGRESS');
    expect(read({ error: 'Bad Request', message: 'No such field' }).code).toBeUndefined();
  });

  it('joins a list of sentences, and adds what the vendor suggests', () => {
    expect(read({ message: ['one is wrong', 'two is wrong'], error: 'Bad Request' }).message).toBe(
      'one is wrong; two is wrong',
    );
    expect(byCode('generation_input_video_inaccessible').message).toMatch(
      /^The provided video URL is inaccessible\. Make sure the video URL is publicly/,
    );
  });

  it('ends a sentence before what is suggested', () => {
    const suggestion = 'Check the id.';
    expect(read({ message: 'Not found', suggestion }).message).toBe('Not found. Check the id.');
    expect(read({ message: 'Is it there?', suggestion }).message).toBe(
      'Is it there? Check the id.',
    );
    expect(read({ message: 'Not found' }).message).toBe('Not found');
  });

  it('says how long to wait where the body does', () => {
    expect(byCode('concurrency_limit_reached').retryAfterMs).toBe(20_000);
    expect(byCode('rate_limit_exceeded').retryAfterMs).toBeUndefined();
    expect(read({ retryAfterSeconds: -1 }).retryAfterMs).toBeUndefined();
    expect(read({ retryAfterSeconds: '20' }).retryAfterMs).toBeUndefined();
  });

  it('tells the limit of jobs under way from the limit of requests', () => {
    expect(byCode('concurrency_limit_reached').slotsFull).toBe(true);
    expect(byCode('rate_limit_exceeded').slotsFull).toBe(false);
    expect(read({ errorCode: 'concurrency_limit_reached' }, 400).slotsFull).toBe(false);
  });

  it('names the job that a create of unknown outcome may have made', () => {
    expect(byCode('IDEMPOTENCY_OUTCOME_UNKNOWN')).toMatchObject({
      candidateId: '6533643b-aceb-4c40-967e-d9ba9baac39e',
      requestId: '5f1c',
    });
  });
});
