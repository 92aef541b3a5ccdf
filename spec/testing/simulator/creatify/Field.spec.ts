import {
  list,
  nested,
  nullable,
  required,
} from '../../../../src/testing/simulator/creatify/Field.js';
import { fieldErrors, keptFields } from '../../../../src/testing/simulator/creatify/Field.js';
import {
  choice,
  dictionary,
  file,
  flag,
  id,
  integer,
  number,
  text,
  url,
} from '../../../../src/testing/simulator/creatify/fieldTypes.js';

describe('A field of a request to Creatify, simulated', () => {
  const wrong = (field: ReturnType<typeof text>, value: unknown) =>
    fieldErrors({ field }, { field: value })?.['field'];

  it.each([
    ['a text', text(3), ['', 'abc'], [7, 'abcd', {}, []]],
    ['an address', url(20), ['https://a.test', 'http://a.test/?q'], ['a.test', 'ftp://a.test', 7]],
    ['an id', id(), ['3c90c3cc-0d44-4b50-8888-8dd25736052a'], ['3c90', '', 7]],
    ['a number', number(0, 1), [0, 0.5, 1, '0.5'], [-0.1, 1.1, '', 'x', Number.NaN, {}]],
    ['an integer', integer(1, 3), [1, 3, '2'], [0, 4, 1.5, '1.5', 'x', null]],
    ['a flag', flag(), [true, false, 'true', 'False', '0'], ['yes', 2, {}]],
    ['a choice', choice('a', 'b'), ['a', 'b'], ['c', 'A', 7, ['a']]],
    ['a dictionary', dictionary(), [{}, { a: 1 }], [[], 'x', 7]],
    ['a list', list(integer(), { least: 1, most: 2 }), [[1], [1, 2]], [[], [1, 2, 3], ['x'], {}]],
    ['an object', nested({ a: required(text()) }), [{ a: 'x' }], [{}, { a: 7 }, [], 'x']],
    [
      'a file',
      file(),
      [{ name: 'f.mp4', type: 'video/mp4', sizeBytes: 1 }, 'https://a.test/f.mp4'],
      ['f.mp4', { name: 'f.mp4' }],
    ],
  ])('takes %s', (_, field, good, bad) => {
    for (const value of good) expect([value, wrong(field, value)]).toEqual([value, undefined]);
    for (const value of bad) expect([value, wrong(field, value)]).not.toEqual([value, undefined]);
  });

  it('says what is wrong by field, by item and by field within', () => {
    const fields = {
      scenes: required(list(nested({ voice: required(nested({ volume: number(0, 1) })) }))),
      name: required(text()),
      note: nullable(text()),
      size: text(),
    };
    const scenes = [{ voice: { volume: 2 } }, { voice: {} }, 'x', {}];
    expect(fieldErrors(fields, { scenes, name: '', note: null, size: null })).toEqual({
      scenes: {
        '0': { voice: { volume: ['Ensure this value is less than or equal to 1.'] } },
        '2': { non_field_errors: ['Invalid data. Expected a dictionary, but got str.'] },
        '3': { voice: ['This field is required.'] },
      },
      name: ['This field may not be blank.'],
      size: ['This field may not be null.'],
    });
    expect(fieldErrors(fields, { scenes: 7, name: 'n' })).toEqual({
      scenes: ['Expected a list of items but got type "int".'],
    });
  });

  it('is kept as what a form meant, and only if it is known', () => {
    const fields = { size: number(), loud: flag(), face: file(), note: nullable(text()) };
    const sent = {
      size: '1.5',
      loud: 'false',
      face: { name: 'f.mp4', type: 'video/mp4', sizeBytes: 1 },
      note: null,
      other: 1,
    };
    expect(keptFields(fields, sent)).toEqual({
      size: 1.5,
      loud: false,
      face: 'f.mp4',
      note: null,
    });
  });
});
