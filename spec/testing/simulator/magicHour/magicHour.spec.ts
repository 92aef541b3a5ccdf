import { Bench } from '../Bench.js';

const INPUT = {
  name: 'Take one',
  start_seconds: 2,
  end_seconds: 12.5,
  assets: {
    audio_file_path: 'https://example.com/voice.mp3',
    video_source: 'file',
    video_file_path: 'https://example.com/face.mp4',
  },
};

describe('Magic Hour, simulated', () => {
  const create = (bench: Bench, body: unknown = INPUT) =>
    bench.ask('magicHour', 'POST /v1/lip-sync', { body });
  const look = (bench: Bench, id: unknown) =>
    bench.ask('magicHour', `GET /v1/video-projects/${String(id)}`);

  it('answers a create with 200, an id and the price: one credit a frame', () => {
    const { status, json } = create(new Bench());
    expect(status).toBe(200);
    expect(json).toEqual({
      id: expect.stringMatching(/^c[0-9a-z]{24}$/),
      credits_charged: 315,
      estimated_frame_cost: 315,
    });
  });

  it('goes from queued through rendering to complete', () => {
    const bench = new Bench();
    bench.sim.magicHour.nextJob({ durationMs: 1000, queuedMs: 400 });
    const { id } = create(bench).json;
    const seen = [0, 400, 600].map((ms) => {
      bench.advance(ms);
      return look(bench, id).json['status'];
    });
    expect(seen).toEqual(['queued', 'rendering', 'complete']);
  });

  it('shows a finished project with a download that is signed anew at every look', () => {
    const bench = new Bench();
    const { id } = create(bench).json;
    bench.advance(1000);
    const first = look(bench, id).json;
    const download = {
      url: expect.stringMatching(/\/media\/c.*\/output\.mp4\?auth-token=/) as string,
      expires_at: '1970-01-02T00:00:01.000Z',
    };
    expect(first).toEqual({
      id,
      name: 'Take one',
      status: 'complete',
      type: 'LIP_SYNC',
      created_at: '1970-01-01T00:00:00.000Z',
      width: 512,
      height: 960,
      enabled: true,
      start_seconds: 2,
      end_seconds: 12.5,
      total_frame_cost: 315,
      credits_charged: 315,
      fps: 30,
      error: null,
      downloads: [download],
      download,
    });
    bench.advance(5000);
    expect(look(bench, id).json['downloads']).toEqual([
      { ...download, expires_at: '1970-01-02T00:00:06.000Z' },
    ]);
  });

  it('says why a project failed, and gives the credits back', () => {
    const bench = new Bench();
    const failure = {
      code: 'no_source_face',
      message: 'Please use an image with a detectable face',
    };
    bench.sim.magicHour.nextJob({ outcome: 'failed', failure });
    const { id } = create(bench).json;
    bench.advance(1000);
    expect(look(bench, id).json).toMatchObject({
      status: 'error',
      error: failure,
      credits_charged: 0,
      downloads: [],
      download: null,
    });
  });

  it('shows a canceled project without an error, and never rejects one', () => {
    const bench = new Bench();
    const id = bench.sim.magicHour.createJob('videos', { durationMs: 0, outcome: 'canceled' });
    expect(look(bench, id).json).toMatchObject({ status: 'canceled', error: null });
    expect(() => bench.sim.magicHour.createJob('videos', { outcome: 'rejected' })).toThrow(
      TypeError,
    );
    expect(() => bench.sim.magicHour.createJob('lip-sync')).toThrow(/only videos/);
  });

  it('deletes a project with 204 and does not know it from then on', () => {
    const bench = new Bench();
    const id = bench.sim.magicHour.createJob('videos', { durationMs: 0 });
    const { response } = bench.ask('magicHour', `DELETE /v1/video-projects/${id}`);
    expect([response?.status, response?.body]).toEqual([204, '']);
    expect([look(bench, id).status, look(bench, id).json]).toEqual([404, { message: 'Not Found' }]);
    expect(bench.ask('magicHour', `DELETE /v1/video-projects/${id}`).status).toBe(404);
  });

  it('shows a deleted project disabled when told so', () => {
    const bench = new Bench({ magicHour: { deleted: 'disabled' } });
    const id = bench.sim.magicHour.createJob('videos', { durationMs: 0 });
    bench.ask('magicHour', `DELETE /v1/video-projects/${id}`);
    expect(look(bench, id).json).toMatchObject({
      status: 'complete',
      enabled: false,
      downloads: [],
      download: null,
    });
    expect(bench.ask('magicHour', `DELETE /v1/video-projects/${id}`).status).toBe(404);
  });

  const { assets } = INPUT;
  it.each<[unknown, number, string | RegExp]>([
    ['', 400, 'Missing request body'],
    ['[]', 400, 'Missing request body'],
    [{}, 400, 'Missing required field: start_seconds'],
    [
      { ...INPUT, start_seconds: '2' },
      400,
      'Invalid type for start_seconds: expected number, got string',
    ],
    [{ ...INPUT, start_seconds: -1 }, 400, 'start_seconds must be at least 0'],
    [{ ...INPUT, end_seconds: 0.05 }, 400, 'end_seconds must be at least 0.1'],
    [{ ...INPUT, end_seconds: 1 }, 400, 'end_seconds must be greater than start_seconds'],
    [{ ...INPUT, max_fps_limit: 0 }, 400, 'max_fps_limit must be at least 1'],
    [{ ...INPUT, assets: undefined }, 400, 'Missing required field: assets'],
    [
      { ...INPUT, assets: { ...assets, video_source: 'disk' } },
      400,
      'assets.video_source must be one of: file, youtube',
    ],
    [
      { ...INPUT, assets: { ...assets, video_source: 'youtube' } },
      400,
      'Missing required field: assets.youtube_url',
    ],
    [
      { ...INPUT, assets: { ...assets, audio_file_path: '' } },
      400,
      'assets.audio_file_path must have at least 1 characters',
    ],
    [
      { ...INPUT, assets: { ...assets, audio_file_path: 'https://example.com/voice.mp4' } },
      422,
      /^'mp4' is an invalid audio extension/,
    ],
    [
      { ...INPUT, assets: { ...assets, video_file_path: 'api-assets/face.png' } },
      422,
      /^'png' is an invalid video extension/,
    ],
    [
      { ...INPUT, style: { generation_mode: 'best' } },
      400,
      'style.generation_mode must be one of: lite, standard, pro',
    ],
  ])('refuses %j', (body, status, message) => {
    const bench = new Bench();
    const asked = create(bench, body);
    expect(asked.status).toBe(status);
    expect(Object.keys(asked.json)).toEqual(['message']);
    expect(asked.json['message']).toMatch(message);
    expect(bench.sim.magicHour.creates).toBe(0);
  });

  it.each([
    { assets: { ...assets, video_file_path: 'https://magichour.ai/my-library?videoId=c1' } },
    { assets: { ...assets, video_source: 'youtube', youtube_url: 'https://youtu.be/x' } },
    { style: { generation_mode: 'pro' } },
    { max_fps_limit: 12 },
  ])('takes %j', (more) => {
    expect(create(new Bench(), { ...INPUT, ...more }).status).toBe(200);
  });

  it('writes errors in the newer shape when told so', () => {
    const bench = new Bench({ magicHour: { errorBody: 'code-and-message' } });
    expect(look(bench, 'x').json).toEqual({ code: 'not_found', message: 'Not Found' });
    expect(create(bench, {}).json['code']).toBe('invalid_request');
    bench.sim.magicHour.fail({ do: { name: 'status', status: 500 } });
    expect(look(bench, 'x').json['code']).toBe('internal_server_error');
    const codes = [402, 403, 422, 429, 502, 503].map((status) => {
      bench.sim.magicHour.fail({ do: { name: 'status', status } });
      const asked = look(bench, 'x');
      return [asked.status, asked.json['code']];
    });
    expect(codes).toEqual([
      [402, 'insufficient_credits'],
      [403, 'forbidden'],
      [422, 'unprocessable_entity'],
      [429, 'too_many_requests'],
      [502, 'bad_gateway'],
      [503, 'service_unavailable'],
    ]);
  });

  it.each(['', 'Bearer ', 'Basic key', 'Bearer a key'])('refuses the authorization %j', (shown) => {
    const { status, json } = new Bench().ask('magicHour', 'GET /v1/video-projects/x', {
      headers: { Authorization: shown },
    });
    expect([status, json]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('knows no other path', () => {
    expect(new Bench().ask('magicHour', 'GET /v1/video-projects').json).toEqual({
      message: 'Not Found',
    });
  });
});
