import { magicHour } from '../../../src/providers/magicHour/magicHour.js';

describe('Magic Hour', () => {
  it('takes one key as a bearer', () => {
    expect(magicHour.keys.apiKey('key')).toEqual(['Authorization', 'Bearer key']);
    expect(magicHour.provider).toBe('magic-hour');
  });
});
