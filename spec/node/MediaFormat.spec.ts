import fc from 'fast-check';
import type { Asset } from '../../src/model/Asset.js';
import { extensionOf, isFittingType } from '../../src/node/MediaFormat.js';

type Case = readonly [Asset['type'], string | undefined, string];

describe('the extension of a file', () => {
  it.each<readonly [...Case, expected: string]>([
    ['video', 'video/mp4', '/a.mov', 'mp4'],
    ['video', 'Video/MP4; codecs="avc1"', '/a', 'mp4'],
    ['video', 'video/quicktime', '/a', 'mov'],
    ['audio', 'audio/x-wav', '/a.mp3', 'wav'],
    ['image', 'image/jpeg', '/a.jpeg', 'jpg'],
    ['text', 'application/json', '/a.txt', 'json'],
  ])('of %s as %s at %s is that of its content type: %s', (type, contentType, path, expected) => {
    expect(extensionOf(type, contentType, path)).toBe(expected);
  });

  it.each<readonly [...Case, expected: string]>([
    ['video', undefined, '/a.MOV', 'mov'],
    ['video', 'application/octet-stream', '/a.b.webm', 'webm'],
    ['image', 'binary/octet-stream', '/a.jpeg', 'jpeg'],
    ['text', 'text/plain', '/a.srt', 'srt'],
    ['video', 'video/x-unheard-of', '/a.mkv', 'mkv'],
    ['other', undefined, '/a.zip', 'zip'],
  ])('of %s as %s at %s is that of its URL: %s', (type, contentType, path, expected) => {
    expect(extensionOf(type, contentType, path)).toBe(expected);
  });

  it.each<readonly [...Case, expected: string]>([
    ['video', undefined, '/a.exe', 'bin'],
    ['video', undefined, '/a.html', 'bin'],
    ['image', 'application/octet-stream', '/a.mp4', 'bin'],
    ['text', 'text/plain', '/a.mp4', 'txt'],
    ['other', 'application/x-sh', '/run.sh', 'bin'],
    ['video', undefined, '/mp4', 'bin'],
    ['video', undefined, '/a.mp4/', 'bin'],
  ])('of %s as %s at %s is of a closed list: %s', (type, contentType, path, expected) => {
    expect(extensionOf(type, contentType, path)).toBe(expected);
  });

  it('is never what a server makes up', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (contentType, path) => {
        expect(extensionOf('other', contentType, path)).toMatch(/^[a-z0-9]{2,5}$/);
      }),
    );
  });
});

describe('a content type', () => {
  it.each<readonly [Asset['type'], string | undefined]>([
    ['video', 'video/mp4'],
    ['video', 'image/gif'],
    ['audio', 'audio/mpeg'],
    ['audio', 'application/ogg'],
    ['image', 'image/webp'],
    ['text', 'text/vtt'],
    ['text', 'application/vnd.api+json'],
    ['text', 'application/x-subrip'],
    ['other', 'application/zip'],
    ['video', undefined],
    ['video', ''],
    ['image', 'application/octet-stream; charset=binary'],
  ])('fits %s: %s', (type, contentType) => {
    expect(isFittingType(type, contentType)).toBe(true);
  });

  it.each<readonly [Asset['type'], string]>([
    ['video', 'text/html'],
    ['video', 'application/json'],
    ['video', 'image/png'],
    ['audio', 'application/xml'],
    ['audio', 'video/quicktime'],
    ['image', 'video/mp4'],
    ['text', 'application/pdf'],
    ['video', 'xvideo/mp4'],
    ['video', 'application/mp4x'],
    ['video', 'garbage'],
  ])('does not fit %s: %s', (type, contentType) => {
    expect(isFittingType(type, contentType)).toBe(false);
  });
});
