import { aurora, auroraList } from '../../../../src/providers/creatify/aurora/aurora.js';
import type { AuroraInput } from '../../../../src/providers/creatify/aurora/AuroraInput.js';
import type { VideoBody } from '../../../../src/providers/creatify/VideoOutput.js';
import { fixture, fixtures } from '../../../fixtures/fixture.js';
import { describeKind } from '../../describeKind.js';

const good: AuroraInput = {
  audio: 'https://media.example/speech.mp3',
  image: 'https://media.example/face.jpg',
};

const full: AuroraInput = {
  ...good,
  name: 'A name of 255: '.padEnd(255, '🎬'.slice(0, 1)),
  text_prompt: 'a calm studio, slow push in',
  prompt_guidance_scale: 10,
  model_version: 'aurora_v9_of_tomorrow',
  webhook_url: `https://hooks.example/${'x'.repeat(200 - 'https://hooks.example/'.length)}`,
  ttl_days: 4,
  output_upload_url: 'https://files.example/put-here',
};

const statuses = ['pending', 'in_queue', 'running', 'done', 'failed', 'rejected'];

describeKind(aurora, {
  bodies: [
    ...fixtures('creatify/aurora', 'example', ...statuses),
    ...(fixture('creatify/aurora/list') as []),
  ],
  inputs: {
    good: [good, full, { ...good, name: null, webhook_url: null }],
    bad: [
      { image: good.image },
      { ...good, audio: 'speech.mp3 on my disk' },
      { ...good, webhook_url: 'ftp://hooks.example/x' },
      { ...good, colour: 'a secret colour' },
    ],
  },
  errors: fixture('creatify/errors') as [],
});

