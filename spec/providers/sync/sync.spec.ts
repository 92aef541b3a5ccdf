import { sync } from '../../../src/providers/sync/sync.js';

describe('sync.so', () => {
  it('takes one key in a header of its own', () => {
    expect(sync.keys.apiKey('key')).toEqual(['x-api-key', 'key']);
    expect(sync.baseUrl).toBe('https://api.sync.so');
  });
});
