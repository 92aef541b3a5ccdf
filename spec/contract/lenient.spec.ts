import { isRight } from '#fp-ts/Either';
import type { Type } from 'io-ts';
import {
  filled,
  flag,
  listOf,
  moment,
  numeric,
  text,
  vendorId,
  webUrl,
  word,
} from '../../src/contract/lenient.js';

function read<A>(codec: Type<A, A, unknown>, value: unknown): A | undefined {
  const result = codec.decode(value);
  return isRight(result) ? result.right : undefined;
}

describe('the field codecs of bodies', () => {
  it('are strict about ids: text of 1 to 256 characters', () => {
    expect(read(vendorId, 'a')).toBe('a');
    expect(read(vendorId, 'x'.repeat(256))).toHaveLength(256);
    for (const value of ['', 'x'.repeat(257), 7, null, ['a']]) {
      expect(read(vendorId, value)).toBeUndefined();
    }
  });

  it('are strict about status words: any text, and text alone', () => {
    expect(read(word, '')).toBe('');
    expect(read(word, 'a word of tomorrow')).toBe('a word of tomorrow');
    expect(read(word, 7)).toBeUndefined();
  });

  it('read numbers that come as text, and no text that is not wholly a number', () => {
    const numbers = ['42', '12.5', ' 7 ', '-3', '+3', '1e3', 0.5, -0.5];
    expect(numbers.map((value) => read(numeric, value))).toEqual([
      42, 12.5, 7, -3, 3, 1_000, 0.5, -0.5,
    ]);
    for (const value of [
      '',
      ' ',
      '12px',
      '0x10',
      '1e999',
      'NaN',
      '1,5',
      NaN,
      Infinity,
      true,
      [7],
    ]) {
      expect(read(numeric, value)).toBeUndefined();
    }
  });

  it('read text that comes as a number', () => {
    expect(read(text, 404)).toBe('404');
    expect(read(text, '')).toBe('');
    expect(read(text, NaN)).toBeUndefined();
    expect(read(text, true)).toBeUndefined();
    expect(read(filled, '')).toBeUndefined();
    expect(read(filled, 'x')).toBe('x');
  });

  it('take absolute http(s) URLs alone, as they are', () => {
    const signed = 'HTTPS://a.example/x?Signature=a%2Fb+c&x=…';
    expect(read(webUrl, signed)).toBe(signed);
    for (const value of ['/x', '//a.example', 'ftp://a', 'https://', 'javascript:x', '<string>']) {
      expect(read(webUrl, value)).toBeUndefined();
    }
  });

  it('read dates as moments, and flags as they are', () => {
    expect(read(moment, '2026-11-22')).toBe(Date.UTC(2026, 10, 22));
    expect(read(moment, 'soon')).toBeUndefined();
    expect(read(flag, false)).toBe(false);
    expect(read(flag, 'false')).toBeUndefined();
  });

  it('leave out the items of a list that cannot be read', () => {
    expect(read(listOf(numeric), [1, '2', null, 'x', {}])).toEqual([1, 2]);
    expect(read(listOf(numeric), [])).toEqual([]);
    expect(read(listOf(numeric), { 0: 1, length: 1 })).toBeUndefined();
  });

  it('tell what is already of their type', () => {
    expect([numeric.is(1), numeric.is('1'), text.is('1'), text.is(1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([listOf(numeric).is([1]), listOf(numeric).is(['1'])]).toEqual([true, false]);
    expect(flag.is(undefined)).toBe(false);
  });
});
