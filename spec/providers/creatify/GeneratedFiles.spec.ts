import fc from 'fast-check';
import { generatedAssets, generatedFiles } from '../../../src/providers/creatify/GeneratedFiles.js';

const A = 'https://media.example/a.mp4?Signature=abc';
const B = 'http://media.example/b.png';

const read = (value: unknown): readonly string[] | undefined => {
  const result = generatedFiles.decode(value);
  return result._tag === 'Right' ? result.right : undefined;
};

describe('generated files', () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ['a URL', A, [A]],
    ['a list of URLs', [A, B], [A, B]],
    [
      'a list of objects',
      [
        { url: A, type: 'video' },
        { image_url: B, index: 1 },
      ],
      [A, B],
    ],
    ['an object of URLs', { video: A, thumbnail: B }, [A, B]],
    ['JSON of a list', JSON.stringify([A, B]), [A, B]],
    ['JSON of objects', JSON.stringify([{ url: A }]), [A]],
    ['JSON of a URL', JSON.stringify(A), [A]],
    ['each once', [A, { url: A }, B], [A, B]],
    ['something without a URL', ['a.png', 7, null, {}], []],
    ['a text that is no URL', 'see the website', []],
    ['JSON that is cut', '["https://media.example/a', []],
  ])('are read out of %s', (_what, value, urls) => {
    expect(read(value)).toEqual(urls);
  });

  it.each(['', ' ', '[]', '{}', 'null', [], 7, true, null, undefined])(
    'are absent where there is nothing: %j',
    (value) => {
      expect(read(value)).toBeUndefined();
    },
  );

  it('are no more than a hundred, and no deeper than four levels', () => {
    const many = Array.from({ length: 300 }, (_, index) => `${B}?${index}`);
    expect(read(many)).toHaveLength(100);
    expect(read([[[[[[A]]]]]])).toEqual([]);
  });

  it('are URLs and nothing else, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const url of read(value) ?? []) expect(url).toMatch(/^https?:\/\//i);
      }),
    );
  });
});

describe('their assets', () => {
  it.each([
    ['text_to_image', 'image'],
    ['image_to_video', 'video'],
    ['video_to_video', 'video'],
    ['text_to_audio', 'audio'],
    ['text_to_music', 'audio'],
    ['text_to_smell', 'other'],
    ['constructor', 'other'],
    [undefined, 'other'],
  ])('of %s are of the type %s', (genType, type) => {
    expect(generatedAssets([A], genType, 'assets')).toEqual([{ url: A, type, role: 'assets' }]);
  });

  it('are none where there are no files', () => {
    expect(generatedAssets(undefined, 'text_to_image', 'assets')).toEqual([]);
  });
});
