import { Bench } from '../Bench.js';
import { assetIn, GENERATE } from './samples.js';

const [FACE, VOICE] = GENERATE.input;
const IMAGE = { type: 'image', url: 'https://example.com/face.png' };
const speech = (more: object = {}) => ({
  type: 'text',
  provider: { name: 'elevenlabs', voiceId: 'v', script: 'Hi.', ...more },
});
const segment = (more: object = {}, audio: object = {}) => ({
  startTime: 0,
  endTime: 2,
  audioInput: { refId: 'a', ...audio },
  ...more,
});
const referred = [FACE, { ...VOICE, refId: 'a' }];

const create = (bench: Bench, more: object) =>
  bench.ask('sync', 'POST /v2/generate', { body: { ...GENERATE, ...more } });

describe('What POST /v2/generate takes', () => {
  it.each<[string, object]>([
    ['an image with sync-3', { model: 'sync-3', input: [IMAGE, VOICE] }],
    ['a text', { input: [FACE, speech({ stability: 0, similarityBoost: 1 })] }],
    ['5,000 characters of text', { input: [FACE, speech({ script: 's'.repeat(5000) })] }],
    ['segments of one voice', { input: referred, segments: [segment(), segment()] }],
    [
      'segments of several voices',
      {
        input: [...referred, { ...speech(), refId: 'b' }],
        segments: [segment({}, { startTime: 0, endTime: 1 }), segment({}, { refId: 'b' })],
      },
    ],
    [
      'an override of options in a segment',
      { input: referred, segments: [segment({ optionsOverride: { sync_mode: 'remap' } })] },
    ],
    [
      'a dub without a voice',
      { input: [FACE], dubParams: { providerName: 'elevenlabs', targetLang: 'de' } },
    ],
    [
      'every option',
      {
        options: {
          sync_mode: 'cut_off',
          model_mode: 'head',
          prompt: 'happy',
          temperature: 0.5,
          active_speaker_detection: { frame_number: 3, coordinates: [10, 20] },
          occlusion_detection_enabled: true,
        },
      },
    ],
    [
      'boxes with gaps',
      { options: { active_speaker_detection: { bounding_boxes: [[1, 2, 3, 4], null] } } },
    ],
    ['a field that nobody knows', { colour: 'blue' }],
    [
      'null for what is optional',
      { options: null, segments: null, webhookUrl: null, projectId: null },
    ],
  ])('%s', (_what, more) => {
    const { status, json } = create(new Bench(), more);
    expect([status, json['message']]).toEqual([201, undefined]);
  });

  it.each<[object, string]>([
    [{ input: [FACE, { type: 'smell', url: 'x' }] }, 'input.1.type must be one of'],
    [{ input: [FACE, { type: 'text' }] }, 'input.1.provider is required'],
    [{ input: [FACE, speech({ name: 'other' })] }, 'input.1.provider.name must be one of'],
    [{ input: [FACE, speech({ stability: 1.1 })] }, 'input.1.provider.stability must be at most 1'],
    [{ input: [FACE, VOICE, VOICE] }, 'input must contain exactly one audio or text input unless'],
    [{ segments: [] }, 'segments must be at least 1 items long'],
    [{ segments: [{ startTime: 0 }] }, 'segments.0.endTime is required'],
    [{ options: { sync_mode: 'stretch' } }, 'options.sync_mode must be one of'],
    [{ options: { temperature: -0.1 } }, 'options.temperature must be at least 0'],
    [{ options: { temperature: '1' } }, 'options.temperature must be a number'],
    [{ options: { occlusion_detection_enabled: 1 } }, 'must be a boolean value'],
    [{ options: [] }, 'options must be an object'],
    [
      { options: { active_speaker_detection: { coordinates: [1] } } },
      'options.active_speaker_detection.coordinates must be at least 2 items long',
    ],
    [{ dubParams: { providerName: 'elevenlabs' } }, 'dubParams.targetLang is required'],
    [{ outputFileName: 'n'.repeat(256) }, 'outputFileName must be at most 255 characters long'],
    [{ projectId: 7 }, 'projectId must be a string'],
  ])('does not have the shape %j', (more, message) => {
    const { status, json } = create(new Bench(), more);
    expect(status).toBe(400);
    expect((json['message'] as readonly string[]).join()).toContain(message);
  });

  it.each<[object, string, number]>([
    [{ model: 'sync-3', input: [FACE, IMAGE, VOICE] }, 'generation_input_too_many_visual', 422],
    [{ input: [IMAGE, VOICE] }, 'generation_unsupported_model', 422],
    [
      { dubParams: { providerName: 'elevenlabs', targetLang: 'de' } },
      'generation_input_dub_audio_conflict',
      422,
    ],
    [
      { input: [FACE, speech({ script: 's'.repeat(5001) })] },
      'generation_text_length_exceeded',
      422,
    ],
    [{ segments: [segment()] }, 'generation_input_segments_invalid', 422],
    [
      { input: referred, segments: [segment({ endTime: 0 })] },
      'generation_input_segments_invalid',
      422,
    ],
    [
      { input: referred, segments: [segment({}, { startTime: 1 })] },
      'generation_input_trim_invalid',
      422,
    ],
    [
      { input: referred, segments: [segment({}, { startTime: 2, endTime: 1 })] },
      'generation_input_trim_invalid',
      422,
    ],
    [
      { options: { active_speaker_detection: { frame_number: 1 } } },
      'generation_input_face_selection_invalid',
      422,
    ],
    [
      {
        options: {
          active_speaker_detection: { auto_detect: true, frame_number: 1, coordinates: [1, 2] },
        },
      },
      'generation_input_face_selection_invalid',
      422,
    ],
    [{ input: [FACE, { type: 'audio', assetId: 'gone' }] }, 'asset_not_found', 404],
    [{ projectId: 'gone' }, 'project_not_found', 422],
    ...['video', 'audio', 'image'].map((type): [object, string, number] => [
      {
        model: 'sync-3',
        input: [
          ...(type === 'audio' ? [FACE] : [VOICE]),
          { type, url: 'https://nowhere.invalid/file' },
        ],
      },
      `generation_input_${type}_inaccessible`,
      422,
    ]),
  ])('is not %j: %s', (more, code, status) => {
    const bench = new Bench();
    const refused = create(bench, more);
    expect([refused.status, refused.json['errorCode']]).toEqual([status, code]);
    expect(refused.json).toMatchObject({ statusCode: status, suggestion: expect.any(String) });
    expect(bench.sim.sync.creates).toBe(0);
  });

  it('is an asset of the right sort', () => {
    const bench = new Bench();
    const [video, audio] = [assetIn(bench, 'VIDEO'), assetIn(bench, 'AUDIO')];
    const from = (visual: string, spoken: string) =>
      create(bench, {
        input: [
          { type: 'video', assetId: visual },
          { type: 'audio', assetId: spoken },
        ],
      });
    expect(from(video, audio).status).toBe(201);
    expect(from(audio, audio).json['errorCode']).toBe('generation_input_asset_type_mismatch');
  });

  describe('as a form', () => {
    const send = (fields: readonly (readonly [string, string | File])[]) => {
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      return new Bench().ask('sync', 'POST /v2/generate', { body: form });
    };
    const file = (name: string) => new File(['bytes'], name);
    const face = ['video', file('face.mp4')] as const;
    const voice = ['audio', file('voice.wav')] as const;
    const model = ['model', 'lipsync-2'] as const;

    it('has files, fields of text, and nested fields of JSON', () => {
      const { status, json } = send([
        model,
        face,
        voice,
        ['outputFileName', '42'],
        ['options', '{"sync_mode":"loop"}'],
      ]);
      expect([status, json['outputFileName'], json['options']]).toEqual([
        201,
        '42.mp4',
        { sync_mode: 'loop' },
      ]);
      expect((json['input'] as readonly { type: string }[]).map(({ type }) => type)).toEqual([
        'video',
        'audio',
      ]);
    });

    it('has an image, for sync-3', () => {
      const image = ['image', file('face.png')] as const;
      expect(send([['model', 'sync-3'], image, voice]).status).toBe(201);
    });

    it('has inputs beside its files', () => {
      const spoken = ['input', JSON.stringify(speech())] as const;
      expect(send([model, face, spoken]).status).toBe(201);
    });

    it.each<[string, readonly (readonly [string, string | File])[], number, string | undefined]>([
      ['another file', [model, face, ['subtitles', file('a.srt')]], 400, undefined],
      ['two files of a name', [model, face, face], 400, undefined],
      [
        'four files',
        [model, face, voice, ['image', file('a.png')], face],
        413,
        'generation_input_validation_failed',
      ],
      [
        '33 fields',
        Array.from({ length: 33 }, (_, index) => [`field${index}`, ''] as const),
        413,
        'generation_input_validation_failed',
      ],
      [
        'a field of more than a mebibyte',
        [model, face, voice, ['options', ' '.repeat(1024 ** 2 + 1)]],
        413,
        'generation_input_validation_failed',
      ],
    ])('does not have %s', (_what, fields, status, code) => {
      const refused = send(fields);
      expect([refused.status, refused.json['errorCode']]).toEqual([status, code]);
    });
  });
});
