import { lipSync } from '../../../src/providers/magicHour/lipSync.js';
import type { LipSyncInput } from '../../../src/providers/magicHour/LipSyncInput.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const good: LipSyncInput = {
  start_seconds: 0,
  end_seconds: 15,
  assets: {
    audio_file_path: 'api-assets/id/1234.mp3',
    video_source: 'file',
    video_file_path: 'api-assets/id/1234.mp4',
  },
};

const full: LipSyncInput = {
  ...good,
  name: 'My Lip Sync video',
  max_fps_limit: 12,
  style: { generation_mode: 'a_mode_of_tomorrow' },
  assets: {
    audio_file_path: 'https://media.example/speech.mp3',
    video_source: 'youtube',
    youtube_url: 'https://www.youtube.com/watch?v=x',
  },
};

describeKind(lipSync, {
  bodies: [
    ...fixtures('magicHour', 'draft', 'queued', 'rendering', 'complete', 'error', 'canceled'),
  ],
  created: fixtures('magicHour', 'created', 'created.older'),
  inputs: {
    good: [good, full],
    bad: [
      { ...good, assets: { video_source: 'file' } },
      { ...good, end_seconds: 0 },
      { ...good, assets: 'api-assets/id/1234.mp3' },
    ],
  },
  errors: fixture('magicHour/errors') as [],
});

const issuesOf = (changes: object, assets: object = {}): readonly string[] =>
  (
    lipSync.check?.({
      ...good,
      assets: { ...good.assets, ...assets },
      ...changes,
    }) ?? []
  ).map(({ path, message }) => `${path}: ${message}`);

describe('a lip sync', () => {
  it('is watched as one of the videos', () => {
    expect([lipSync.provider, lipSync.kind]).toEqual(['magic-hour', 'videos']);
    expect(lipSync.look('a').path).toBe('/v1/video-projects/a');
    expect(lipSync.typicalMs).toBe(229_000);
  });

  it('is made by a POST whose answer has the id and the estimated credits, and no status', () => {
    expect(lipSync.submit?.(good)).toEqual({ method: 'POST', path: '/v1/lip-sync', json: good });
    expect(lipSync.created?.(fixture('magicHour/created'))).toMatchObject({
      right: { id: 'cuid-example', credits: 450 },
    });
    expect(lipSync.created?.({ id: 'a', credits_charged: null })).toMatchObject({
      right: { id: 'a' },
    });
    expect(lipSync.created?.({ credits_charged: 450 })._tag).toBe('Left');
  });

  it('is never recognized when repeated', () => {
    expect(lipSync.idempotency).toBeUndefined();
  });
});

describe('an input of a lip sync', () => {
  it('ends after it starts', () => {
    expect(issuesOf({ start_seconds: -1 })).toEqual([
      'start_seconds: must be a number of at least 0',
    ]);
    expect(issuesOf({ end_seconds: 0.05 })).toEqual([
      'end_seconds: must be a number of at least 0.1',
    ]);
    expect(issuesOf({ start_seconds: 15 })).toEqual([
      'end_seconds: must be greater than start_seconds',
    ]);
    expect(issuesOf({ end_seconds: undefined })).toEqual([
      'end_seconds: is required: a number of at least 0.1',
    ]);
  });

  it('needs the field that its source of the video names', () => {
    expect(issuesOf({}, { video_file_path: undefined })).toEqual([
      'assets.video_file_path: is required when video_source is "file"',
    ]);
    expect(issuesOf({}, { video_source: 'youtube' })).toEqual([
      'assets.youtube_url: is required when video_source is "youtube"',
    ]);
    expect(issuesOf({}, { video_source: 'disk' })).toEqual([
      'assets.video_source: must be one of "file", "youtube"',
    ]);
  });

  it('needs its speech, and a sensible number of frames', () => {
    expect(issuesOf({}, { audio_file_path: '' })).toEqual([
      'assets.audio_file_path: must be text that is not empty',
    ]);
    expect(issuesOf({ max_fps_limit: 0.5 })).toEqual([
      'max_fps_limit: must be a number of at least 1',
    ]);
  });
});
