import type { Rule } from '../../src/contract/inputRules.js';
import {
  finite,
  flag,
  jobId,
  listOf,
  numberFrom,
  oneOf,
  orNull,
  text,
  textLike,
  variantOf,
  webUrl,
  wholeFrom,
  wordLike,
} from '../../src/contract/valueRules.js';

const isGood = (rule: Rule, value: unknown): boolean => rule.check(value, 'field').length === 0;

const good = (rule: Rule, ...values: readonly unknown[]): readonly unknown[] =>
  values.filter((value) => isGood(rule, value));

describe('the rules of values', () => {
  it('say what the value must be, under its path', () => {
    expect(numberFrom(0, 10).check(11, 'style.scale')).toEqual([
      { path: 'style.scale', message: 'must be a number from 0 to 10' },
    ]);
  });

  it('text keeps its lengths, and blanks alone are no text where some is needed', () => {
    expect(good(text({ max: 3 }), '', 'abc', 'abcd', null, 7)).toEqual(['', 'abc']);
    expect(good(text({ min: 1 }), '', '  ', 'a')).toEqual(['a']);
    expect([text().must, text({ max: 3 }).must, text({ min: 1 }).must]).toEqual([
      'text',
      'text of at most 3 characters',
      'text that is not empty',
    ]);
  });

  it('text counts characters, not the places they take in a string', () => {
    expect(isGood(text({ max: 2 }), '🎬🎬')).toBe(true);
    expect(isGood(text({ max: 2 }), '🎬🎬🎬')).toBe(false);
    expect(isGood(text({ max: 2 }), 'a🎬b')).toBe(false);
  });

  it('URLs are absolute, clean and within their length', () => {
    const bad = ['', '/x', 'a.example', 'ftp://a.example', 'https://', 'http:///x', 'https://a b'];
    expect(good(webUrl(), ...bad, 'https://a.example/\u0000', ' https://a.example', 7)).toEqual([]);
    expect(good(webUrl(), 'http://a.example', 'HTTPS://a.example/ä?q#h')).toHaveLength(2);
    expect(good(webUrl({ max: 12 }), 'https://a.ab', 'https://a.abc')).toEqual(['https://a.ab']);
    expect(good(webUrl({ httpsOnly: true }), 'http://a.example', 'https://a.example')).toEqual([
      'https://a.example',
    ]);
    expect(webUrl({ httpsOnly: true, max: 9 }).must).toBe(
      'an absolute https URL of at most 9 characters',
    );
  });

  it('numbers include their bounds, and are neither NaN nor text', () => {
    expect(good(numberFrom(0, 10), -0.1, 0, 10, 10.1, NaN, Infinity, '5')).toEqual([0, 10]);
    expect(good(numberFrom(0.1), 0.1, 1e9, 0, Infinity)).toEqual([0.1, 1e9]);
    expect(good(wholeFrom(1, 100), 0, 1, 1.5, 100, 101, '5')).toEqual([1, 100]);
    expect(good(finite, -1, 0.5, NaN, Infinity, '1')).toEqual([-1, 0.5]);
  });

  it('lists of words are closed or open', () => {
    expect(good(oneOf('file', 'youtube'), 'file', 'disk', 0)).toEqual(['file']);
    expect(good(wordLike('lite', 'pro'), 'lite', 'of tomorrow', '', ' ', 0)).toEqual([
      'lite',
      'of tomorrow',
    ]);
    expect([oneOf('file').must, oneOf('a', 'b').must, wordLike('a', 'b').must]).toEqual([
      '"file"',
      'one of "a", "b"',
      'a word such as "a", "b"',
    ]);
  });

  it('flags, ids, forms and null are what they say', () => {
    expect(good(flag, true, false, 0, 'true')).toEqual([true, false]);
    expect(good(jobId, 'a-1', 'a,b', '..', '', 7)).toEqual(['a-1']);
    expect(good(textLike(/^[a-z]+$/, 'lower case'), 'ab', 'aB', 7)).toEqual(['ab']);
    expect(good(orNull(flag), null, true, undefined)).toEqual([null, true]);
  });

  it('lists keep their number, and name the item that is wrong', () => {
    expect(listOf(flag, { min: 1, max: 2 }).check([], 'l')).toEqual([
      { path: 'l', message: 'must be a list of 1 to 2' },
    ]);
    expect(listOf(flag, { min: 1 }).check('x', 'l')).toEqual([
      { path: 'l', message: 'must be a list of at least 1' },
    ]);
    expect(listOf(flag).check([true, 7], 'l')).toEqual([
      { path: 'l.1', message: 'must be true or false' },
    ]);
    expect(good(listOf(flag), [], [true], {}, null)).toEqual([[], [true]]);
  });

  it('lists have no holes', () => {
    expect(listOf(flag).check([true, , true], 'l')).toEqual([
      { path: 'l.1', message: 'must be true or false' },
    ]);
  });

  it('variants are told apart by one field', () => {
    const rule = variantOf('type', { a: oneOf('never'), toString: flag });
    expect(rule.check({ type: 'b' }, 'v')).toEqual([
      { path: 'v.type', message: 'must be one of "a", "toString"' },
    ]);
    expect(rule.check({ type: 'a' }, 'v')).toEqual([{ path: 'v', message: 'must be "never"' }]);
    expect(rule.check({ type: 'constructor' }, 'v')).toHaveLength(1);
    expect(rule.check(null, 'v')).toEqual([{ path: 'v', message: 'must be an object' }]);
  });
});
