import { creatify } from '../../../src/providers/creatify/creatify.js';

describe('Creatify', () => {
  it('takes two keys, each in its own header', () => {
    expect(creatify.keys.apiId('id')).toEqual(['X-API-ID', 'id']);
    expect(creatify.keys.apiKey('key')).toEqual(['X-API-KEY', 'key']);
    expect(creatify.baseUrl).toBe('https://api.creatify.ai');
  });
});
