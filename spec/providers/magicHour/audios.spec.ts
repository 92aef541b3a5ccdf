import { audios } from '../../../src/providers/magicHour/audios.js';
import type { AudioBody } from '../../../src/providers/magicHour/wire.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const STATUSES = ['draft', 'queued', 'rendering', 'complete', 'error', 'canceled'];
const NAMES = [...STATUSES, 'deleted', 'example'].map((name) => `audio/${name}`);

describeKind(audios, {
  bodies: fixtures('magicHour', ...NAMES),
  errors: fixture('magicHour/errors') as [],
});

function bodyOf(name: string): AudioBody {
  const result = audios.codec.decode(fixture(`magicHour/audio/${name}`));
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

describe('an audio project', () => {
  it('gives its recording when it is complete', () => {
    const url = 'https://videos.magichour.ai/id/output.wav?auth-value=1234567890';
    expect(audios.output(bodyOf('complete'))).toEqual({
      downloads: [{ url, expires_at: '2026-11-23T08:00:00.000Z' }],
      type: 'VOICE_GENERATOR',
      name: 'Example Name',
      credits_charged: 2,
    });
    expect(audios.assets?.(bodyOf('complete'), 0)).toEqual([
      { url, type: 'audio', role: 'download', expiresAt: Date.UTC(2026, 10, 23, 8) },
    ]);
    expect(audios.output(bodyOf('rendering'))).toBeUndefined();
  });

  it('is gone when it is not enabled, and says why it failed', () => {
    expect(audios.deleted?.(bodyOf('deleted'))).toBe(true);
    expect(audios.failure?.(bodyOf('error'))).toEqual({
      code: 'text_too_long',
      message: 'Please use a shorter text',
    });
  });

  it('is watched and deleted at one address', () => {
    const path = '/v1/audio-projects/cuid-example';
    expect(audios.look('cuid-example')).toEqual({ method: 'GET', path });
    expect(audios.remove?.('cuid-example')).toEqual({ method: 'DELETE', path });
  });
});
