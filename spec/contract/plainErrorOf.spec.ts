import fc from 'fast-check';
import { plainErrorOf } from '../../src/contract/plainErrorOf.js';

const faultOf = (body: unknown) =>
  plainErrorOf({
    status: 400,
    headers: {},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('plainErrorOf', () => {
  it.each([
    [{ message: 'No.' }, 'No.'],
    [{ detail: 'No.' }, 'No.'],
    [{ title: 'No.' }, 'No.'],
    [{ error: 'No.' }, 'No.'],
    [{ error: { message: 'No.' } }, 'No.'],
    [{ detail: [{ msg: 'too long' }] }, 'msg: too long'],
    [{ title: 'Bad', detail: 'The prompt is missing.' }, 'The prompt is missing.'],
    [{ message: '', error: 'No.' }, 'No.'],
    [{ prompt: ['is required'] }, 'prompt: is required'],
    [['No.', 'Never.'], 'No.; Never.'],
  ])('finds the sentence in %j', (body, message) => {
    expect(faultOf(body).message).toBe(message);
  });

  it.each([
    [{ code: 'too_dark' }, 'too_dark'],
    [{ error: { code: 'too_dark' } }, 'too_dark'],
    [{ code: '', error: { code: 'too_dark' } }, 'too_dark'],
    [{ code: 7 }, undefined],
  ])('finds the code in %j', (body, code) => {
    expect(faultOf(body).code).toBe(code);
  });

  it.each([[{ request_id: 'r-1' }], [{ error: { request_id: 'r-1' } }]])(
    'finds the id of the request in %j',
    (body) => {
      expect(faultOf(body).requestId).toBe('r-1');
    },
  );

  it('says what a page says', () => {
    const page = '<html><head><title>502 Bad Gateway</title></head></html>';
    expect(faultOf(page)).toEqual({ message: '502 Bad Gateway' });
    expect(faultOf('upstream is away')).toEqual({ message: 'upstream is away' });
  });

  it.each(['', 'null', '{}', '[]', '{"error":{}}'])('says nothing of %j', (body) => {
    expect(faultOf(body)).toMatchObject({ message: undefined });
  });

  it('reads any text without throwing, and keeps it short', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const { code = '', message = '' } = faultOf(body);
        expect(code.length).toBeLessThanOrEqual(1_000);
        expect(message.length).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});
