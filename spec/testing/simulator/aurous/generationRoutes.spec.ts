import type { JobOutcome } from 'rushes/testing';
import { Bench } from '../Bench.js';
import { codeOf, draw, errorOf, IMAGE, VIDEO } from './samples.js';

const look = (bench: Bench, id: unknown) => bench.ask('aurous', `GET /v1/images/${String(id)}`);
const cancel = (bench: Bench, id: unknown) =>
  bench.ask('aurous', `POST /v1/images/${String(id)}/cancel`);

/** What the page of an image lists. */
const FIELDS = (
  'id object status prompt created_at media_type negative_prompt output_urls output_video_url ' +
  'reference_image_urls error_message duration_ms cost width height image_count size_preset ' +
  'inference_type cfg_rescale denoise_strength seed video_duration video_resolution video_ratio ' +
  'video_camera_fixed character_id loras aurous_version creation_request_id completed_at'
).split(' ');

describe('Images of Aurous', () => {
  it('are made with 201 and every documented field', () => {
    const { status, json, response } = draw(new Bench(), {
      ...IMAGE,
      size: '4k_16_9',
      count: 2,
      enhance_prompt: true,
      lora_id: 'sunset',
      seed: 42,
    });
    expect(status).toBe(201);
    expect(Object.keys(json).sort()).toEqual([...FIELDS].sort());
    expect(json).toMatchObject({
      id: expect.stringMatching(/^img_[0-9A-Z]{26}$/),
      object: 'inference',
      status: 'pending',
      prompt: IMAGE.prompt,
      media_type: 'image',
      output_urls: [],
      output_video_url: null,
      error_message: null,
      duration_ms: null,
      cost: { amount: 3, currency: 'credit', breakdown: { base: 2, enhance: 1 } },
      width: 4096,
      height: 2304,
      image_count: 2,
      size_preset: '4k_16_9',
      inference_type: 't2i',
      seed: 42,
      loras: [{ id: 'sunset', name: expect.any(String) }],
      aurous_version: '2026-05-15',
      creation_request_id: response?.headers['aurous-request-id'],
      completed_at: null,
    });
  });

  it.each([
    [{}, 2048, 2048],
    [{ size: '2k_9_16' }, 1152, 2048],
    [{ size: '2k_21_9' }, 2048, 864],
    [{ width: 1030, height: 4096 }, 1024, 4096],
    [{ width: 1041, height: 1024 }, 1056, 1024],
  ])('of %j have sides that are multiples of 32', (more, width, height) => {
    expect(draw(new Bench(), { ...IMAGE, ...more }).json).toMatchObject({ width, height });
  });

  it('go from pending through processing to succeeded, with signed outputs', () => {
    const bench = new Bench();
    bench.sim.aurous.nextJob({ durationMs: 1000, queuedMs: 500 });
    const { id, creation_request_id } = draw(bench, { ...IMAGE, count: 2 }).json;
    const seen = [0, 500, 500].map((ms) => {
      bench.advance(ms);
      return look(bench, id).json['status'];
    });
    expect(seen).toEqual(['pending', 'processing', 'succeeded']);
    const { json } = look(bench, id);
    expect(json).toMatchObject({
      duration_ms: 1000,
      completed_at: '1970-01-01T00:00:01.000Z',
      creation_request_id,
    });
    const { baseUrl } = bench.sim.aurous.options;
    (json['output_urls'] as readonly string[]).forEach((url, index) => {
      expect(url.startsWith(`${baseUrl}/v1/images/${String(id)}/output/${index}?token=`)).toBe(
        true,
      );
      const file = bench.ask('aurous', `GET ${url.slice(baseUrl.length)}`, { keyless: true });
      expect([file.status, file.response?.headers['content-type']]).toEqual([200, 'image/png']);
    });
  });

  it.each<[JobOutcome, string, string | null]>([
    ['failed', 'failed', 'The generation failed.'],
    ['rejected', 'moderation_rejected', 'Content policy violation'],
    ['expired', 'expired', 'The generation was not finished in time.'],
    ['canceled', 'cancelled', null],
  ])(
    'that are scripted as %s end as %s, cost nothing and have no output',
    (outcome, word, text) => {
      const bench = new Bench();
      for (const kind of ['images', 'videos'] as const) {
        const id = bench.sim.aurous.createJob(kind, { durationMs: 0, outcome });
        const { json } = look(bench, id);
        expect(json).toMatchObject({ status: word, error_message: text, output_urls: [] });
        expect(json['cost']).toMatchObject({ amount: 0 });
        const path = kind === 'images' ? `images/${id}/output/0` : `videos/${id}/output`;
        const output = bench.ask('aurous', `GET /v1/${path}`);
        expect(codeOf(output)).toEqual([422, 'output_not_available']);
      }
    },
  );

  it('say why they failed as they are told', () => {
    const bench = new Bench();
    const failure = { message: 'blocked' };
    const script = { durationMs: 0, outcome: 'rejected', failure } as const;
    const id = bench.sim.aurous.createJob('images', script);
    expect(look(bench, id).json['error_message']).toBe('blocked');
  });

  describe('and their outputs', () => {
    const done = () => {
      const bench = new Bench();
      const id = bench.sim.aurous.createJob('images', { durationMs: 0, credits: 7 });
      const [url = ''] = look(bench, id).json['output_urls'] as readonly string[];
      const path = url.slice(bench.sim.aurous.options.baseUrl.length);
      return { bench, id, path };
    };

    it('are read with a key as with a token, and with neither not', () => {
      const { bench, path } = done();
      const bare = path.split('?')[0] ?? '';
      const forged = `${bare}?token=zzz-${'0'.repeat(32)}`;
      expect(bench.ask('aurous', `GET ${bare}`).status).toBe(200);
      for (const asked of [bare, forged]) {
        const refused = bench.ask('aurous', `GET ${asked}`, { keyless: true });
        expect(codeOf(refused)).toEqual([401, 'missing_api_key']);
      }
      const other = path.replace('/output/0', '/output/1');
      expect(bench.ask('aurous', `GET ${other}`, { keyless: true }).status).toBe(401);
      expect(bench.ask('aurous', `GET ${other}`).status).toBe(404);
      expect(bench.ask('aurous', `GET /v1/videos/${path.split('/')[3]}/output`).status).toBe(404);
    });

    it('are gone a day after the generation', () => {
      const { bench, path } = done();
      bench.advance(24 * 3_600_000 - 1);
      expect(bench.ask('aurous', `GET ${path}`, { keyless: true }).status).toBe(200);
      bench.advance(1);
      const gone = bench.ask('aurous', `GET ${path}`, { keyless: true });
      expect(codeOf(gone)).toEqual([410, 'output_expired']);
      expect(errorOf(gone)['type']).toBe('not_found');
    });

    it('are not there while the generation runs', () => {
      const bench = new Bench();
      const id = bench.sim.aurous.createJob('images');
      const early = bench.ask('aurous', `GET /v1/images/${id}/output/0`);
      expect(codeOf(early)).toEqual([422, 'output_not_available']);
    });

    it('cost what a script says', () => {
      const { bench, id } = done();
      expect(look(bench, id).json['cost']).toMatchObject({ amount: 7 });
    });
  });

  describe('can be cancelled', () => {
    it('while they wait or run, twice, and never after their end', () => {
      const bench = new Bench();
      const id = draw(bench).json['id'];
      bench.advance(500);
      expect(cancel(bench, id).json).toMatchObject({
        status: 'cancelled',
        completed_at: '1970-01-01T00:00:00.500Z',
      });
      expect(cancel(bench, id).status).toBe(200);
      bench.advance(5000);
      expect(look(bench, id).json['status']).toBe('cancelled');
      expect(bench.sim.aurous.jobs[0]).toMatchObject({ status: 'cancelled', finishedAt: 500 });
    });

    it.each<[JobOutcome]>([['succeeded'], ['failed'], ['expired'], ['rejected']])(
      'but not once they are %s',
      (outcome) => {
        const bench = new Bench();
        const id = bench.sim.aurous.createJob('images', { durationMs: 0, outcome });
        expect(codeOf(cancel(bench, id))).toEqual([400, 'generation_not_cancellable']);
        expect(codeOf(cancel(bench, 'img_x'))).toEqual([404, 'resource_not_found']);
      },
    );
  });

  it.each<[object | string, string, string | null]>([
    ['[]', 'invalid_format', null],
    [{}, 'missing_field', 'prompt'],
    [{ prompt: '  ' }, 'missing_field', 'prompt'],
    [{ prompt: 'p'.repeat(4001) }, 'value_out_of_range', 'prompt'],
    [{ ...IMAGE, negative_prompt: '' }, 'value_out_of_range', 'negative_prompt'],
    [{ ...IMAGE, width: 2048 }, 'missing_field', 'height'],
    [{ ...IMAGE, height: 2048 }, 'missing_field', 'width'],
    [{ ...IMAGE, width: 1023, height: 1024 }, 'value_out_of_range', 'width'],
    [{ ...IMAGE, width: 1024, height: 4097 }, 'value_out_of_range', 'height'],
    [{ ...IMAGE, width: 1024.5, height: 1024 }, 'invalid_format', 'width'],
    [
      { ...IMAGE, size: '2k_1_1', width: 1024, height: 1024 },
      'parameter_invalid_combination',
      'size',
    ],
    [{ ...IMAGE, size: 'hd_square' }, 'invalid_format', 'size'],
    [{ ...IMAGE, steps: 101 }, 'value_out_of_range', 'steps'],
    [{ ...IMAGE, guidance_scale: 0 }, 'value_out_of_range', 'guidance_scale'],
    [{ ...IMAGE, guidance_scale: 30.1 }, 'value_out_of_range', 'guidance_scale'],
    [{ ...IMAGE, denoise_strength: 'much' }, 'invalid_format', 'denoise_strength'],
    [{ ...IMAGE, count: 0 }, 'value_out_of_range', 'count'],
    [{ ...IMAGE, enhance_prompt: 'yes' }, 'invalid_format', 'enhance_prompt'],
    [{ ...IMAGE, webhook_url: 'http://example.com' }, 'invalid_format', 'webhook_url'],
    [{ ...IMAGE, reference_image_urls: 'x' }, 'invalid_format', 'reference_image_urls'],
    [
      { ...IMAGE, character_id: 'char_x', reference_image_urls: ['https://example.com/a.png'] },
      'mutually_exclusive_input',
      'character_id',
    ],
  ])('refuse %j', (body, code, param) => {
    const bench = new Bench();
    const asked = [draw(bench, body), bench.ask('aurous', 'POST /v1/images/estimate', { body })];
    for (const refused of asked) {
      expect([...codeOf(refused), errorOf(refused)['param']]).toEqual([400, code, param]);
    }
    expect(bench.sim.aurous.creates).toBe(0);
  });

  it('take a character that is ready, and no other', () => {
    const bench = new Bench();
    const of = (script: object) => bench.sim.aurous.createJob('characters', script);
    const with_ = (character_id: string) => draw(bench, { ...IMAGE, character_id });
    const ready = of({ durationMs: 0, pauses: false });
    expect(with_(ready).json).toMatchObject({ character_id: ready, inference_type: 'i2i' });
    const others = [{}, { durationMs: 0 }, { durationMs: 0, outcome: 'failed' }].map(of);
    for (const id of others) expect(codeOf(with_(id))).toEqual([400, 'character_not_ready']);
    bench.ask('aurous', `DELETE /v1/characters/${ready}`);
    expect(codeOf(with_(ready))).toEqual([400, 'character_not_ready']);
    expect(codeOf(with_('char_x'))).toEqual([404, 'resource_not_found']);
  });

  it('are estimated without being made', () => {
    const bench = new Bench();
    const body = { ...IMAGE, enhance_prompt: true };
    expect(bench.ask('aurous', 'POST /v1/images/estimate', { body }).json).toEqual({
      object: 'estimate',
      estimated_cost: { amount: 2, breakdown: { base: 1, enhance: 1 } },
      currency: 'credit',
    });
    expect(bench.sim.aurous.creates).toBe(0);
  });

  it('are listed without videos, by status and in pages', () => {
    const bench = new Bench();
    const ids = [0, 5000, 5000].map((durationMs) =>
      bench.sim.aurous.createJob('images', { durationMs }),
    );
    bench.sim.aurous.createJob('videos');
    const list = (query: string) => bench.ask('aurous', `GET /v1/images?${query}`).json;
    const order = (query: string) =>
      (list(query)['data'] as readonly { id: string }[]).map(({ id }) => ids.indexOf(id));
    expect([order(''), order('status=succeeded')]).toEqual([[2, 1, 0], [0]]);
    expect(list('limit=2')).toMatchObject({ has_more: true, next_cursor: ids[1] });
    expect(order(`limit=2&starting_after=${ids[1]}`)).toEqual([0]);
    const refused = bench.ask('aurous', 'GET /v1/images?status=done');
    expect(codeOf(refused)).toEqual([400, 'invalid_request']);
  });
});

