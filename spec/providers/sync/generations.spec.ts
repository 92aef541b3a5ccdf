import type { GenerationInput } from '../../../src/providers/sync/GenerationInput.js';
import { generations } from '../../../src/providers/sync/generations.js';
import { generationsList } from '../../../src/providers/sync/generationsList.js';
import type { GenerationBody } from '../../../src/providers/sync/wire.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const video = { type: 'video', url: 'https://media.example/face.mp4' } as const;
const audio = { type: 'audio', url: 'https://media.example/speech.wav' } as const;
const good: GenerationInput = { model: 'lipsync-2', input: [video, audio] };

const spoken: GenerationInput = {
  model: 'sync-3',
  input: [
    { type: 'image', assetId: 'asset-1' },
    {
      type: 'text',
      refId: 'line-1',
      provider: {
        name: 'elevenlabs',
        voiceId: 'v',
        script: 'Hello',
        stability: 0,
        similarityBoost: 1,
      },
    },
    { type: 'audio', assetId: 'asset-2', refId: 'line-2' },
  ],
  options: {
    sync_mode: 'a_mode_of_tomorrow',
    temperature: 0.5,
    active_speaker_detection: {
      auto_detect: false,
      frame_number: 3,
      coordinates: [10, 20],
      bounding_boxes: [[0, 0, 10, 10], null],
    },
    occlusion_detection_enabled: true,
  },
  segments: [
    { startTime: 0, endTime: 1.5, audioInput: { refId: 'line-1' } },
    {
      startTime: 1.5,
      endTime: 3,
      audioInput: { refId: 'line-2', startTime: 0, endTime: 1.5 },
      optionsOverride: { sync_mode: 'loop' },
    },
  ],
  projectId: 'project-1',
  webhookUrl: 'https://hooks.example/sync',
  outputFileName: 'a_file-name',
};

const dubbed: GenerationInput = {
  model: 'lipsync-2',
  input: [video],
  dubParams: { providerName: 'elevenlabs', targetLang: 'de', sourceLang: 'auto' },
};

const rendered: GenerationInput = {
  model: 'sync-3',
  input: [video],
  dialogueEdit: { id: '7c9e6679-7425-40de-944b-e07fc1f90ae7' },
};

describeKind(generations, {
  bodies: [
    ...fixtures('sync', 'pending', 'processing', 'completed', 'failed', 'failed.older', 'rejected'),
    ...fixtures('sync', 'canceled.older', 'cancelled.older', 'timed_out.older', 'example'),
    ...(fixture('sync/list') as []),
  ],
  inputs: {
    good: [good, spoken, dubbed, rendered],
    bad: [
      { input: [video, audio] },
      { model: 'lipsync-2', input: 'https://media.example/face.mp4' },
      { ...good, webhookUrl: 'http://hooks.example/plain' },
      { ...good, input: [video, { type: 'smell', url: 'https://media.example/x' }] },
    ],
  },
  errors: fixture('sync/errors') as [],
});

