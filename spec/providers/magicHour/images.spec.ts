import { images } from '../../../src/providers/magicHour/images.js';
import type { ImageBody } from '../../../src/providers/magicHour/wire.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const STATUSES = ['draft', 'queued', 'rendering', 'complete', 'error', 'canceled'];
const NAMES = [...STATUSES, 'deleted', 'example', 'several'].map((name) => `image/${name}`);

describeKind(images, {
  bodies: fixtures('magicHour', ...NAMES),
  errors: fixture('magicHour/errors') as [],
});

function bodyOf(name: string, changes: object = {}): ImageBody {
  const json = { ...(fixture(`magicHour/image/${name}`) as object), ...changes };
  const result = images.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

describe('an image project', () => {
  it('gives each of its images when it is complete', () => {
    const output = images.output(bodyOf('several'));
    expect(output).toMatchObject({ type: 'AI_IMAGE', image_count: 4, credits_charged: 20 });
    expect(output?.downloads.map(({ url }) => new URL(url).pathname)).toEqual(
      [0, 1, 2, 3].map((image) => `/id/output-${image}.png`),
    );
    expect(images.assets?.(bodyOf('several'), 0)).toEqual(
      output?.downloads.map(({ url }) => ({
        url,
        type: 'image',
        role: 'download',
        expiresAt: Date.UTC(2026, 10, 23, 8),
      })),
    );
  });

  it('has a film for an asset where a GIF was ordered as one', () => {
    const typesOf = (url: string) =>
      images.assets?.(bodyOf('complete', { downloads: [{ url }] }), 0).map(({ type }) => type);
    expect(typesOf('https://videos.magichour.ai/id/output.mp4?auth-value=1')).toEqual(['video']);
    expect(typesOf('https://videos.magichour.ai/id/output.webm')).toEqual(['video']);
    expect(typesOf('https://videos.magichour.ai/id/output.gif')).toEqual(['image']);
    expect(typesOf('https://videos.magichour.ai/id.mp4/output.webp')).toEqual(['image']);
  });

  it('has no output before its files are there', () => {
    expect(images.output(bodyOf('complete', { downloads: [] }))).toBeUndefined();
    expect(images.output(bodyOf('rendering'))).toBeUndefined();
  });

  it('is gone when it is not enabled, and says why it failed', () => {
    expect(images.deleted?.(bodyOf('deleted'))).toBe(true);
    expect(images.deleted?.(bodyOf('complete'))).toBe(false);
    expect(images.failure?.(bodyOf('error'))?.code).toBe('no_source_face');
  });

  it('is watched and deleted at one address', () => {
    const path = '/v1/image-projects/cuid-example';
    expect(images.look('cuid-example')).toEqual({ method: 'GET', path });
    expect(images.remove?.('cuid-example')).toEqual({ method: 'DELETE', path });
    expect(images.progress).toBeUndefined();
  });
});
