import { videos } from '../../../src/providers/magicHour/videos.js';
import type { VideoBody } from '../../../src/providers/magicHour/wire.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const statuses = ['draft', 'queued', 'rendering', 'complete', 'error', 'canceled'];

describeKind(videos, {
  bodies: [...fixtures('magicHour', ...statuses), ...fixtures('magicHour', 'example', 'deleted')],
  errors: fixture('magicHour/errors') as [],
});

function bodyOf(name: string, changes: object = {}): VideoBody {
  const json = { ...(fixture(`magicHour/${name}`) as object), ...changes };
  const result = videos.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

describe('a video project', () => {
  it('gives its files and what became of it when it is complete', () => {
    expect(videos.output(bodyOf('complete'))).toEqual({
      downloads: [
        {
          url: 'https://videos.magichour.ai/id/output.mp4?auth-value=1234567890',
          expires_at: '2026-11-23T08:00:00.000Z',
        },
      ],
      type: 'LIP_SYNC',
      name: 'Example Name',
      width: 512,
      height: 960,
      fps: 28.8,
      start_seconds: 0,
      end_seconds: 15,
      credits_charged: 432,
    });
  });

  it('has each file as an asset, with the moment from which its URL does not work', () => {
    expect(videos.assets?.(bodyOf('complete'), 0)).toEqual([
      {
        url: 'https://videos.magichour.ai/id/output.mp4?auth-value=1234567890',
        type: 'video',
        role: 'download',
        expiresAt: Date.UTC(2026, 10, 23, 8),
      },
    ]);
    const downloads = [{ url: 'https://a.example/1' }, { url: '/2' }, null, { expires_at: 'x' }];
    expect(videos.assets?.(bodyOf('complete', { downloads }), 0)).toEqual([
      { url: 'https://a.example/1', type: 'video', role: 'download' },
    ]);
  });

  it('needs neither of the two fields that its page requires and does not describe', () => {
    expect(fixture('magicHour/complete')).not.toHaveProperty('total_frame_cost');
    expect(fixture('magicHour/complete')).not.toHaveProperty('download');
    expect(videos.output(bodyOf('complete'))).toBeDefined();
  });

  it('takes the single download of older answers where there is no list', () => {
    const { download } = bodyOf('example');
    expect(videos.output(bodyOf('example', { downloads: [] }))?.downloads).toEqual([download]);
    expect(videos.output(bodyOf('complete', { downloads: [] }))).toBeUndefined();
  });

  it('may say -1 for sizes that can be ignored', () => {
    const output = videos.output(bodyOf('complete', { width: -1, height: -1 }));
    expect([output?.width, output?.height]).toEqual([-1, -1]);
  });

  it('is gone when it is not enabled, whatever its status', () => {
    expect(videos.deleted?.(bodyOf('deleted'))).toBe(true);
    expect(videos.deleted?.(bodyOf('complete'))).toBe(false);
    expect(videos.deleted?.(bodyOf('complete', { enabled: undefined }))).toBe(false);
  });

  it('failed for a reason with a code, and for none where it did not fail', () => {
    expect(videos.failure?.(bodyOf('error'))).toEqual({
      code: 'no_source_face',
      message: 'Please use an image with a detectable face',
    });
    expect(videos.failure?.(bodyOf('complete'))).toBeUndefined();
    expect(videos.failure?.(bodyOf('error', { error: {} }))).toBeUndefined();
  });

  it('counts as queued while it is a draft', () => {
    expect(videos.phases['draft']).toBe('queued');
  });

  it('is watched and deleted at one address, and reports no progress', () => {
    const path = '/v1/video-projects/cuid-example';
    expect(videos.look('cuid-example')).toEqual({ method: 'GET', path });
    expect(videos.remove?.('cuid-example')).toEqual({ method: 'DELETE', path });
    expect(videos.progress).toBeUndefined();
    expect(videos.submit).toBeUndefined();
  });
});
