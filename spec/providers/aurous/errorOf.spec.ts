import { errorOf } from '../../../src/providers/aurous/errorOf.js';

const read = (body: unknown, headers: Record<string, string> = {}) =>
  errorOf({ status: 400, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('an error answer of Aurous', () => {
  it('has its code, its sentence and the id of the request in one envelope', () => {
    const error = { type: 'invalid_request', code: 'balance_too_low', message: 'Too low.' };
    expect(read({ error: { ...error, param: null, request_id: 'req_1' } })).toEqual({
      code: 'balance_too_low',
      message: 'Too low.',
      requestId: 'req_1',
    });
  });

  it('names the field that is wrong', () => {
    expect(
      read({ error: { code: 'missing_field', message: 'Required.', param: 'name' } }).message,
    ).toBe('name: Required.');
  });

  it('takes the id of the request from the header where there is no envelope', () => {
    const headers = { 'aurous-request-id': 'req_2' };
    expect(read('<title>504 Gateway Time-out</title>', headers)).toEqual({
      message: '504 Gateway Time-out',
      requestId: 'req_2',
    });
    expect(read({ error: { code: 'internal_error' } }, headers)).toMatchObject({
      code: 'internal_error',
      requestId: 'req_2',
    });
  });
});
