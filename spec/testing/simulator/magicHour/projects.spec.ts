import { Bench } from '../Bench.js';
import { CREATORS, FOLDER, JOB_KIND, OPERATIONS, projectKindOf } from './operations.js';
import { sampleBody } from './sampleBody.js';

interface Download {
  readonly url: string;
  readonly expires_at: string;
}

const KINDS = ['video', 'image', 'audio'] as const;
type Kind = (typeof KINDS)[number];

const DAY_MS = 24 * 3_600_000;

const OLDER = {
  video: ['total_frame_cost', 'download'],
  image: ['total_frame_cost'],
  audio: [],
} as const;

const look = (bench: Bench, kind: Kind, id: unknown) =>
  bench.ask('magicHour', `GET ${FOLDER[kind]}/${String(id)}`);
const remove = (bench: Bench, kind: Kind, id: unknown) =>
  bench.ask('magicHour', `DELETE ${FOLDER[kind]}/${String(id)}`);

function made(bench: Bench, tool: string, more: Readonly<Record<string, unknown>> = {}) {
  const path = `/v1/${tool}`;
  const operation = CREATORS.find((creator) => creator.path === path);
  if (operation === undefined) throw new TypeError(`no creator at ${path}`);
  const body = sampleBody(operation, more);
  const kind = projectKindOf(operation);
  return { kind, created: bench.ask('magicHour', `POST ${path}`, { body }).json };
}

describe.each(KINDS)('A project of Magic Hour, simulated: %s', (kind) => {
  it('has exactly the fields that the document lists, and older ones', () => {
    const bench = new Bench();
    const id = bench.sim.magicHour.createJob(JOB_KIND[kind], { durationMs: 0 });
    const details = OPERATIONS.find(
      ({ method, path }) => method === 'GET' && path === `${FOLDER[kind]}/{id}`,
    );
    // An error and a download have fields of their own.
    const listed = details?.response.filter((path) => !/[.\]]/.test(path)) ?? [];
    expect(Object.keys(look(bench, kind, id).json).sort()).toEqual(
      [...listed, ...OLDER[kind]].sort(),
    );
  });

  it('tells of no progress', () => {
    const bench = new Bench();
    const id = bench.sim.magicHour.createJob(JOB_KIND[kind], { durationMs: 1000, queuedMs: 0 });
    bench.advance(500);
    const { json } = look(bench, kind, id);
    expect(json['status']).toBe('rendering');
    expect(Object.keys(json).join()).not.toMatch(/progress|percent|eta|remaining/);
  });

  it('says why it failed, has no files, and gives the credits back', () => {
    const bench = new Bench();
    const failure = { code: 'content_policy_violation', message: 'Not allowed.' };
    const script = { durationMs: 0, outcome: 'failed', failure } as const;
    const id = bench.sim.magicHour.createJob(JOB_KIND[kind], script);
    expect(look(bench, kind, id).json).toMatchObject({
      status: 'error',
      error: failure,
      downloads: [],
      credits_charged: 0,
    });
  });

  it('is canceled without an error', () => {
    const bench = new Bench();
    const script = { durationMs: 0, outcome: 'canceled' } as const;
    const id = bench.sim.magicHour.createJob(JOB_KIND[kind], script);
    expect(look(bench, kind, id).json).toMatchObject({
      status: 'canceled',
      error: null,
      downloads: [],
    });
  });

  it('is told about with URLs that work for a day, and with fresh ones at a new look', () => {
    const bench = new Bench();
    const id = bench.sim.magicHour.createJob(JOB_KIND[kind], { durationMs: 0 });
    const shown = () => (look(bench, kind, id).json['downloads'] as readonly Download[])[0];
    const open = (download: Download | undefined) => {
      const { pathname, search } = new URL(download?.url ?? '');
      const headers = { Authorization: '' };
      return bench.ask('magicHour', `GET ${pathname}${search}`, { headers }).status;
    };
    const first = shown();
    expect(first?.expires_at).toBe(new Date(DAY_MS).toISOString());
    bench.advance(DAY_MS);
    const fresh = shown();
    expect(fresh?.url).not.toBe(first?.url);
    expect([open(first), open(fresh)]).toEqual([403, 200]);
  });

  it('is removed with 204, also while it runs, and is not found from then on', () => {
    for (const durationMs of [0, 1000]) {
      const bench = new Bench();
      const id = bench.sim.magicHour.createJob(JOB_KIND[kind], { durationMs });
      const [download] = look(bench, kind, id).json['downloads'] as readonly Download[];
      expect(remove(bench, kind, id).response).toMatchObject({ status: 204, body: '' });
      expect(look(bench, kind, id)).toMatchObject({ status: 404, json: { message: 'Not Found' } });
      expect(remove(bench, kind, id).status).toBe(404);
      if (download === undefined) continue;
      const { pathname, search } = new URL(download.url);
      expect(bench.ask('magicHour', `GET ${pathname}${search}`).status).toBe(404);
    }
  });

  it('is shown disabled and without files once removed, when told so', () => {
    const bench = new Bench({ magicHour: { deleted: 'disabled' } });
    const id = bench.sim.magicHour.createJob(JOB_KIND[kind], { durationMs: 0 });
    remove(bench, kind, id);
    expect(look(bench, kind, id).json).toMatchObject({ enabled: false, downloads: [] });
  });

  it('is not found among projects of another kind', () => {
    const bench = new Bench();
    const id = bench.sim.magicHour.createJob(JOB_KIND[kind]);
    for (const other of KINDS.filter((one) => one !== kind)) {
      expect(look(bench, other, id).status).toBe(404);
      expect(remove(bench, other, id).status).toBe(404);
    }
    expect(look(bench, kind, id).status).toBe(200);
  });

  it('writes errors in the newer shape when told so', () => {
    const bench = new Bench({ magicHour: { errorBody: 'code-and-message' } });
    expect(look(bench, kind, 'x').json).toEqual({ code: 'not_found', message: 'Not Found' });
    const operation = CREATORS.find((creator) => creator.kind === kind);
    const { json } = bench.ask('magicHour', `POST ${operation?.path ?? ''}`, { body: {} });
    expect(json).toEqual({
      code: 'invalid_request',
      message: expect.stringMatching(/^Missing required field: /) as string,
    });
  });
});

