import { greaterThan, oneRequired, requiredIf, together } from '../../src/contract/crossRules.js';

describe('the rules of several fields', () => {
  it('require a field when another one has a certain value', () => {
    const rule = requiredIf('youtube_url', 'video_source', 'youtube');
    expect(rule({ video_source: 'youtube' }, 'assets')).toEqual([
      { path: 'assets.youtube_url', message: 'is required when video_source is "youtube"' },
    ]);
    expect(rule({ video_source: 'file' }, 'assets')).toEqual([]);
    expect(rule({ video_source: 'youtube', youtube_url: 'x' }, 'assets')).toEqual([]);
  });

  it('require one of several fields', () => {
    const rule = oneRequired('url', 'assetId');
    expect(rule({ refId: 'x' }, 'input.0')).toEqual([
      { path: 'input.0', message: 'needs url or assetId' },
    ]);
    expect([rule({ url: 'x' }, ''), rule({ url: 'x', assetId: 'y' }, '')]).toEqual([[], []]);
  });

  it('require two fields together', () => {
    const rule = together('startTime', 'endTime');
    const message = 'needs both startTime and endTime, or neither';
    expect(rule({ startTime: 0 }, 'a')).toEqual([{ path: 'a', message }]);
    expect(rule({ endTime: 0 }, 'a')).toEqual([{ path: 'a', message }]);
    expect([rule({}, 'a'), rule({ startTime: 0, endTime: 1 }, 'a')]).toEqual([[], []]);
  });

  it('require one number to be greater than another, where both are numbers', () => {
    const rule = greaterThan('end', 'start');
    expect(rule({ end: 1, start: 1 }, '')).toEqual([
      { path: 'end', message: 'must be greater than start' },
    ]);
    expect(rule({ end: 2, start: 1 }, '')).toEqual([]);
    expect([rule({ end: 0 }, ''), rule({ end: '0', start: 1 }, '')]).toEqual([[], []]);
  });
});
