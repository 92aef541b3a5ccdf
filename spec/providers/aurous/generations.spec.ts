import type { ImageInput } from '../../../src/providers/aurous/ImageInput.js';
import { images } from '../../../src/providers/aurous/images.js';
import { GenerationBody } from '../../../src/providers/aurous/GenerationBody.js';
import type { VideoInput } from '../../../src/providers/aurous/VideoInput.js';
import { videos } from '../../../src/providers/aurous/videos.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const IMAGE: ImageInput = { prompt: 'a lighthouse at dawn' };
const VIDEO: VideoInput = { prompt: 'a lighthouse at dawn' };
const WORDS = [
  'pending',
  'queued.older',
  'processing',
  'succeeded',
  'failed',
  'cancelled',
  'expired',
  'moderation_rejected',
];
const bodies = fixtures(
  'aurous',
  'generations/example',
  ...WORDS.map((word) => `generations/${word}`),
);
const errors = fixture('aurous/errors') as [];

const DAY_MS = 86_400_000;

const issuesOf = <Input>(
  kind: { readonly check?: (input: Input) => readonly { path: string; message: string }[] },
  input: object,
): readonly string[] =>
  (kind.check?.(input as Input) ?? []).map(({ path, message }) => `${path}: ${message}`);

function bodyOf(name: string, changes: object = {}): GenerationBody {
  const json = { ...(fixture(`aurous/generations/${name}`) as object), ...changes };
  const result = GenerationBody.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

describeKind(images, {
  bodies,
  inputs: {
    good: [
      IMAGE,
      { ...IMAGE, width: 1024, height: 4096, steps: 100, guidance_scale: 0.1, count: 2 },
      { ...IMAGE, size: '8k_1_1', seed: -1, enhance_prompt: true, cfg_rescale: 0.7 },
      { ...IMAGE, reference_image_urls: ['file_01HX', 'https://example.com/ref2.jpg'] },
    ],
    bad: [{}, { prompt: ' ' }, { ...IMAGE, steps: 101 }, { ...IMAGE, prompt: 'x'.repeat(4_001) }],
  },
  errors,
});

describeKind(videos, {
  bodies,
  inputs: {
    good: [
      VIDEO,
      { first_frame_url: 'file_01HX', last_frame_url: 'https://example.com/last.jpg' },
      { ...VIDEO, duration: 12, resolution: '1080p', ratio: '21:9', seed: -1 },
    ],
    bad: [{}, { ...VIDEO, duration: 13 }, { ...VIDEO, ratio: '16x9' }],
  },
  errors,
});

describe('an image of Aurous', () => {
  it('gives its URLs, and what it was made with', () => {
    expect(images.output(bodyOf('succeeded'))).toEqual({
      output_urls: [expect.stringContaining('/output/0?'), expect.stringContaining('/output/1?')],
      width: 2048,
      height: 2048,
      seed: 42,
      duration_ms: 14_820,
    });
    expect(images.output(bodyOf('pending'))).toBeUndefined();
  });

  it('says that its URLs work for a day from its end', () => {
    const ended = Date.parse('2026-11-22T08:00:14Z');
    const assets = images.assets?.(bodyOf('succeeded'), ended + 5) ?? [];
    expect(assets.map(({ role, type, expiresAt }) => [role, type, expiresAt])).toEqual([
      ['output_urls', 'image', ended + DAY_MS],
      ['output_urls', 'image', ended + DAY_MS],
    ]);
    const unknown = images.assets?.(bodyOf('succeeded', { completed_at: null }), 7) ?? [];
    expect(unknown[0]?.expiresAt).toBe(7 + DAY_MS);
  });

  it.each([
    ['failed', { message: 'The image could not be made.' }],
    ['expired', { code: 'expired', message: '' }],
    ['moderation_rejected', { code: 'moderation_rejected', message: '' }],
  ])('says why it %s', (word, failure) => {
    expect(images.failure?.(bodyOf(word))).toEqual(failure);
  });

  it('says what it costs, held or charged', () => {
    expect(images.credits?.(bodyOf('processing'))).toBe(2);
  });

  it.each([
    [{ size: '2k_1_1', width: 1024, height: 1024 }, 'width: cannot be given together with size'],
    [{ width: 1024 }, ': needs both width and height, or neither'],
    [{ width: 1000, height: 1024 }, 'width: must be a whole number from 1024 to 4096'],
    [
      { character_id: 'char_1', reference_image_urls: ['file_1'] },
      'reference_image_urls: cannot be given together with character_id',
    ],
    [
      { reference_image_urls: ['ftp://example.com/a'] },
      'reference_image_urls.0: must be the id of an uploaded file, or an absolute https URL of at most 2048 characters',
    ],
    [{ guidance_scale: 31 }, 'guidance_scale: must be a number from 0.1 to 30'],
    [{ promt: 'x' }, expect.stringContaining('promt: unknown field')],
  ])('refuses %j', (fields, issue) => {
    expect(issuesOf(images, { ...IMAGE, ...fields })).toEqual([issue]);
  });
});

describe('a video of Aurous', () => {
  it('is looked at where images are', () => {
    expect(videos.look('vid_01')).toEqual({ method: 'GET', path: '/v1/images/vid_01' });
  });

  it('gives its URL, and what it was made with', () => {
    expect(videos.output(bodyOf('video.succeeded'))).toEqual({
      output_video_url: expect.stringMatching(/^https:.*output\?token=abc$/),
      video_duration: 5,
      video_resolution: '720p',
      video_ratio: '16:9',
      seed: 42,
      duration_ms: 61_000,
    });
    expect(videos.output(bodyOf('video.processing'))).toBeUndefined();
    expect(videos.output(bodyOf('succeeded'))?.output_video_url).toContain('/output/0');
  });

  it.each([
    [{ prompt: undefined }, ': needs prompt or first_frame_url'],
    [{ last_frame_url: 'file_1' }, 'first_frame_url: is required with last_frame_url'],
    [{ duration: 2.5 }, 'duration: must be a whole number from 2 to 12'],
    [{ resolution: '4k' }, 'resolution: must be one of "480p", "720p", "1080p"'],
  ])('refuses %j', (fields, issue) => {
    expect(issuesOf(videos, { ...VIDEO, ...fields })).toEqual([issue]);
  });
});
