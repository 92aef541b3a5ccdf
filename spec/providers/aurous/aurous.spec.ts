import { AUROUS_VERSION, aurous, isAurousVersion } from '../../../src/providers/aurous/aurous.js';

describe('Aurous', () => {
  it('takes one key in a header of its own', () => {
    expect(aurous.keys.apiKey('key')).toEqual(['X-Api-Key', 'key']);
  });

  it('has versions that are dates', () => {
    expect(isAurousVersion(AUROUS_VERSION)).toBe(true);
    for (const value of [
      '2026-5-15',
      '2026-02-30',
      '2026-05-15\n',
      'latest',
      '',
      null,
      20260515,
      ' 2026-05-15',
    ]) {
      expect(isAurousVersion(value)).toBe(false);
    }
  });
});