function bodyOf(name: string, changes: object = {}): VideoBody {
  const result = aurora.codec.decode({
    ...(fixture(`creatify/aurora/${name}`) as object),
    ...changes,
  });
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

const issuesOf = (input: object): readonly (readonly [string, string])[] =>
  (aurora.check?.({ ...good, ...input }) ?? []).map(({ path, message }) => [path, message]);

describe('an Aurora video', () => {
  it('gives its video, what it cost and how long it is when it is done', () => {
    expect(aurora.output(bodyOf('done'))).toEqual({
      video_output: 'https://media.example/aurora/video.mp4?Expires=1795420800&Signature=abc',
      duration: 15,
      credits_used: 7.5,
      preview: 'https://media.example/aurora/preview',
      editor_url: 'https://media.example/aurora/editor?token=abc',
      media_job: '43e2b17c-e272-453a-96d4-c047acd2ab0e',
    });
    expect(aurora.credits?.(bodyOf('done'))).toBe(7.5);
  });

  it('has the video as its asset, and the preview beside it', () => {
    expect(aurora.assets?.(bodyOf('done'), 0)).toEqual([
      expect.objectContaining({ type: 'video', role: 'video_output' }),
      expect.objectContaining({ type: 'other', role: 'preview' }),
    ]);
    expect(aurora.assets?.(bodyOf('pending'), 0)).toEqual([]);
  });

  it('has no output as long as there is no URL to fetch it from', () => {
    for (const video_output of [null, '', '<string>', '/video.mp4', 7]) {
      expect(aurora.output(bodyOf('done', { video_output }))).toBeUndefined();
    }
  });

  it('takes an empty reason, null and none alike', () => {
    expect(aurora.failure?.(bodyOf('failed'))).toEqual({ message: 'The audio could not be read.' });
    for (const failed_reason of ['', null, undefined]) {
      expect(aurora.failure?.(bodyOf('failed', { failed_reason }))).toBeUndefined();
    }
  });

  it('takes numbers that come as text', () => {
    const body = bodyOf('running', { progress: '42', credits_used: '12.5', duration: '15' });
    expect([body.progress, body.credits_used, body.duration]).toEqual([42, 12.5, 15]);
  });

  it('knows both words for no video', () => {
    expect([aurora.phases['failed'], aurora.phases['rejected']]).toEqual(['failed', 'failed']);
  });

  it('was made at the moment that its body names, with microseconds and an offset too', () => {
    const created_at = '2025-05-30T04:11:05.449603-07:00';
    expect(aurora.createdAt?.(bodyOf('done', { created_at }))).toBe(
      Date.UTC(2025, 4, 30, 11, 11, 5, 449),
    );
  });
});

describe('the requests of Aurora', () => {
  it('keep the slash at the end', () => {
    expect(aurora.submit?.(good)).toEqual({ method: 'POST', path: '/api/aurora/', json: good });
    expect(aurora.look('6f0c')).toEqual({ method: 'GET', path: '/api/aurora/6f0c/' });
  });

  it('look at up to 100 jobs at once, by a bare list', () => {
    expect(aurora.lookMany?.max).toBe(100);
    expect(aurora.lookMany?.request(['a', 'b'])).toEqual({
      method: 'GET',
      path: '/api/aurora/',
      query: { ids: 'a,b' },
    });
    expect(aurora.lookMany?.bodies(fixture('creatify/aurora/list'))).toHaveLength(2);
    expect(aurora.lookMany?.bodies({ results: [] })).toBeUndefined();
  });

  it('list by ids and order, one page for all', () => {
    expect(auroraList.request({ ids: ['a', 'b'], ordering: '-created_at' })).toEqual({
      method: 'GET',
      path: '/api/aurora/',
      query: { ids: 'a,b', ordering: '-created_at' },
    });
    expect(auroraList.check({})).toEqual([]);
    expect(auroraList.bodies(fixture('creatify/aurora/list'))).toHaveLength(2);
    expect(auroraList.bodies({ detail: 'no' })).toBeUndefined();
    expect(auroraList.next).toBeUndefined();
  });

  it('refuse to list more than 100 ids, none, and ids that would smuggle in others', () => {
    const paths = (query: object): readonly string[] =>
      auroraList.check(query).map(({ path }) => path);
    expect(paths({ ids: Array.from({ length: 100 }, (_, index) => `id-${index}`) })).toEqual([]);
    expect(paths({ ids: Array.from({ length: 101 }, (_, index) => `id-${index}`) })).toEqual([
      'ids',
    ]);
    expect(paths({ ids: [] })).toEqual(['ids']);
    expect(paths({ ids: ['a', 'b,c'] })).toEqual(['ids.1']);
  });
});

describe('an Aurora input', () => {
  it('is refused for each rule that its page states', () => {
    expect(issuesOf({ audio: undefined })).toEqual([
      ['audio', 'is required: an absolute http(s) URL'],
    ]);
    expect(issuesOf({ image: 'face.jpg' })).toEqual([['image', 'must be an absolute http(s) URL']]);
    expect(issuesOf({ name: 'x'.repeat(256) })).toEqual([
      ['name', 'must be text of at most 255 characters'],
    ]);
    expect(issuesOf({ webhook_url: `https://hooks.example/${'x'.repeat(179)}` })).toEqual([
      ['webhook_url', 'must be an absolute http(s) URL of at most 200 characters'],
    ]);
    for (const prompt_guidance_scale of [-0.1, 10.1, NaN, '1']) {
      expect(issuesOf({ prompt_guidance_scale })).toEqual([
        ['prompt_guidance_scale', 'must be a number from 0 to 10'],
      ]);
    }
    expect(issuesOf({ prompt_guidance_scale: 0 })).toEqual([]);
  });

  it('may have a name of 255 emoji, which are characters to the vendor', () => {
    expect(issuesOf({ name: '🎬'.repeat(255) })).toEqual([]);
    expect(issuesOf({ name: '🎬'.repeat(256) })).toHaveLength(1);
  });

  it('may have a model that this library does not know', () => {
    expect(issuesOf({ model_version: 'aurora_v2' })).toEqual([]);
    expect(issuesOf({ model_version: '' })).toHaveLength(1);
  });

  it('is told what is meant by a field in the other spelling, and of extraBody for others', () => {
    expect(issuesOf({ webhookUrl: 'https://hooks.example' })).toEqual([
      ['webhookUrl', 'unknown field: did you mean webhook_url?'],
    ]);
    expect(issuesOf({ of_tomorrow: 4 })).toEqual([
      [
        'of_tomorrow',
        'unknown field; use extraBody for fields that this library does not know yet',
      ],
    ]);
  });
});
