import fc from 'fast-check';
import { isFileName, numbered, splitFileName, stemOf } from '../../src/node/FileName.js';

describe('the stem of a file', () => {
  it.each([
    ['video_output', 'video_output'],
    ['front view', 'front-view'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a.b.c', 'a-b-c'],
    ['Gesicht Ä', 'Gesicht'],
    ['-rf', 'rf'],
    ['', 'image'],
    ['顔', 'image'],
    ['con', 'image-con'],
    ['COM1', 'image-COM1'],
    ['console', 'console'],
    ['x'.repeat(100), 'x'.repeat(64)],
    [`${'x'.repeat(63)} y`, 'x'.repeat(63)],
  ])('of role "%s" is %s', (role, stem) => {
    expect(stemOf({ role, type: 'image' })).toBe(stem);
  });

  it('is a safe name by itself, whatever the role', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (role) => {
        const stem = stemOf({ role, type: 'audio' });
        expect(stem).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,69}$/);
        expect(isFileName(stem)).toBe(true);
      }),
    );
  });
});

describe('a name that is asked for', () => {
  it.each(['a.mp4', 'Szene Ä 1.mp4', '.hidden', 'no ending', 'a.tar.gz', 'x'.repeat(200)])(
    'may be "%s"',
    (name) => {
      expect(isFileName(name)).toBe(true);
    },
  );

  it.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    '/a',
    'a\0b',
    'a\nb',
    'a:b',
    'a?',
    'a.',
    'a ',
    'nul',
    'NUL.mp4',
    'lpt1.txt',
    'com¹.mp4',
    'a\u202Egpm.exe',
    'x'.repeat(201),
    'Ä'.repeat(101),
    undefined,
    null,
    7,
    ['a'],
  ])('may not be %j', (name) => {
    expect(isFileName(name)).toBe(false);
  });
});

it.each([
  ['a.mp4', 'a.mp4', 'a-2.mp4'],
  ['a.tar.gz', 'a.tar.gz', 'a.tar-2.gz'],
  ['a', 'a', 'a-2'],
  ['.hidden', '.hidden', '.hidden-2'],
])('%s gets a number before its ending', (name, first, second) => {
  const split = splitFileName(name);
  expect([numbered(split, 1), numbered(split, 2)]).toEqual([first, second]);
});
