import { Bench } from '../Bench.js';

const INPUT = {
  audio: 'https://example.com/voice.mp3',
  image: 'https://example.com/portrait.png',
};

const idOf = (json: Record<string, unknown>) => String(json['id']);

describe('Creatify, simulated', () => {
  const create = (bench: Bench, body: object = INPUT) =>
    bench.ask('creatify', 'POST /api/aurora/', { body });

  it('answers a create with 201 and the whole object', () => {
    const { status, json } = create(new Bench());
    expect(status).toBe(201);
    expect(json).toEqual({
      id: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      created_at: '1970-01-01T00:00:00.000Z',
      updated_at: '1970-01-01T00:00:00.000Z',
      name: null,
      ...INPUT,
      text_prompt: '',
      prompt_guidance_scale: 1,
      model_version: 'aurora_v1',
      video_output: null,
      credits_used: 0,
      duration: 0,
      progress: 0,
      failed_reason: '',
      media_job: null,
      status: 'pending',
      is_hidden: false,
      webhook_url: null,
      preview: null,
      editor_url: null,
    });
  });

  it('echoes what it was asked for', () => {
    const asked = {
      ...INPUT,
      name: 'Take one',
      text_prompt: 'soft light',
      prompt_guidance_scale: 7.5,
      model_version: 'aurora_v1_fast',
      webhook_url: 'https://example.com/hook',
    };
    expect(create(new Bench(), asked).json).toMatchObject(asked);
  });

  it('goes through its statuses in order, with progress in percent', () => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ durationMs: 1000, queuedMs: 200 });
    const id = idOf(create(bench).json);
    const seen = Array.from({ length: 12 }, () => {
      const { status, progress } = bench.ask('creatify', `GET /api/aurora/${id}/`).json;
      bench.advance(100);
      return [status, progress];
    });
    expect(seen).toEqual([
      ['pending', 0],
      ['in_queue', 0],
      ['running', 0],
      ['running', 12],
      ['running', 25],
      ['running', 37],
      ['running', 50],
      ['running', 62],
      ['running', 75],
      ['running', 87],
      ['done', 100],
      ['done', 100],
    ]);
  });

  it('reports progress as a fraction when told so', () => {
    const bench = new Bench({ creatify: { progressScale: 'fraction' } });
    bench.sim.creatify.nextJob({ durationMs: 1000, queuedMs: 0 });
    const id = idOf(create(bench).json);
    bench.advance(500);
    expect(bench.ask('creatify', `GET /api/aurora/${id}/`).json['progress']).toBe(0.5);
  });

  it.each([
    ['aurora_v1', 1],
    ['aurora_v1_fast', 0.5],
  ])('charges %s by the second when it is done', (model_version, perSecond) => {
    const bench = new Bench();
    const id = idOf(create(bench, { ...INPUT, model_version }).json);
    bench.advance(1000);
    const { json } = bench.ask('creatify', `GET /api/aurora/${id}/`);
    expect(json['status']).toBe('done');
    expect(json['credits_used']).toBe(Number(json['duration']) * perSecond);
    expect(json['duration']).toBeGreaterThanOrEqual(5);
    expect(json['video_output']).toMatch(
      /^https:\/\/creatify\.simulated\.test\/media\/.*Signature=/,
    );
    expect(json['media_job']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['failed', 'rejected'] as const)(
    'says why a job is %s, and charges nothing',
    (outcome) => {
      const bench = new Bench();
      bench.sim.creatify.nextJob({ outcome, failure: { message: 'No face was found.' } });
      const id = idOf(create(bench).json);
      bench.advance(1000);
      expect(bench.ask('creatify', `GET /api/aurora/${id}/`).json).toMatchObject({
        status: outcome,
        failed_reason: 'No face was found.',
        credits_used: 0,
        video_output: null,
      });
    },
  );

  it('has no word for a canceled job, and says so when one is planned', () => {
    const { sim } = new Bench();
    expect(() => sim.creatify.nextJob({ outcome: 'canceled' })).toThrow(/no word .* canceled/);
  });

  it('does not know a job that it forgot', () => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ outcome: 'gone' });
    const id = idOf(create(bench).json);
    bench.advance(1000);
    const { status, json } = bench.ask('creatify', `GET /api/aurora/${id}/`);
    expect([status, json]).toEqual([404, { detail: 'Not found.' }]);
  });

  it.each([
    [{}, { audio: ['This field is required.'], image: ['This field is required.'] }],
    [{ ...INPUT, audio: 'voice.mp3' }, { audio: ['Enter a valid URL.'] }],
    [{ ...INPUT, audio: null }, { audio: ['This field may not be null.'] }],
    [
      { ...INPUT, name: 'n'.repeat(256) },
      { name: ['Ensure this field has no more than 255 characters.'] },
    ],
    [{ ...INPUT, name: 7 }, { name: ['Not a valid string.'] }],
    [
      { ...INPUT, prompt_guidance_scale: 10.1 },
      { prompt_guidance_scale: ['Ensure this value is less than or equal to 10.'] },
    ],
    [
      { ...INPUT, prompt_guidance_scale: -1 },
      { prompt_guidance_scale: ['Ensure this value is greater than or equal to 0.'] },
    ],
    [
      { ...INPUT, prompt_guidance_scale: 'much' },
      { prompt_guidance_scale: ['A valid number is required.'] },
    ],
    [
      { ...INPUT, model_version: 'aurora_v9' },
      { model_version: ['"aurora_v9" is not a valid choice.'] },
    ],
    [
      { ...INPUT, webhook_url: `https://example.com/${'h'.repeat(200)}` },
      { webhook_url: ['Ensure this field has no more than 200 characters.'] },
    ],
  ])('refuses %j', (body, errors) => {
    const bench = new Bench();
    const { status, json } = create(bench, body);
    expect([status, json]).toEqual([400, errors]);
    expect(bench.sim.creatify.creates).toBe(0);
  });

  it.each([
    { name: 'n'.repeat(255) },
    { name: null },
    { webhook_url: null },
    { prompt_guidance_scale: 0 },
    { prompt_guidance_scale: 10 },
  ])('takes %j', (more) => {
    expect(create(new Bench(), { ...INPUT, ...more }).status).toBe(201);
  });

  it('takes a form, and no other kind of body', () => {
    const bench = new Bench();
    const send = (type: string, body: string) =>
      bench.ask('creatify', 'POST /api/aurora/', { body, headers: { 'Content-Type': type } });
    const form = new URLSearchParams({ ...INPUT, prompt_guidance_scale: '3' }).toString();
    expect(send('application/x-www-form-urlencoded', form).json['prompt_guidance_scale']).toBe(3);
    expect(send('text/plain', 'x').status).toBe(415);
    expect(send('application/json', '{"audio":').json).toEqual({
      detail: expect.stringMatching(/^JSON parse error/),
    });
  });

  it.each([{ 'X-API-ID': '' }, { 'X-API-KEY': '' }, { 'X-API-KEY': 'a key' }])(
    'refuses a request with the keys %j',
    (headers) => {
      const bench = new Bench();
      const { status, json } = bench.ask('creatify', 'GET /api/aurora/', { headers });
      expect(status).toBe(401);
      expect(json).toEqual({ detail: 'Authentication credentials were not provided.' });
    },
  );

  it('sends a path that lacks its slash to the path with it, and does nothing', () => {
    const bench = new Bench();
    const { response } = bench.ask('creatify', 'POST /api/aurora?x=1', { body: INPUT });
    expect([response?.status, response?.headers['location']]).toEqual([301, '/api/aurora/?x=1']);
    expect(bench.ask('creatify', 'GET /api/aurora/some-id').status).toBe(301);
    expect(bench.sim.creatify.creates).toBe(0);
  });

  it('knows no other path, and no other method', () => {
    const bench = new Bench();
    const { response } = bench.ask('creatify', 'GET /api/boreals/');
    expect([response?.status, response?.headers['content-type']]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(bench.ask('creatify', 'DELETE /api/aurora/').json).toEqual({
      detail: 'Method "DELETE" not allowed.',
    });
  });

  describe('its list', () => {
    const three = () => {
      const bench = new Bench();
      const ids = [1, 2, 3].map(() => {
        bench.advance(10);
        return bench.sim.creatify.createJob('aurora');
      });
      const list = (query: string) =>
        (bench.ask('creatify', `GET /api/aurora/${query}`).json as unknown as { id: string }[]).map(
          ({ id }) => ids.indexOf(id),
        );
      return { bench, ids, list };
    };

    it('is a bare array, newest first, or in the order asked for', () => {
      const { list } = three();
      expect(list('')).toEqual([2, 1, 0]);
      expect(list('?ordering=created_at')).toEqual([0, 1, 2]);
      expect(list('?ordering=-created_at')).toEqual([2, 1, 0]);
      expect(list('?ordering=name')).toEqual([2, 1, 0]);
    });

    it('gives the jobs that are named, and leaves out those it does not know', () => {
      const { ids, list } = three();
      const stranger = '6533643b-aceb-4c40-967e-d9ba9baac39e';
      expect(list(`?ids=${ids[0]},${stranger},${ids[2]}`)).toEqual([2, 0]);
    });

    it('takes 100 ids and refuses more, or what is no id', () => {
      const { bench, ids } = three();
      const ask = (named: readonly (string | undefined)[]) =>
        bench.ask('creatify', `GET /api/aurora/?ids=${named.join(',')}`);
      expect(ask(Array(100).fill(ids[0])).status).toBe(200);
      expect(ask(Array(101).fill(ids[0])).json).toEqual({
        ids: ['Ensure this field has no more than 100 elements.'],
      });
      expect(ask(['x']).json).toEqual({ ids: ['“x” is not a valid UUID.'] });
    });
  });
});
