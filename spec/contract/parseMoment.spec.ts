import fc from 'fast-check';
import { parseMoment } from '../../src/contract/parseMoment.js';

describe('parseMoment', () => {
  const noon = Date.UTC(2026, 10, 22, 12);

  it('reads a date with a zone, with an offset and with none, which is UTC', () => {
    for (const text of [
      '2026-11-22T12:00:00Z',
      '2026-11-22T12:00:00z',
      '2026-11-22T12:00:00',
      '2026-11-22 12:00:00',
      '2026-11-22T12:00',
      '2026-11-22T14:00:00+02:00',
      '2026-11-22T14:00:00+0200',
      '2026-11-22T14:00:00+02',
      '2026-11-22T05:30:00-06:30',
      '2026-11-22 12:00:00 Z',
      ' 2026-11-22T12:00:00.000Z ',
    ]) {
      expect([text, parseMoment(text)]).toEqual([text, noon]);
    }
    expect(parseMoment('2026-11-22')).toBe(Date.UTC(2026, 10, 22));
  });

  it('keeps milliseconds of any number of decimals, after a point or a comma', () => {
    expect(parseMoment('2026-11-22T12:00:00.5Z')).toBe(noon + 500);
    expect(parseMoment('2026-11-22T12:00:00.449603Z')).toBe(noon + 449);
    expect(parseMoment('2026-11-22T12:00:00,123456789Z')).toBe(noon + 123);
  });

  it('reads seconds and milliseconds since 1970, as numbers and as text', () => {
    for (const value of [noon, noon / 1000, String(noon), String(noon / 1000)]) {
      expect(parseMoment(value)).toBe(noon);
    }
    expect(parseMoment(0)).toBe(0);
  });

  it('knows no date that is not in the calendar', () => {
    for (const text of [
      '2026-02-30T12:00:00Z',
      '2026-13-01',
      '2026-00-01',
      '2026-11-22T24:00:00Z',
      '2026-11-22T12:60:00Z',
      '2026-11-22T12:00:61Z',
      '2026-11-22T12:00:00+24:00',
      '2026-11-22T12:00:00+02:60',
      '22/11/2026',
      'Sun, 22 Nov 2026 12:00:00 GMT',
      'now',
      '',
      '2026-11-22T12:00:00Z and more',
    ]) {
      expect([text, parseMoment(text)]).toEqual([text, undefined]);
    }
    expect(parseMoment('2024-02-29')).toBe(Date.UTC(2024, 1, 29));
  });

  it('knows no year before 1970 or after 9999', () => {
    expect(parseMoment('1969-12-31T23:59:59Z')).toBeUndefined();
    expect(parseMoment('9999-12-31T23:59:59.999Z')).toBe(Date.UTC(10_000, 0) - 1);
    expect(parseMoment(Date.UTC(10_000, 0))).toBeUndefined();
    for (const value of [-1, NaN, Infinity, -Infinity, 1e300]) {
      expect(parseMoment(value)).toBeUndefined();
    }
  });

  it('reads back every moment that a Date writes', () => {
    const years = { min: new Date(0), max: new Date(Date.UTC(10_000, 0) - 1), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), (date) => {
        expect(parseMoment(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const moment = parseMoment(value);
        expect(moment === undefined || (moment >= 0 && Number.isFinite(moment))).toBe(true);
      }),
    );
  });
});