describe('Videos of Aurous', () => {
  const film = (bench: Bench, body: unknown = VIDEO) =>
    bench.ask('aurous', 'POST /v1/videos', { body });

  it('are looked at, and cancelled, at the path of images', () => {
    const bench = new Bench();
    const { status, json } = film(bench);
    expect(status).toBe(201);
    expect(Object.keys(json).sort()).toEqual([...FIELDS].sort());
    expect(json).toMatchObject({
      id: expect.stringMatching(/^vid_[0-9A-Z]{26}$/),
      media_type: 'video',
      inference_type: 't2v',
      width: null,
      video_duration: 6,
      video_resolution: '720p',
      video_ratio: '21:9',
      video_camera_fixed: false,
      cost: { amount: 12, currency: 'credit', breakdown: { base: 12, enhance: 0 } },
    });
    bench.advance(1000);
    const done = look(bench, json['id']).json;
    expect(done).toMatchObject({ status: 'succeeded', output_urls: [] });
    const { baseUrl } = bench.sim.aurous.options;
    const path = String(done['output_video_url']).slice(baseUrl.length);
    const file = bench.ask('aurous', `GET ${path}`, { keyless: true });
    expect(file.response?.headers['content-type']).toBe('video/mp4');
    expect(codeOf(cancel(bench, json['id']))).toEqual([400, 'generation_not_cancellable']);
    expect(bench.ask('aurous', `GET /v1/videos/${String(json['id'])}`).status).toBe(404);
  });

  it('take a first frame without a prompt', () => {
    const frame = { first_frame_url: 'https://example.com/a.png' };
    expect(film(new Bench(), frame).json).toMatchObject({ prompt: null, inference_type: 'i2v' });
  });

  it.each<[object | string, string, string | null]>([
    ['{', 'invalid_format', null],
    [{}, 'missing_field', 'prompt'],
    [{ ...VIDEO, duration: 1 }, 'value_out_of_range', 'duration'],
    [{ ...VIDEO, duration: 13 }, 'value_out_of_range', 'duration'],
    [{ ...VIDEO, resolution: '4k' }, 'invalid_format', 'resolution'],
    [{ ...VIDEO, ratio: '2:1' }, 'invalid_format', 'ratio'],
    [{ ...VIDEO, seed: -2 }, 'value_out_of_range', 'seed'],
    [{ ...VIDEO, camera_fixed: 1 }, 'invalid_format', 'camera_fixed'],
    [
      { ...VIDEO, first_frame_url: 'http://example.com/a.png' },
      'invalid_format',
      'first_frame_url',
    ],
    [
      { ...VIDEO, last_frame_url: 'https://example.com/b.png' },
      'parameter_invalid_combination',
      'last_frame_url',
    ],
  ])('refuse %j', (body, code, param) => {
    const bench = new Bench();
    const asked = [film(bench, body), bench.ask('aurous', 'POST /v1/videos/estimate', { body })];
    for (const refused of asked) {
      expect([...codeOf(refused), errorOf(refused)['param']]).toEqual([400, code, param]);
    }
    expect(bench.sim.aurous.creates).toBe(0);
  });

  it('are estimated by their seconds and their resolution', () => {
    const body = { ...VIDEO, resolution: '1080p', enhance_prompt: true };
    const { json } = new Bench().ask('aurous', 'POST /v1/videos/estimate', { body });
    expect(json['estimated_cost']).toEqual({ amount: 25, breakdown: { base: 24, enhance: 1 } });
  });
});
