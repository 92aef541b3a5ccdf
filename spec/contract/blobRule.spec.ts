import { blob, isBlob } from '../../src/contract/blobRule.js';

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable(new Blob(), {});
  revoke();
  return proxy;
};

describe('a file', () => {
  it.each([[new Blob(['a'])], [new File(['a'], 'a.png')], [new Blob()]])('is %p', (value) => {
    expect(isBlob(value)).toBe(true);
    expect(blob.check(value, 'file')).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a path', 'face.mp4'],
    ['bytes', new Uint8Array(4)],
    ['an object that passes for one', Object.create(Blob.prototype) as object],
    ['a proxy that throws', revoked()],
  ])('is not %s', (_what, value) => {
    expect(isBlob(value)).toBe(false);
    expect(blob.check(value, 'file')).toEqual([
      { path: 'file', message: expect.stringContaining('must be a Blob or a File') as string },
    ]);
  });
});
