import fc from 'fast-check';
import { parseRetryAfter } from '../../src/timing/parseRetryAfter.js';

const DATE = 'Wed, 21 Oct 2026 07:28:00 GMT';

describe('parseRetryAfter', () => {
  it.each([
    ['5', 5_000],
    [' 120 ', 120_000],
    ['0', 0],
    ['999999999', 999_999_999_000],
    ['99999999999999', 99_999_999_999_999_000],
  ])('reads %p as whole seconds', (value, ms) => {
    expect(parseRetryAfter(value)).toBe(ms);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['hexadecimal', '0x10'],
    ['an exponent', '1e3'],
    ['a negative number', '-1'],
    ['a fraction', '1.5'],
    ['a list', '120, 240'],
    ['more digits than any time has', '1'.repeat(21)],
    ['Infinity', 'Infinity'],
    ['an ISO date', '2026-10-21T07:28:00Z'],
    ['another time zone', 'Wed, 21 Oct 2026 07:28:00 CET'],
    ['the old form of a date', 'Wednesday, 21-Oct-26 07:28:00 GMT'],
    ['a date that is none', 'Wed, 99 Oct 2026 07:28:00 GMT'],
    ['digits of another script', '٥'],
  ])('takes %s for absent', (_, value) => {
    expect(parseRetryAfter(value, DATE)).toBeUndefined();
  });

  it('measures a date against the answer’s own clock', () => {
    expect(parseRetryAfter('Wed, 21 Oct 2026 07:28:30 GMT', DATE)).toBe(30_000);
    expect(parseRetryAfter(' Wed, 21 Oct 2026 07:28:30 GMT ', ` ${DATE} `)).toBe(30_000);
    expect(parseRetryAfter('Thu, 01 Jan 2077 00:00:00 GMT', DATE)).toBeGreaterThan(1e12);
  });

  it('makes 0 of a date that has passed', () => {
    expect(parseRetryAfter('Wed, 21 Oct 2026 07:00:00 GMT', DATE)).toBe(0);
  });

  it('takes a date for absent where the answer bears none, or none that is one', () => {
    expect(parseRetryAfter(DATE)).toBeUndefined();
    expect(parseRetryAfter(DATE, 'yesterday')).toBeUndefined();
    expect(parseRetryAfter(DATE, 'Wed, 99 Oct 2026 07:28:00 GMT')).toBeUndefined();
  });

  it('gives no number or a good one, for any texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, date) => {
        const ms = parseRetryAfter(value, date);
        expect(ms === undefined || (Number.isFinite(ms) && ms >= 0)).toBe(true);
      }),
    );
  });
});
