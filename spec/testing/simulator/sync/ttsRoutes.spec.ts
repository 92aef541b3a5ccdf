import { Bench } from '../Bench.js';
import { SPEECH } from './samples.js';

describe('Speech of sync.so', () => {
  const speak = (bench: Bench, body: unknown = SPEECH) =>
    bench.ask('sync', 'POST /v2/tts', { body });
  const submit = (bench: Bench, key?: string, body: object = SPEECH) =>
    bench.ask('sync', 'POST /v2/tts/jobs', {
      body,
      headers: key === undefined ? {} : { 'Idempotency-Key': key },
    });
  const look = (bench: Bench, id: unknown) => bench.ask('sync', `GET /v2/tts/jobs/${String(id)}`);

  it('comes at once, and can be heard without a key', () => {
    const bench = new Bench();
    const { status, json } = speak(bench);
    expect([status, Object.keys(json).sort()]).toEqual([200, ['duration', 'id', 'url']]);
    expect(json['duration']).toBeCloseTo(1.3);
    const path = String(json['url']).slice(bench.sim.sync.options.baseUrl.length);
    const file = bench.ask('sync', `GET ${path}`, { keyless: true });
    expect(file.response?.headers['content-type']).toBe('audio/mpeg');
    expect(bench.sim.sync.creates).toBe(0);
  });

  it.each<[unknown, unknown]>([
    ['', 'Unexpected end of JSON input'],
    [{ ...SPEECH, script: '' }, ['script must be at least 1 characters long']],
    [{ ...SPEECH, script: 's'.repeat(5001) }, ['script must be at most 5000 characters long']],
    [{ ...SPEECH, voiceId: undefined }, ['voiceId is required']],
    [{ ...SPEECH, provider: 'x' }, ['provider must be one of the following values: elevenlabs']],
    [{ ...SPEECH, similarityBoost: 2 }, ['similarityBoost must be at most 1']],
  ])('is not made of %j', (body, message) => {
    const bench = new Bench();
    const refusals = [speak(bench, body), bench.ask('sync', 'POST /v2/tts/jobs', { body })];
    for (const { status, json } of refusals) {
      expect([status, json['message']]).toEqual([400, message]);
    }
  });

  it('knows which clones are gone', () => {
    const voiceId = '6533643b-aceb-4c40-967e-d9ba9baac39e';
    const { status, json } = speak(new Bench(), { ...SPEECH, voiceId });
    expect([status, json['errorCode']]).toEqual([404, 'voice_not_found']);
  });

  describe('as a job', () => {
    it('is accepted with the place to look, and shown as its page shows it', () => {
      const bench = new Bench();
      bench.sim.sync.nextJob({ durationMs: 1000, queuedMs: 400 });
      const { status, json, response } = submit(bench);
      expect([status, response?.headers['location']]).toEqual([
        202,
        `/v2/tts/jobs/${String(json['id'])}`,
      ]);
      expect(json).toEqual({
        id: expect.any(String),
        status: 'PENDING',
        url: null,
        duration: null,
        error: null,
        createdAt: '1970-01-01T00:00:00.000Z',
        startedAt: null,
        finishedAt: null,
      });
      bench.advance(500);
      expect(look(bench, json['id']).json).toMatchObject({
        status: 'PROCESSING',
        startedAt: '1970-01-01T00:00:00.400Z',
        finishedAt: null,
      });
      bench.advance(500);
      expect(look(bench, json['id']).json).toMatchObject({
        status: 'SUCCESS',
        url: expect.stringContaining('speech.mp3'),
        duration: 1.3,
        finishedAt: '1970-01-01T00:00:01.000Z',
      });
    });

    it('asks for three seconds while it has not ended', () => {
      const bench = new Bench();
      const id = submit(bench).json['id'];
      expect(look(bench, id).response?.headers['retry-after']).toBe('3');
      bench.advance(1000);
      expect(look(bench, id).response?.headers).not.toHaveProperty('retry-after');
    });

    it('tells a failure as an object', () => {
      const bench = new Bench();
      const id = bench.sim.sync.createJob('ttsJobs', { durationMs: 0, outcome: 'failed' });
      expect(look(bench, id).json['error']).toEqual({
        code: 'elevenlabs_service_unavailable',
        message: 'The voice provider is unavailable.',
      });
    });

    it('tells when work began on a course that is written out', () => {
      const bench = new Bench();
      const steps = [
        { atMs: 0, status: 'PENDING' },
        { atMs: 70, status: 'PROCESSING' },
      ];
      const id = bench.sim.sync.createJob('ttsJobs', { steps });
      bench.advance(100);
      expect(look(bench, id).json['startedAt']).toBe('1970-01-01T00:00:00.070Z');
    });

    it('is made once a key, which is trimmed, and shown as it is now', () => {
      const bench = new Bench();
      const first = submit(bench, 'take 1');
      bench.advance(1000);
      const again = submit(bench, '  take 1 ');
      expect([again.status, again.json['id'], again.json['status']]).toEqual([
        202,
        first.json['id'],
        'SUCCESS',
      ]);
      expect(again.response?.headers['location']).toBe(first.response?.headers['location']);
      expect(bench.sim.sync.creates).toBe(1);
      const other = submit(bench, 'take 1', { ...SPEECH, script: 'Other.' });
      expect(other.status).toBe(409);
      expect(submit(bench, 'take 2').json['id']).not.toBe(first.json['id']);
    });

    it('has keys of its own', () => {
      const bench = new Bench();
      submit(bench, 'k');
      const generation = bench.ask('sync', 'POST /v2/generate', {
        body: {},
        headers: { 'Idempotency-Key': 'k' },
      });
      expect(generation.status).toBe(400);
    });

    it('says that its first request is under way', () => {
      const bench = new Bench();
      bench.sim.sync.fail({ on: 'create', do: { name: 'delay', ms: 500 } });
      submit(bench, 'k');
      expect(submit(bench, 'k').json['errorCode']).toBe('IDEMPOTENCY_IN_PROGRESS');
    });

    it.each(['   ', 'k'.repeat(129)])('refuses the key %j', (key) => {
      const refused = submit(new Bench(), key);
      expect([refused.status, refused.json['errorCode']]).toEqual([400, 'INVALID_IDEMPOTENCY_KEY']);
    });

    it('keeps no key of a request that was refused', () => {
      const bench = new Bench();
      expect(submit(bench, 'k', { ...SPEECH, script: '' }).status).toBe(400);
      expect(submit(bench, 'k').status).toBe(202);
    });
  });

  it('has limits of its own, which bind when documented', () => {
    const bench = new Bench({ limits: 'documented', durationMs: 0 });
    const statuses = Array.from({ length: 61 }, () => speak(bench).status);
    expect(statuses.slice(-2)).toEqual([200, 429]);
    expect(submit(bench).status).toBe(202);
    expect(speak(bench).json).toEqual({
      statusCode: 429,
      errorCode: 'rate_limit_exceeded',
      message: 'Rate limit exceeded. Please try again later.',
      error: 'Too Many Requests',
    });
  });
});
