import { textsIn } from '../../../../src/providers/creatify/aiScripts/textsIn.js';

const read = (value: unknown): readonly string[] | undefined => {
  const result = textsIn.decode(value);
  return result._tag === 'Right' ? result.right : undefined;
};

describe('the paragraphs of a script', () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ['a text', 'Evenings come early.', ['Evenings come early.']],
    ['a list of texts', ['One.', '', 'Two.'], ['One.', 'Two.']],
    [
      'a list of objects',
      [{ text: 'One.' }, { content: 'Two.', id: 2 }, { id: 3 }],
      ['One.', 'Two.'],
    ],
    ['a mixed list', ['One.', null, 7, { paragraph: 'Two.' }], ['One.', 'Two.']],
  ])('are read out of %s', (_what, value, texts) => {
    expect(read(value)).toEqual(texts);
  });

  it.each([7, true, null, undefined, {}])('are absent where there are none: %j', (value) => {
    expect(read(value)).toBeUndefined();
  });

  it('are texts already where they were read before', () => {
    expect([textsIn.is(['One.']), textsIn.is([1]), textsIn.is('One.')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(textsIn.encode(['One.'])).toEqual(['One.']);
  });
});
