import { faceDetection } from '../../../src/providers/magicHour/faceDetection.js';
import type { FaceDetectionBody } from '../../../src/providers/magicHour/wire.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const assets = { target_file_path: 'api-assets/id/scene.mp4' };

describeKind(faceDetection, {
  bodies: fixtures(
    'magicHour/faceDetection',
    ...['queued', 'rendering', 'complete', 'error', 'example'],
  ),
  created: fixtures('magicHour/faceDetection', 'created'),
  inputs: {
    good: [{ assets }, { assets, confidence_score: 0.35 }, { assets, confidence_score: 1 }],
    bad: [
      {},
      { assets: { target_file_path: '' } },
      { assets, confidence_score: 1.05 },
      { assets, confidence_score: 0.33 },
    ],
  },
  errors: fixture('magicHour/errors') as [],
});

function bodyOf(name: string, changes: object = {}): FaceDetectionBody {
  const json = { ...(fixture(`magicHour/faceDetection/${name}`) as object), ...changes };
  const result = faceDetection.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

describe('a face detection', () => {
  it('gives the faces that it found', () => {
    const faces = [0, 1].map((face) => ({
      path: `api-assets/id/0-${face}.png`,
      url: `https://videos.magichour.ai/api-assets/id/0-${face}.png`,
    }));
    expect(faceDetection.output(bodyOf('complete'))).toEqual({ faces, credits_charged: 0 });
  });

  it('may have found none', () => {
    expect(faceDetection.output(bodyOf('complete', { faces: [] }))?.faces).toEqual([]);
    expect(faceDetection.output(bodyOf('complete', { faces: undefined }))).toBeUndefined();
  });

  it('shows faces as they are found', () => {
    expect(faceDetection.assets?.(bodyOf('rendering'), 0)).toEqual([
      {
        url: 'https://videos.magichour.ai/api-assets/id/0-0.png',
        type: 'image',
        role: 'face',
      },
    ]);
    const nameless = [{ path: 'api-assets/id/0-0.png' }, { url: 'https://a.example/0-1.png' }];
    const body = bodyOf('complete', { faces: nameless });
    expect(faceDetection.output(body)?.faces).toEqual([{ path: 'api-assets/id/0-0.png' }]);
    expect(faceDetection.assets?.(body, 0)).toEqual([]);
  });

  it('has words of its own: nobody can cancel it, and none is a draft', () => {
    expect(Object.keys(faceDetection.phases)).toEqual(['queued', 'rendering', 'complete', 'error']);
  });

  it('says nothing of why it failed, and cannot be deleted', () => {
    expect(faceDetection.failure).toBeUndefined();
    expect(faceDetection.remove).toBeUndefined();
    expect(faceDetection.progress).toBeUndefined();
  });

  it('is made and watched at addresses of its own', () => {
    expect(faceDetection.submit?.({ assets })).toEqual({
      method: 'POST',
      path: '/v1/face-detection',
      json: { assets },
    });
    expect(faceDetection.created?.(fixture('magicHour/faceDetection/created'))).toMatchObject({
      right: { id: 'uuid-example', credits: 0 },
    });
    expect(faceDetection.look('uuid-example')).toEqual({
      method: 'GET',
      path: '/v1/face-detection/uuid-example',
    });
  });
});