describe('Projects of Magic Hour, simulated', () => {
  it.each([
    ['ai-image-generator', { image_count: 4 }, 4, 20],
    ['ai-image-editor', { image_count: 9 }, 9, 450],
    ['ai-image-editor', {}, 1, 50],
    ['ai-headshot-generator', { image_count: 4 }, 1, 50],
  ])('of %s with %j make %d files for %d credits', (tool, more, count, credits) => {
    const bench = new Bench();
    const { kind, created } = made(bench, tool, more);
    bench.advance(1000);
    const { json } = look(bench, kind, created['id']);
    expect(json).toMatchObject({ image_count: count, credits_charged: credits });
    const urls = (json['downloads'] as readonly Download[]).map(({ url }) => url);
    expect(new Set(urls.map((url) => new URL(url).pathname)).size).toBe(count);
    for (const url of urls) {
      const { pathname, search } = new URL(url);
      expect(bench.ask('magicHour', `GET ${pathname}${search}`).status).toBe(200);
    }
  });

  it.each([
    ['text-to-video', {}, 'mp4', 'video/mp4'],
    ['photo-colorizer', {}, 'png', 'image/png'],
    ['ai-voice-generator', {}, 'wav', 'audio/wav'],
    ['ai-gif-generator', {}, 'gif', 'image/gif'],
    ['ai-gif-generator', { output_format: 'webm' }, 'webm', 'video/webm'],
    ['ai-gif-generator', { output_format: 'mp4' }, 'mp4', 'video/mp4'],
  ])('of %s with %j make a file that ends in %s and is %s', (tool, more, ending, type) => {
    const bench = new Bench();
    const { kind, created } = made(bench, tool, more);
    bench.advance(1000);
    const [{ url } = { url: '' }] = look(bench, kind, created['id']).json[
      'downloads'
    ] as Download[];
    const { pathname, search } = new URL(url);
    expect(pathname).toMatch(new RegExp(`/output\\.${ending}$`));
    const { response } = bench.ask('magicHour', `GET ${pathname}${search}`);
    expect(response?.headers['content-type']).toBe(type);
  });

  it.each([
    ['lip-sync', { start_seconds: 2, end_seconds: 12.5 }, 315],
    ['lip-sync', { start_seconds: 0, end_seconds: 1, 'style.generation_mode': 'pro' }, 60],
    ['text-to-video', { end_seconds: 5 }, 150],
    ['ai-clothes-changer', {}, 25],
    ['ai-qr-code-generator', {}, 0],
    ['ai-image-upscaler', { scale_factor: 2 }, 50],
    ['ai-image-upscaler', { scale_factor: 4 }, 200],
    ['ai-image-upscaler', { scale_factor: 4, 'style.mode': 'preserve' }, 100],
    ['ai-voice-generator', { 'style.prompt': 'x'.repeat(30) }, 3],
    ['ai-voice-generator', { 'style.prompt': 'x'.repeat(31) }, 4],
    ['ai-voice-cloner', { 'style.prompt': 'x' }, 1],
  ])('of %s with %j cost %d credits', (tool, more, credits) => {
    expect(made(new Bench(), tool, more).created['credits_charged']).toBe(credits);
  });

  it('tell their price once more as older answers do, but for sounds', () => {
    const keys = (tool: string) => Object.keys(made(new Bench(), tool).created);
    expect(keys('lip-sync')).toEqual(['id', 'credits_charged', 'estimated_frame_cost']);
    expect(keys('head-swap')).toEqual(['id', 'credits_charged', 'frame_cost']);
    expect(keys('ai-voice-cloner')).toEqual(['id', 'credits_charged']);
  });

  it.each([
    ['lip-sync', 'LIP_SYNC', 'Lip Sync - 1970-01-01T00:00:00.000Z'],
    ['ai-talking-photo', 'TALKING_PHOTO', 'Talking Photo - 1970-01-01T00:00:00.000Z'],
    ['ai-image-generator', 'AI_IMAGE', 'Ai Image - 1970-01-01T00:00:00.000Z'],
    ['ai-meme-generator', 'AI_MEME', null],
    ['ai-voice-generator', 'VOICE_GENERATOR', 'Voice Generator - 1970-01-01T00:00:00.000Z'],
    ['ai-video-translator', 'VIDEO_TRANSLATOR', 'Video Translator - 1970-01-01T00:00:00.000Z'],
  ])('of %s are of type %s, and named %s without a name', (tool, type, name) => {
    const bench = new Bench();
    const { kind, created } = made(bench, tool);
    expect(look(bench, kind, created['id']).json).toMatchObject({ type, name });
  });

  it('take about as long as the vendor says, at a realistic pace', () => {
    const bench = new Bench({ pace: 'realistic' });
    for (const { path, typicalSeconds } of CREATORS) {
      const { kind, created } = made(bench, path.slice('/v1/'.length));
      if (typicalSeconds === undefined) continue;
      const job = bench.sim.magicHour.jobs.at(-1);
      expect([path, job?.kind, job?.id]).toEqual([path, JOB_KIND[kind], created['id']]);
      bench.advance(typicalSeconds * 500 - 1);
      expect([path, job?.finishedAt]).toEqual([path, undefined]);
      bench.advance(typicalSeconds * 1000 + 1);
      expect([path, job?.status]).toEqual([path, 'complete']);
    }
  });

  it('go by a script that is for their creator, and leave it to another', () => {
    const bench = new Bench();
    bench.sim.magicHour.nextJob({ kind: 'images', course: 'headSwap', durationMs: 5000 });
    const other = made(bench, 'body-swap').created;
    const aimed = made(bench, 'head-swap').created;
    bench.advance(1000);
    const statuses = [other, aimed].map(({ id }) => look(bench, 'image', id).json['status']);
    expect(statuses).toEqual(['complete', 'rendering']);
  });

  it('are made at the vendor by any creator that a script names', () => {
    const bench = new Bench();
    const id = bench.sim.magicHour.createJob('videos', { course: 'faceSwap' });
    expect(look(bench, 'video', id).json['type']).toBe('FACE_SWAP');
    expect(() => bench.sim.magicHour.createJob('videos', { course: 'headSwap' })).toThrow(
      /no course "headSwap"/,
    );
  });

  it('are counted by kind', () => {
    const bench = new Bench();
    made(bench, 'lip-sync');
    made(bench, 'head-swap');
    made(bench, 'body-swap');
    const { magicHour } = bench.sim;
    expect([magicHour.createsOf('videos'), magicHour.createsOf('images')]).toEqual([1, 2]);
    expect(magicHour.creates).toBe(3);
  });

  it('show the size and the frames that an animation asked for', () => {
    const bench = new Bench();
    const { created } = made(bench, 'animation', { width: 640, height: 480, fps: 12 });
    expect(look(bench, 'video', created['id']).json).toMatchObject({
      width: 640,
      height: 480,
      fps: 12,
    });
  });

  it('are refused a photo editor, which the vendor removed', () => {
    expect(new Bench().ask('magicHour', 'POST /v1/ai-photo-editor', { body: {} }).status).toBe(404);
  });
});
