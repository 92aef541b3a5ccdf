import { Bench } from '../Bench.js';

const INPUT = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://example.com/face.mp4' },
    { type: 'audio', url: 'https://example.com/voice.wav' },
  ],
};

describe('sync.so, simulated', () => {
  const create = (bench: Bench, body: object = INPUT, headers: Record<string, string> = {}) =>
    bench.ask('sync', 'POST /v2/generate', { body, headers });
  const keyed = (bench: Bench, key: string, body: object = INPUT) =>
    create(bench, body, { 'Idempotency-Key': key });

  it('answers a create with 201 and the whole generation', () => {
    const bench = new Bench();
    const projectId = bench.ask('sync', 'POST /v2/projects', { body: { name: 'Day 1' } }).json[
      'id'
    ];
    const { status, json } = create(bench, {
      ...INPUT,
      options: { sync_mode: 'loop' },
      outputFileName: 'Take one: "best".mp4',
      webhookUrl: 'https://example.com/hook',
      projectId,
    });
    expect(status).toBe(201);
    expect(json).toEqual({
      createdAt: '1970-01-01T00:00:00.000Z',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ...INPUT,
      status: 'PENDING',
      error: null,
      errorCode: null,
      options: { sync_mode: 'loop' },
      outputDuration: null,
      outputUrl: null,
      outputFileName: 'Take_one_best.mp4',
      segments: null,
      segmentOutputUrl: null,
      webhookUrl: 'https://example.com/hook',
      projectId,
    });
  });

  it('goes from PENDING through PROCESSING to COMPLETED', () => {
    const bench = new Bench();
    bench.sim.sync.nextJob({ durationMs: 1000, queuedMs: 500 });
    const id = String(create(bench).json['id']);
    const seen = [0, 500, 500].map((ms) => {
      bench.advance(ms);
      return bench.ask('sync', `GET /v2/generate/${id}`).json['status'];
    });
    expect(seen).toEqual(['PENDING', 'PROCESSING', 'COMPLETED']);
  });

  it('signs the output anew at every look', () => {
    const bench = new Bench();
    const id = bench.sim.sync.createJob('generations', { durationMs: 0 });
    const url = () => String(bench.ask('sync', `GET /v2/generations/${id}`).json['outputUrl']);
    const first = url();
    bench.advance(1000);
    expect(first).toMatch(/\/media\/.*\/result\.mp4\?Expires=86400&Signature=[0-9a-f]{32}$/);
    expect(url()).toMatch(/\?Expires=86401&Signature=/);
  });

  it.each([
    ['failed', 'FAILED'],
    ['rejected', 'REJECTED'],
  ] as const)('says why a generation is %s', (outcome, word) => {
    const bench = new Bench();
    const failure = { code: 'generation_audio_missing', message: 'No audio file was provided.' };
    const id = bench.sim.sync.createJob('generations', { durationMs: 0, outcome, failure });
    expect(bench.ask('sync', `GET /v2/generate/${id}`).json).toMatchObject({
      status: word,
      error: failure.message,
      errorCode: failure.code,
      outputUrl: null,
    });
  });

  it('gives the speech of a spoken input when it is done', () => {
    const bench = new Bench();
    const spoken = { type: 'text', provider: { name: 'elevenlabs', voiceId: 'v', script: 'Hi.' } };
    const { json } = create(bench, { ...INPUT, input: [INPUT.input[0], spoken] });
    expect(json['synthesizedAudioUrl']).toBeNull();
    bench.advance(1000);
    const done = bench.ask('sync', `GET /v2/generate/${String(json['id'])}`).json;
    expect(done['synthesizedAudioUrl']).toMatch(/speech\.wav/);
  });

  describe('its long-poll', () => {
    const running = (options = {}) => {
      const bench = new Bench(options);
      const id = bench.sim.sync.createJob('generations', { durationMs: 20_000 });
      const look = (query: string) => bench.ask('sync', `GET /v2/generate/${id}?${query}`);
      return { bench, id, look };
    };

    it('answers when the generation ends', () => {
      const { bench, look } = running();
      const held = look('wait=true&timeout=30');
      expect(held.response).toBeUndefined();
      bench.advance(30_000);
      expect([held.atMs, held.json['status']]).toEqual([20_000, 'COMPLETED']);
      expect(held.response?.headers).toMatchObject({
        'retry-after': '2',
        'x-sync-wait-mode': 'long_poll',
        'x-sync-wait-timeout-seconds': '30',
      });
    });

    it('answers with what there is when its time is over', () => {
      const { bench, look } = running();
      const held = look('wait=true&timeout=7.5');
      bench.advance(20_000);
      expect([held.atMs, held.status, held.json['status']]).toEqual([7500, 200, 'PROCESSING']);
    });

    it('answers at once when the generation has ended', () => {
      const { bench, look } = running();
      bench.advance(20_000);
      expect(look('wait=true').json['status']).toBe('COMPLETED');
    });

    it('holds for 30 s unless told, or for as long as it may', () => {
      const wait = (holdCapMs: number) => {
        const { bench, look } = running({ holdCapMs });
        const held = look('wait=true');
        bench.advance(60_000);
        return held.response?.headers['x-sync-wait-timeout-seconds'];
      };
      expect([wait(55_000), wait(10_000)]).toEqual(['30', '10']);
    });

    it.each([
      ['wait=true&timeout=55', 55_000, undefined],
      ['wait=true&timeout=56', 55_000, 'timeout must not be greater than 55'],
      ['wait=true&timeout=11', 10_000, 'timeout must not be greater than 10'],
      ['wait=true&timeout=0.5', 55_000, 'timeout must not be less than 1'],
      [
        'wait=true&timeout=long',
        55_000,
        'timeout must be a number conforming to the specified constraints',
      ],
      ['wait=true&include=progress', 55_000, 'wait cannot be combined with include=progress'],
    ])('judges %s under a cap of %d ms', (query, holdCapMs, message) => {
      const asked = running({ holdCapMs }).look(query);
      expect(asked.status).toBe(message === undefined ? undefined : 400);
      expect(asked.json?.['message']).toBe(message);
    });

    it('lets go when the client leaves', () => {
      const { bench, look } = running();
      const held = look('wait=true');
      held.abort();
      bench.advance(60_000);
      expect(held.atMs).toBeUndefined();
      expect(bench.sim.sync.requests[0]?.status).toBeUndefined();
    });

    it('tells progress only when it is asked to', () => {
      const { bench, look } = running();
      bench.advance(10_000);
      expect(look('include=progress').json['progress_percent']).toBeGreaterThan(30);
      expect(look('').json).not.toHaveProperty('progress_percent');
      expect(look('wait=false&timeout=3').status).toBe(200);
    });
  });

  describe('its idempotency keys', () => {
    it('give the same generation again', () => {
      const bench = new Bench();
      const first = keyed(bench, 'k1');
      bench.advance(5000);
      const again = keyed(bench, 'k1');
      expect([again.status, again.json]).toEqual([201, first.json]);
      expect(bench.sim.sync.creates).toBe(1);
      expect(bench.sim.sync.jobs[0]?.creates).toBe(2);
    });

    it('are kept apart by account, and tell two payloads apart', () => {
      const bench = new Bench();
      keyed(bench, 'k1');
      const other = keyed(bench, 'k1', { ...INPUT, model: 'sync-3' });
      expect([other.status, other.json['errorCode']]).toEqual([409, 'IDEMPOTENCY_KEY_CONFLICT']);
      create(bench, INPUT, { 'Idempotency-Key': 'k1', 'x-api-key': 'another' });
      expect(bench.sim.sync.creates).toBe(2);
    });

    it('say that the first request is still in progress', () => {
      const bench = new Bench();
      bench.sim.sync.fail({ on: 'create', do: { name: 'delay', ms: 500 } });
      const first = keyed(bench, 'k1');
      const second = keyed(bench, 'k1');
      expect([second.status, second.json['errorCode']]).toEqual([409, 'IDEMPOTENCY_IN_PROGRESS']);
      expect(second.response?.headers['retry-after']).toBe('2');
      bench.advance(500);
      expect(keyed(bench, 'k1').json).toEqual(first.json);
    });

    it('find the generation of an answer that was lost', () => {
      const bench = new Bench();
      bench.sim.sync.fail({ on: 'create', do: 'reset-after-commit' });
      expect(keyed(bench, 'k1').error).toMatchObject({ reason: 'reset', sent: true });
      expect(keyed(bench, 'k1').json['id']).toBe(bench.sim.sync.jobs[0]?.id);
      expect(bench.sim.sync.creates).toBe(1);
    });

    it('do not keep a request that was refused', () => {
      const bench = new Bench();
      expect(keyed(bench, 'k1', { ...INPUT, model: 'x' }).status).toBe(400);
      expect(keyed(bench, 'k1').status).toBe(201);
    });

    it.each(['', 'k'.repeat(129), 'a b', 'a,b', 'ключ'])('refuse %j', (key) => {
      const { status, json } = keyed(new Bench(), key);
      expect([status, json['errorCode']]).toEqual([400, 'INVALID_IDEMPOTENCY_KEY']);
    });
  });

  it.each([
    ['', 'Unexpected end of JSON input'],
    [{}, expect.arrayContaining(['input must be an array'])],
    [{ ...INPUT, model: 'gpt' }, [expect.stringMatching(/^model must be one of/)]],
    [
      { ...INPUT, input: [] },
      [
        'input must contain exactly one video or image',
        'input must contain an audio or text input',
      ],
    ],
    [
      { ...INPUT, input: [{ type: 'video' }, INPUT.input[1]] },
      ['input.0 must have a url or an assetId'],
    ],
    [{ ...INPUT, input: [...INPUT.input, 7] }, ['each value in input must be an object']],
    [{ ...INPUT, webhookUrl: 'http://example.com' }, ['webhookUrl must be a URL address']],
  ])('refuses %j', (body, message) => {
    const bench = new Bench();
    const { status, json } = bench.ask('sync', 'POST /v2/generate', { body });
    expect(status).toBe(400);
    expect(json['message']).toEqual(message);
    expect(bench.sim.sync.creates).toBe(0);
  });

  it('refuses an input that it cannot fetch, with a code and advice', () => {
    const lost = { type: 'video', url: 'https://nowhere.invalid/face.mp4' };
    const { status, json } = create(new Bench(), { ...INPUT, input: [lost, INPUT.input[1]] });
    expect(status).toBe(422);
    expect(json).toMatchObject({
      errorCode: 'generation_input_video_inaccessible',
      suggestion: expect.stringMatching(/publicly fetchable/),
    });
  });

  it.each([
    [
      undefined,
      {
        message: 'Either Cookie or x-api-key header must be provided',
        error: 'Unauthorized',
        statusCode: 401,
      },
    ],
    ['a key', { message: 'Unauthorized', statusCode: 401 }],
  ])('refuses the key %j', (key, body) => {
    const bench = new Bench();
    const { baseUrl, http } = bench.sim.sync.options;
    let text = '';
    http
      .send({
        method: 'GET',
        url: `${baseUrl}/v2/generations`,
        headers: key === undefined ? {} : { 'X-API-Key': key },
        timeoutMs: 1000,
      })
      .subscribe((response) => (text = response.body));
    expect(JSON.parse(text)).toEqual(body);
  });

  it('serves its error catalogue to everybody', () => {
    const bench = new Bench();
    const { status } = bench.ask('sync', 'GET /v2/errors', { headers: { 'x-api-key': '' } });
    expect(status).toBe(200);
  });

  it('deletes a generation that has ended, and no other', () => {
    const bench = new Bench();
    const id = bench.sim.sync.createJob('generations', { durationMs: 1000 });
    const early = bench.ask('sync', `DELETE /v2/generations/${id}`);
    expect([early.status, early.json['errorCode']]).toEqual([
      409,
      'generation_not_deletable_while_processing',
    ]);
    bench.advance(1000);
    expect(bench.ask('sync', `DELETE /v2/generations/${id}`).json['id']).toBe(id);
    const gone = bench.ask('sync', `GET /v2/generate/${id}`);
    expect([gone.status, gone.json['errorCode']]).toEqual([404, 'generation_not_found']);
    expect(bench.ask('sync', `DELETE /v2/generations/${id}`).status).toBe(404);
  });

  describe('its list', () => {
    const some = () => {
      const bench = new Bench();
      const ids = [0, 500, 0].map((durationMs) =>
        bench.sim.sync.createJob('generations', { durationMs }),
      );
      const list = (query: string) => bench.ask('sync', `GET /v2/generations?${query}`);
      const order = (query: string) =>
        (list(query).json as unknown as { id: string }[]).map(({ id }) => ids.indexOf(id));
      return { ids, list, order };
    };

    it('is a bare array, newest first, by status and by id', () => {
      const { ids, order } = some();
      expect(order('')).toEqual([2, 1, 0]);
      expect(order('status=COMPLETED')).toEqual([2, 0]);
      expect(order('status=PENDING,FAILED')).toEqual([1]);
      expect(order(`ids=${ids[0]},${ids[1]}`)).toEqual([1, 0]);
      expect(order(`ids=${encodeURIComponent(JSON.stringify([ids[2]]))}`)).toEqual([2]);
    });

    it('comes in pages', () => {
      const { ids, order } = some();
      expect(order('limit=2')).toEqual([2, 1]);
      expect(order(`limit=2&cursor=${ids[1]}`)).toEqual([0]);
    });

    it.each([
      ['limit=0', 'limit must not be less than 1'],
      ['limit=101', 'limit must not be greater than 100'],
      ['limit=x', 'limit must not be less than 1'],
      ['cursor=c', 'cursor requires limit'],
    ])('refuses %s', (query, message) => {
      expect(some().list(query).json['message']).toEqual([message]);
    });
  });

  it('refuses more generations at once than the plan has, when limits bind', () => {
    const bench = new Bench({ limits: 'documented', sync: { concurrency: 2 } });
    expect([1, 2].map(() => create(bench).status)).toEqual([201, 201]);
    expect(create(bench).json).toEqual({
      message: 'Concurrency limit reached',
      error: 'Too Many Requests',
      statusCode: 429,
      errorCode: 'concurrency_limit_reached',
      activeGenerations: 2,
      concurrencyLimit: 2,
      retryAfterSeconds: 2,
    });
    bench.advance(1000);
    expect(create(bench).status).toBe(201);
  });

  it('refuses the 101st create of a minute, when limits bind', () => {
    const bench = new Bench({ limits: 'documented', durationMs: 0 });
    const statuses = Array.from({ length: 101 }, () => create(bench).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(100);
    expect(create(bench).json['errorCode']).toBe('rate_limit_exceeded');
    bench.advance(600);
    expect(create(bench).status).toBe(201);
  });

  it('knows no other path', () => {
    expect(new Bench().ask('sync', 'POST /v2/generate/x/cancel').json).toEqual({
      message: 'Cannot POST /v2/generate/x/cancel',
      error: 'Not Found',
      statusCode: 404,
    });
  });
});
