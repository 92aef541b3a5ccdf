import { Bench } from '../Bench.js';
import { SOURCE } from './samples.js';

const HOUR_MS = 3_600_000;

describe('Transcriptions of sync.so', () => {
  const create = (bench: Bench, body: unknown = SOURCE) =>
    bench.ask('sync', 'POST /v2/transcriptions', { body });
  const look = (bench: Bench, id: unknown) =>
    bench.ask('sync', `GET /v2/transcriptions/${String(id)}`).json;

  it('end with words, their ids and times', () => {
    const bench = new Bench();
    const { json } = create(bench, { ...SOURCE, startMs: 500, endMs: 9000 });
    expect(json).toMatchObject({
      status: 'PENDING',
      ...SOURCE,
      sourceStartMs: 500,
      sourceEndMs: 9000,
      transcript: null,
      speakerCount: null,
    });
    bench.advance(1000);
    const done = look(bench, json['id']);
    expect(done).toMatchObject({ status: 'COMPLETED', speakerCount: 1, error: null });
    const { segments } = done['transcript'] as {
      segments: readonly { words: readonly Record<string, unknown>[] }[];
    };
    expect(segments[0]?.words[1]).toEqual({ id: 'w2', text: 'rushes', startMs: 900, endMs: 1250 });
  });

  it('take audio that was extracted, and then name no video', () => {
    const bench = new Bench();
    const sourceAudioUrl = 'https://assets.sync.so/docs/example-audio.wav';
    expect(create(bench, { sourceAudioUrl }).json['sourceVideoUrl']).toBeNull();
  });

  it('of a source that is too long fail, when a length is told', () => {
    const bench = new Bench();
    const { json } = create(bench, { ...SOURCE, maxSourceSeconds: 5 });
    bench.advance(1000);
    expect(look(bench, json['id'])).toMatchObject({
      status: 'FAILED',
      transcript: null,
      error: { code: 'SOURCE_TOO_LONG' },
    });
    const long = create(bench, { ...SOURCE, maxSourceSeconds: 60 });
    bench.advance(1000);
    expect(look(bench, long.json['id'])['status']).toBe('COMPLETED');
  });

  it('fail for want of audio unless told why', () => {
    const bench = new Bench();
    const id = bench.sim.sync.createJob('transcriptions', { durationMs: 0, outcome: 'failed' });
    expect(look(bench, id)['error']).toMatchObject({ code: 'NO_AUDIO' });
  });

  it('of the same source and window are one', () => {
    const bench = new Bench();
    const first = create(bench).json['id'];
    expect(create(bench, { ...SOURCE, startMs: 0 }).json['id']).toBe(first);
    expect(create(bench, { ...SOURCE, startMs: 1 }).json['id']).not.toBe(first);
    bench.advance(2 * HOUR_MS);
    expect(create(bench).json).toMatchObject({ id: first, status: 'COMPLETED' });
    expect(bench.sim.sync.jobs[0]?.creates).toBe(3);
    expect(bench.sim.sync.creates).toBe(2);
  });

  it('are not one with what failed or has run for an hour', () => {
    const bench = new Bench();
    bench.sim.sync.nextJob({ durationMs: 10, outcome: 'failed' }, { durationMs: 3 * HOUR_MS });
    const ids = [10, HOUR_MS, 0].map((ms) => {
      const { json } = create(bench);
      bench.advance(ms);
      return json['id'];
    });
    expect(new Set(ids).size).toBe(3);
  });

  it.each<[unknown, number, string]>([
    ['', 400, 'Unexpected end of JSON input'],
    [{}, 400, 'Provide exactly one of'],
    [{ ...SOURCE, sourceAudioUrl: 'https://assets.sync.so/a.wav' }, 400, 'Provide exactly one of'],
    [{ ...SOURCE, startMs: -1 }, 400, 'startMs must be at least 0'],
    [{ ...SOURCE, startMs: 0.5 }, 400, 'startMs must be an integer'],
    [{ ...SOURCE, startMs: 10, endMs: 10 }, 400, 'endMs must be greater'],
    [{ ...SOURCE, endMs: HOUR_MS + 1 }, 400, 'cannot exceed 60 minutes'],
    [{ sourceVideoUrl: 'https://example.com/a.mp4' }, 422, 'file_not_in_org_storage'],
    [{ sourceVideoUrl: 'https://notsync.so/a.mp4' }, 422, 'file_not_in_org_storage'],
  ])('refuse %j', (body, status, told) => {
    const bench = new Bench();
    const refused = create(bench, body);
    expect([refused.status, bench.sim.sync.creates]).toEqual([status, 0]);
    expect(JSON.stringify(refused.json)).toContain(told);
  });
});
