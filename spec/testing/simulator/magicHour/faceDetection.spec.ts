import { Bench } from '../Bench.js';

interface Face {
  readonly path: string;
  readonly url: string;
}

const INPUT = { assets: { target_file_path: 'https://example.com/group.png' } };

describe('Face detection at Magic Hour, simulated', () => {
  const create = (bench: Bench, body: unknown = INPUT) =>
    bench.ask('magicHour', 'POST /v1/face-detection', { body });
  const look = (bench: Bench, id: unknown) =>
    bench.ask('magicHour', `GET /v1/face-detection/${String(id)}`);
  const facesOf = (json: Record<string, unknown>) => json['faces'] as readonly Face[];

  it('costs nothing, and its id is a UUID', () => {
    const { status, json } = create(new Bench());
    expect(status).toBe(200);
    expect(json).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), credits_charged: 0 });
  });

  it('goes from queued through rendering to complete; faces come as they are found', () => {
    const bench = new Bench();
    bench.sim.magicHour.nextJob({ durationMs: 1000, queuedMs: 400 });
    const { id } = create(bench).json;
    const seen = [0, 400, 600].map((ms) => {
      bench.advance(ms);
      const { json } = look(bench, id);
      expect(Object.keys(json).sort()).toEqual(['credits_charged', 'faces', 'id', 'status']);
      return [json['status'], facesOf(json).length];
    });
    expect(seen).toEqual([
      ['queued', 0],
      ['rendering', 1],
      ['complete', 2],
    ]);
  });

  it('shows each face by a path for a swap, and by a URL', () => {
    const bench = new Bench();
    const { id } = create(bench).json;
    bench.advance(1000);
    const faces = facesOf(look(bench, id).json);
    expect(faces.map(({ path }) => path)).toEqual([
      `api-assets/${String(id)}/0-0.png`,
      `api-assets/${String(id)}/0-1.png`,
    ]);
    for (const { url } of faces) {
      const { pathname, search } = new URL(url);
      expect(bench.ask('magicHour', `GET ${pathname}${search}`).status).toBe(200);
    }
    const swap = {
      assets: {
        face_swap_mode: 'individual-faces',
        face_mappings: faces.map(({ path }) => ({
          original_face: path,
          new_face: 'api-assets/a.png',
        })),
        target_file_path: INPUT.assets.target_file_path,
      },
    };
    expect(bench.ask('magicHour', 'POST /v1/face-swap-photo', { body: swap }).status).toBe(200);
  });

  it('fails without a reason, as its document has no field for one', () => {
    const bench = new Bench();
    bench.sim.magicHour.nextJob({ outcome: 'failed', failure: { message: 'No face.' } });
    const { id } = create(bench).json;
    bench.advance(1000);
    expect(look(bench, id).json).toEqual({ id, credits_charged: 0, status: 'error', faces: [] });
  });

  it('is never canceled', () => {
    const { magicHour } = new Bench().sim;
    expect(() => magicHour.createJob('faceDetection', { outcome: 'canceled' })).toThrow(TypeError);
  });

  it('is no project, and no project is one', () => {
    const bench = new Bench();
    const { id } = create(bench).json;
    for (const folder of ['video', 'image', 'audio']) {
      expect(bench.ask('magicHour', `GET /v1/${folder}-projects/${String(id)}`).status).toBe(404);
    }
    expect(look(bench, bench.sim.magicHour.createJob('images')).status).toBe(404);
    expect(bench.ask('magicHour', `DELETE /v1/face-detection/${String(id)}`).status).toBe(404);
  });

  it.each([
    ['', 400, 'Missing request body'],
    [{}, 400, 'Missing required field: assets'],
    [{ assets: {} }, 400, 'Missing required field: assets.target_file_path'],
    [{ ...INPUT, confidence_score: 1.05 }, 400, 'confidence_score must be at most 1'],
    [{ ...INPUT, confidence_score: -0.05 }, 400, 'confidence_score must be at least 0'],
    [{ ...INPUT, confidence_score: 0.33 }, 400, 'confidence_score must be a multiple of 0.05'],
    [
      { ...INPUT, confidence_score: '0.5' },
      400,
      'Invalid type for confidence_score: expected number, got string',
    ],
  ])('is refused with %j', (body, status, message) => {
    const bench = new Bench();
    const asked = create(bench, body);
    expect([asked.status, asked.json]).toEqual([status, { message }]);
    expect(bench.sim.magicHour.creates).toBe(0);
  });

  it.each([0, 0.05, 0.15, 0.35, 0.7, 1])('takes a confidence of %d', (confidence_score) => {
    expect(create(new Bench(), { ...INPUT, confidence_score }).status).toBe(200);
  });

  it('takes an image or a video, and refuses a sound with 422', () => {
    const target = (path: string) => ({ assets: { target_file_path: path } });
    expect(create(new Bench(), target('api-assets/id/group.mp4')).status).toBe(200);
    const { status, json } = create(new Bench(), target('api-assets/id/group.mp3'));
    expect(status).toBe(422);
    expect(json['message']).toMatch("'mp3' is an invalid image extension");
  });
});
