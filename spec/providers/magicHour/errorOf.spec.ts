import { errorOf } from '../../../src/providers/magicHour/errorOf.js';

const read = (body: string) => errorOf({ status: 402, headers: {}, body });

describe('an error answer of Magic Hour', () => {
  it('is read in its older and its newer shape', () => {
    expect(read('{"message":"Payment required"}')).toEqual({ message: 'Payment required' });
    expect(read('{"code":"insufficient_credits","message":"Payment required"}')).toEqual({
      code: 'insufficient_credits',
      message: 'Payment required',
    });
  });

  it('is read where something between answers', () => {
    expect(read('Service Unavailable')).toEqual({ message: 'Service Unavailable' });
    expect(read('{"error":{"reason":"overloaded"}}').message).toBe('reason: overloaded');
  });
});
