import fc from 'fast-check';
import {
  errorJson,
  fieldsOf,
  filledText,
  pageSentence,
  sentenceOf,
} from '../../src/contract/errorAnswer.js';

describe('reading an error answer', () => {
  it('finds its JSON, or nothing where it is something else', () => {
    const read = (body: string) => errorJson({ status: 500, headers: {}, body });
    expect(read('{"a":1}')).toEqual({ a: 1 });
    expect([read(''), read('<html>'), read('{"cut":')]).toEqual([undefined, undefined, undefined]);
  });

  it('takes own fields of objects alone', () => {
    const lent = JSON.parse('{"__proto__":{"code":"lent"},"message":"x"}') as unknown;
    expect(fieldsOf(lent)['code']).toBeUndefined();
    expect(fieldsOf(lent)['message']).toBe('x');
    expect(fieldsOf({})['constructor']).toBeUndefined();
    expect([fieldsOf(['x'])['0'], fieldsOf('x')['0'], fieldsOf(null)['x']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says a text, a list or named complaints in one sentence', () => {
    expect(sentenceOf('No.')).toBe('No.');
    expect(sentenceOf(['No.', 'Not at all.'])).toBe('No.; Not at all.');
    expect(sentenceOf({ image: ['Bad.'], style: { prompt: ['Long.'] } })).toBe(
      'image: Bad.; style: prompt: Long.',
    );
    expect(sentenceOf(404)).toBe('404');
  });

  it('says complaints about a field of an item of a list of the input', () => {
    const nested = { video_inputs: [{}, { character: { avatar_id: ['Bad id.'] } }] };
    expect(sentenceOf(nested)).toBe('video_inputs: character: avatar_id: Bad id.');
  });

  it('says nothing where there is nothing to say', () => {
    for (const value of ['', '  ', null, undefined, [], {}, [''], { a: null }]) {
      expect(sentenceOf(value)).toBeUndefined();
    }
    expect(filledText(7)).toBeUndefined();
  });

  it('keeps sentences short, however much there is', () => {
    expect(sentenceOf('x'.repeat(100_000))).toHaveLength(1_000);
    const many = Array.from({ length: 10_000 }, () => 'x'.repeat(1_000));
    expect(sentenceOf(many)).toHaveLength(1_000);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect((sentenceOf(value) ?? '').length).toBeLessThanOrEqual(1_000);
      }),
    );
  });

  it('reads the title of a page, or its text, from the beginning alone', () => {
    expect(pageSentence('<html><title lang="en">\n 502  Bad\n</title>')).toBe('502 Bad');
    expect(pageSentence('<h1>Oops</h1><p>Try later</p>')).toBe('Oops Try later');
    expect(pageSentence('  plain  words ')).toBe('plain words');
    expect([pageSentence(''), pageSentence('<html></html>')]).toEqual([undefined, undefined]);
    expect(pageSentence('x'.repeat(8_000_000))).toHaveLength(1_000);
  });
});