function bodyOf(name: string, changes: object = {}): GenerationBody {
  const json = { ...(fixture(`sync/${name}`) as object), ...changes };
  const result = generations.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

const issuesOf = (input: object): readonly string[] =>
  (generations.check?.({ ...good, ...input }) ?? []).map(
    ({ path, message }) => `${path}: ${message}`,
  );

describe('a generation', () => {
  it('gives its media under the names of its page when it is completed', () => {
    expect(generations.output(bodyOf('completed'))).toEqual({
      outputUrl: 'https://media.example/result.mp4?Signature=a%2Fb%2Bc&Expires=123',
      outputDuration: 12.48,
      outputFileName: 'a_name',
      synthesizedAudioUrl: 'https://media.example/speech-made.wav',
      model: 'lipsync-2',
      projectId: '0f0e6a3e-58d1-4a1e-9a14-7f5d9d1c2b3a',
    });
    expect(generations.output(bodyOf('processing'))).toBeUndefined();
  });

  it('has its media and its speech as assets, each signed URL exactly as it came', () => {
    expect(generations.assets?.(bodyOf('completed'), 0)).toEqual([
      {
        url: 'https://media.example/result.mp4?Signature=a%2Fb%2Bc&Expires=123',
        type: 'video',
        role: 'outputUrl',
      },
      {
        url: 'https://media.example/speech-made.wav',
        type: 'audio',
        role: 'synthesizedAudioUrl',
      },
    ]);
  });

  it('has the code of its failure under either name', () => {
    expect(generations.failure?.(bodyOf('failed'))).toEqual({
      code: 'generation_input_video_inaccessible',
      message: 'The provided video URL is inaccessible.',
    });
    expect(generations.failure?.(bodyOf('failed.older'))?.code).toBe('generation_pipeline_failed');
    const both = { errorCode: '', error_code: 'the_other', error: null };
    expect(generations.failure?.(bodyOf('failed', both))).toEqual({
      code: 'the_other',
      message: '',
    });
    expect(
      generations.failure?.(bodyOf('rejected', { error: '', errorCode: null })),
    ).toBeUndefined();
  });

  it('reports progress as percent, where it was asked for', () => {
    expect(generations.progress?.(bodyOf('processing'))).toBe(37);
    expect(generations.progressScale).toBe('percent');
    expect(generations.progress?.(bodyOf('pending'))).toBeUndefined();
  });

  it('ends at the words of older versions too', () => {
    const { CANCELED, CANCELLED, TIMED_OUT, REJECTED } = generations.phases;
    expect([CANCELED, CANCELLED, TIMED_OUT, REJECTED]).toEqual([
      'canceled',
      'canceled',
      'failed',
      'failed',
    ]);
  });
});

describe('a look at a generation', () => {
  it('asks plainly, held open for whole seconds, or for progress, and never for both', () => {
    const path = '/v2/generate/65';
    expect(generations.look('65')).toEqual({ method: 'GET', path });
    expect(generations.look('65', { holdMs: 10_000 })).toEqual({
      method: 'GET',
      path,
      query: { wait: true, timeout: 10 },
    });
    expect(generations.look('65', { holdMs: 10_999 }).query).toEqual({ wait: true, timeout: 10 });
    expect(generations.look('65', { holdMs: 1 }).query).toEqual({ wait: true, timeout: 1 });
    expect(generations.look('65', { progress: true })).toEqual({
      method: 'GET',
      path,
      query: { include: 'progress' },
    });
    // @ts-expect-error one request cannot have both
    generations.look('65', { holdMs: 10_000, progress: true });
  });

  it('starts with a hold that every version takes, and tries the longest that any page allows', () => {
    expect(generations.hold).toMatchObject({ startMs: 10_000, maxMs: 55_000 });
  });

  it('was refused its hold when the answer is HTTP 400, and for no other status', () => {
    const refused = (status: number) =>
      generations.hold?.refused({ status, headers: {}, body: '{"message":"timeout"}' });
    expect([400, 200, 401, 404, 429, 500].filter((status) => refused(status))).toEqual([400]);
  });
});

describe('the requests of generations', () => {
  it('create, list many and delete at their three addresses', () => {
    expect(generations.submit?.(good)).toEqual({
      method: 'POST',
      path: '/v2/generate',
      json: good,
    });
    expect(generations.lookMany?.request(['a', 'b'])).toEqual({
      method: 'GET',
      path: '/v2/generations',
      query: { ids: 'a,b', limit: 100 },
    });
    expect(generations.lookMany?.bodies(fixture('sync/list'))).toHaveLength(2);
    expect(generations.remove?.('65')).toEqual({ method: 'DELETE', path: '/v2/generations/65' });
  });

  it('are recognized when repeated, by a header', () => {
    expect(generations.idempotency?.header).toBe('Idempotency-Key');
    expect(generations.idempotency?.inProgress({ code: 'IDEMPOTENCY_IN_PROGRESS' })).toBe(true);
    expect(generations.idempotency?.inProgress({ code: 'IDEMPOTENCY_KEY_CONFLICT' })).toBe(false);
  });
});

describe('a list of generations', () => {
  it('joins its lists with commas and always names its limit', () => {
    const query = { status: ['FAILED', 'REJECTED'], ids: ['a', 'b'], source: 'api', cursor: 'z' };
    expect(generationsList.request(query).query).toEqual({
      status: 'FAILED,REJECTED',
      ids: 'a,b',
      source: 'api',
      projectId: undefined,
      limit: 100,
      cursor: 'z',
    });
  });

  it('goes on after a full page, at the id of its last generation, and ends after any other', () => {
    const page = fixture('sync/list');
    expect(generationsList.next?.(page, { limit: 2, source: 'api' })).toEqual({
      limit: 2,
      source: 'api',
      cursor: '6533643b-aceb-4c40-967e-d9ba9baac39e',
    });
    expect(generationsList.next?.(page, { limit: 3 })).toBeUndefined();
    expect(generationsList.next?.(page, {})).toBeUndefined();
    expect(generationsList.next?.([], { limit: 1 })).toBeUndefined();
    expect(generationsList.next?.([{ id: null }], { limit: 1 })).toBeUndefined();
  });

  it('refuses a limit outside 1 to 100 and a cursor that is no id', () => {
    const paths = (query: object) => generationsList.check(query).map(({ path }) => path);
    expect(paths({ limit: 100, cursor: 'a' })).toEqual([]);
    expect(paths({ limit: 101 })).toEqual(['limit']);
    expect(paths({ limit: 1.5 })).toEqual(['limit']);
    expect(paths({ cursor: 'a,b' })).toEqual(['cursor']);
    expect(paths({ ids: ['a,b'] })).toEqual(['ids.0']);
  });
});

describe('an input of a generation', () => {
  it('has exactly one picture, and one voice unless it is dubbed', () => {
    const image = { type: 'image', url: 'https://media.example/face.png' };
    expect(issuesOf({ input: [audio] })).toEqual(['input: must have exactly one video or image']);
    expect(issuesOf({ model: 'sync-3', input: [video, image, audio] })).toEqual([
      'input: must have exactly one video or image',
    ]);
    expect(issuesOf({ input: [video] })).toEqual(['input: must have an audio or a text']);
    expect(issuesOf({ input: [video], dubParams: dubbed.dubParams })).toEqual([]);
    expect(issuesOf({ input: [] })).toContain('input: must be a list of at least 1');
  });

  it('has no voice where its own speech is dubbed, or an edit of it rendered', () => {
    expect(issuesOf({ dubParams: dubbed.dubParams })).toEqual([
      'input: must have no audio or text with dubParams',
    ]);
    expect(issuesOf({ dialogueEdit: { id: 'e1' } })).toEqual([
      'input: must have no audio or text with dialogueEdit',
    ]);
    expect(issuesOf({ input: [video], dialogueEdit: { id: '../e1' } })).toEqual([
      expect.stringMatching(/^dialogueEdit\.id: must be an id/),
    ]);
  });

  it('has an image with sync-3 alone, as far as models are known', () => {
    const input = [{ type: 'image', url: 'https://media.example/face.png' }, audio];
    for (const model of ['lipsync-2', 'lipsync-2-pro', 'lipsync-1.9.0-beta', 'react-1']) {
      expect(issuesOf({ model, input })).toEqual([
        'input: must have no image: of these models sync-3 alone takes one',
      ]);
    }
    for (const model of ['sync-3', 'sync-4']) expect(issuesOf({ model, input })).toEqual([]);
  });

  it('has several voices only with segments, and then each with its name', () => {
    expect(issuesOf({ input: [video, audio, audio] })).toEqual([
      'input: must have one audio or text; several need segments',
    ]);
    const segments = [{ startTime: 0, endTime: 1, audioInput: { refId: 'a' } }];
    expect(issuesOf({ input: [video, { ...audio, refId: 'a' }, audio], segments })).toEqual([
      'input.2.refId: is required with segments',
    ]);
  });

  it('says where each file is, by a URL or an asset', () => {
    expect(issuesOf({ input: [{ type: 'video' }, audio] })).toEqual([
      'input.0: needs url or assetId',
    ]);
    expect(issuesOf({ input: [{ ...video, url: 'face.mp4' }, audio] })).toEqual([
      'input.0.url: must be an absolute http(s) URL',
    ]);
  });

  it('names the four sorts of input where there is another', () => {
    expect(issuesOf({ input: [video, audio, { type: 'smell' }, null] })).toEqual([
      'input.2.type: must be one of "video", "image", "audio", "text"',
      'input.3: must be an object',
    ]);
  });

  it('keeps the bounds of a spoken text', () => {
    const text = (provider: object) => ({
      input: [
        video,
        { type: 'text', provider: { name: 'elevenlabs', voiceId: 'v', script: 'x', ...provider } },
      ],
    });
    expect(issuesOf(text({ script: 'x'.repeat(5_000) }))).toEqual([]);
    expect(issuesOf(text({ script: 'x'.repeat(5_001) }))).toEqual([
      'input.1.provider.script: must be text of 1 to 5000 characters',
    ]);
    expect(issuesOf(text({ stability: 1.1, similarityBoost: -0.1 }))).toEqual([
      'input.1.provider.stability: must be a number from 0 to 1',
      'input.1.provider.similarityBoost: must be a number from 0 to 1',
    ]);
    expect(issuesOf(text({ name: 'another' }))).toHaveLength(1);
  });

  it('gives the bounds of a part of an audio both, or neither', () => {
    const segments = [{ startTime: 0, endTime: 1, audioInput: { refId: 'a', startTime: 0 } }];
    expect(issuesOf({ input: [video, { ...audio, refId: 'a' }], segments })).toEqual([
      'segments.0.audioInput: needs both startTime and endTime, or neither',
    ]);
  });

  it('has segments that go forward, each with an audio or text that is there', () => {
    const input = [video, { ...audio, refId: 'a' }];
    const segments = [
      { startTime: 1, endTime: 1, audioInput: { refId: 'a' } },
      { startTime: -1, endTime: 2, audioInput: { refId: 'b', startTime: 3, endTime: 2 } },
    ];
    expect(issuesOf({ input, segments })).toEqual([
      'segments.0.endTime: must be greater than startTime',
      'segments.1.startTime: must be a number of at least 0',
      'segments.1.audioInput.endTime: must be greater than startTime',
      'segments.1.audioInput.refId: must be the refId of an audio or a text',
    ]);
  });

  it('reports to https alone, under a file name that the vendor leaves as it is', () => {
    expect(issuesOf({ webhookUrl: 'http://hooks.example/x' })).toEqual([
      'webhookUrl: must be an absolute https URL',
    ]);
    expect(issuesOf({ outputFileName: 'x'.repeat(255) })).toEqual([]);
    for (const outputFileName of ['x'.repeat(256), 'a name', 'ä', '']) {
      expect(issuesOf({ outputFileName })).toEqual([
        'outputFileName: must be 1 to 255 letters, digits, "-" or "_"',
      ]);
    }
  });

  it('keeps the temperature in its range, and leaves modes to the vendor', () => {
    expect(issuesOf({ options: { temperature: 2, sync_mode: 'new', prompt: 'new' } })).toEqual([
      'options.temperature: must be a number from 0 to 1',
    ]);
    expect(issuesOf({ options: { syncMode: 'loop' } })).toEqual([
      'options.syncMode: unknown field: did you mean sync_mode?',
    ]);
  });
});

describe('an input of a generation whose files are sent along', () => {
  const file = new Blob(['bytes'], { type: 'video/mp4' });
  const settings = { model: 'sync-3' };
  const issues = (input: object): readonly string[] =>
    (generations.check?.({ ...settings, ...input }) ?? []).map(
      ({ path, message }) => `${path}: ${message}`,
    );

  it('counts the files as inputs', () => {
    expect(issues({ video: file, audio: file })).toEqual([]);
    expect(issues({ image: file, audio: file })).toEqual([]);
    expect(issues({ video: file, input: [audio] })).toEqual([]);
    expect(issues({ video: file, dubParams: dubbed.dubParams })).toEqual([]);
    expect(issues({ video: file })).toEqual(['input: must have an audio or a text']);
    expect(issues({ video: file, image: file, audio: file })).toEqual([
      'input: must have exactly one video or image',
    ]);
    expect(issues({ video: file, audio: file, input: [audio] })).toEqual([
      'input: must have one audio or text; several need segments',
    ]);
    expect(issues({ model: 'react-1', image: file, audio: file })).toHaveLength(1);
  });

  it('has files that are files', () => {
    expect(issues({ video: '/tmp/face.mp4', audio: file })).toEqual([
      expect.stringMatching(/^video: must be a Blob or a File; in Node/),
    ]);
  });

  it('goes as a form, what is nested as JSON', () => {
    const options = { sync_mode: 'loop' };
    const speech = new File(['x'], 'speech.wav', { type: 'audio/wav' });
    const request = generations.submit?.({
      ...settings,
      video: file,
      audio: speech,
      options,
      outputFileName: 'a_name',
    });
    expect(request).toEqual({
      method: 'POST',
      path: '/v2/generate',
      form: [
        { name: 'model', value: 'sync-3' },
        { name: 'options', value: '{"sync_mode":"loop"}' },
        { name: 'outputFileName', value: 'a_name' },
        { name: 'video', value: file },
        { name: 'audio', value: speech },
      ],
    });
  });

  it('leaves out what is undefined', () => {
    const request = generations.submit?.({
      ...settings,
      video: file,
      audio: undefined,
      options: undefined,
    } as never);
    expect(request?.form?.map(({ name }) => name)).toEqual(['model', 'video']);
  });
});
