import { assetOf } from '../../src/contract/assetOf.js';

describe('assetOf', () => {
  it('is one asset where there is a URL, and none where there is not', () => {
    expect(assetOf('https://a.example', 'video', 'output')).toEqual([
      { url: 'https://a.example', type: 'video', role: 'output' },
    ]);
    expect(assetOf('https://a.example', 'image', 'front', 7)).toEqual([
      { url: 'https://a.example', type: 'image', role: 'front', expiresAt: 7 },
    ]);
    expect(assetOf(undefined, 'video', 'output')).toEqual([]);
  });
});
