import { Bench } from '../Bench.js';
import type { AskOptions } from '../Bench.js';

const INPUT = { name: 'Aurora', generate: true, attributes: { gender: 'female', age: 28 } };

type Envelope = { readonly error: Readonly<Record<string, unknown>> };

describe('Aurous, simulated', () => {
  const create = (bench: Bench, body: unknown = INPUT) =>
    bench.ask('aurous', 'POST /v1/characters', { body });
  const look = (bench: Bench, id: unknown, options?: AskOptions) =>
    bench.ask('aurous', `GET /v1/characters/${String(id)}`, options);
  const verb = (bench: Bench, id: string, name: string, options?: AskOptions) =>
    bench.ask('aurous', `POST /v1/characters/${id}/${name}`, options);
  const codeOf = ({ json }: { json: Record<string, unknown> }) =>
    (json as unknown as Envelope).error['code'];
  const paramOf = ({ json }: { json: Record<string, unknown> }) =>
    (json as unknown as Envelope).error['param'];
  const character = (bench: Bench, script = {}) => bench.sim.aurous.createJob('characters', script);

  it('answers a synthesis with 201 and the character', () => {
    const { status, json } = create(new Bench(), { ...INPUT, client_reference_id: 'c-1' });
    expect(status).toBe(201);
    expect(json).toEqual({
      id: expect.stringMatching(/^char_[0-9A-Z]{26}$/),
      object: 'character',
      name: 'Aurora',
      status: 'synthesizing',
      refs: [],
      created_at: '1970-01-01T00:00:00.000Z',
      updated_at: '1970-01-01T00:00:00.000Z',
      attributes: INPUT.attributes,
      error_message: null,
      aurous_version: '2026-05-15',
      client_reference_id: 'c-1',
    });
  });

  it('waits for a review with four refs, and is ready once it is saved', () => {
    const bench = new Bench();
    const id = character(bench);
    bench.advance(1000);
    const reviewing = look(bench, id).json;
    expect(reviewing['status']).toBe('reviewing');
    expect((reviewing['refs'] as { pose: string }[]).map(({ pose }) => pose)).toEqual([
      'front',
      'side',
      'back',
      'portrait',
    ]);
    bench.advance(500);
    expect(verb(bench, id, 'save').json['status']).toBe('ready');
    expect(verb(bench, id, 'save').json['status']).toBe('ready');
    expect(bench.sim.aurous.jobs[0]).toMatchObject({ status: 'ready', finishedAt: 1500 });
  });

  it('has not ended while it waits for a review', () => {
    const bench = new Bench();
    character(bench, { durationMs: 0 });
    expect(bench.sim.aurous.jobs[0]).toMatchObject({ status: 'reviewing', finishedAt: undefined });
  });

  it('needs no review when told so, for all or for one', () => {
    const bench = new Bench({ aurous: { review: false } });
    const status = (script: object) => look(bench, character(bench, script)).json['status'];
    expect(status({ durationMs: 0 })).toBe('ready');
    expect(status({ durationMs: 0, pauses: true })).toBe('reviewing');
  });

  it('cannot save what is not there to be reviewed', () => {
    const bench = new Bench();
    const early = verb(bench, character(bench), 'save');
    const failed = verb(bench, character(bench, { durationMs: 0, outcome: 'failed' }), 'save');
    expect([early.status, codeOf(early)]).toEqual([400, 'invalid_request_error']);
    expect(failed.status).toBe(400);
  });

  it('synthesizes again, as the next script says', () => {
    const bench = new Bench();
    const id = character(bench, { durationMs: 0 });
    bench.sim.aurous.nextJob({
      durationMs: 300,
      outcome: 'failed',
      failure: { message: 'Blurred.' },
    });
    const again = verb(bench, id, 'resynthesize', { body: { force_all: true } });
    expect([again.status, again.json['status'], again.json['refs']]).toEqual([
      200,
      'synthesizing',
      [],
    ]);
    expect(verb(bench, id, 'resynthesize').status).toBe(409);
    bench.advance(300);
    expect(look(bench, id).json).toMatchObject({ status: 'failed', error_message: 'Blurred.' });
    expect(verb(bench, id, 'resynthesize').json['status']).toBe('synthesizing');
    expect(bench.sim.aurous.creates).toBe(0);
  });

  it('can fail in its verbs alone', () => {
    const bench = new Bench();
    const id = character(bench, { durationMs: 0 });
    bench.sim.aurous.fail({ on: 'verb', do: { name: 'status', status: 503 } });
    expect(look(bench, id).status).toBe(200);
    const failed = verb(bench, id, 'save');
    expect([failed.status, codeOf(failed)]).toEqual([503, 'provider_unavailable']);
    expect(bench.sim.aurous.jobs[0]?.status).toBe('reviewing');
  });

  it('synthesizes again once a key', () => {
    const bench = new Bench();
    const id = character(bench, { durationMs: 0 });
    const again = (key: string, body = {}) =>
      verb(bench, id, 'resynthesize', { body, headers: { 'Idempotency-Key': key } });
    const first = again('k');
    const replay = again('k');
    expect([first.status, replay.status]).toEqual([200, 200]);
    expect(first.response?.headers).not.toHaveProperty('aurous-idempotent-replayed');
    expect(replay.response?.headers['aurous-idempotent-replayed']).toBe('true');
    expect(codeOf(again('k', { force_all: true }))).toBe('idempotency_key_in_use');
    bench.advance(24 * 3_600_000);
    expect(again('k').response?.headers).not.toHaveProperty('aurous-idempotent-replayed');
  });

  it('refuses a force_all that is neither true nor false', () => {
    const bench = new Bench();
    const id = character(bench, { durationMs: 0 });
    const refused = verb(bench, id, 'resynthesize', { body: { force_all: 'yes' } });
    expect([refused.status, codeOf(refused)]).toEqual([400, 'invalid_format']);
    expect(codeOf(verb(bench, id, 'resynthesize', { body: '{' }))).toBe('invalid_format');
  });

  it('changes name and attributes, and takes nothing else', () => {
    const bench = new Bench();
    const id = character(bench);
    const update = (body: unknown, at = id) =>
      bench.ask('aurous', `PATCH /v1/characters/${at}`, { body });
    expect(update({ name: 'Nova', attributes: { age: 30 } }).json).toMatchObject({
      name: 'Nova',
      attributes: { age: 30 },
      status: 'synthesizing',
    });
    const fixed = update({ name: 'Vega', status: 'ready', refs: [] });
    expect([fixed.status, codeOf(fixed), paramOf(fixed)]).toEqual([
      400,
      'invalid_request',
      'status',
    ]);
    expect((fixed.json as unknown as Envelope).error['message']).toContain('status, refs');
    expect(look(bench, id).json['name']).toBe('Nova');
    expect([codeOf(update({ attributes: 'old' })), codeOf(update('['))]).toEqual([
      'invalid_format',
      'invalid_format',
    ]);
    const lost = update({ name: 'Nova' }, 'char_x');
    expect([lost.status, paramOf(lost)]).toEqual([404, 'character_id']);
  });

  it('does not know a character that was deleted', () => {
    const bench = new Bench();
    const id = character(bench);
    expect(bench.ask('aurous', `DELETE /v1/characters/${id}`).json).toEqual({
      id,
      object: 'character',
      deleted: true,
    });
    for (const asked of [
      look(bench, id),
      verb(bench, id, 'save'),
      verb(bench, id, 'resynthesize'),
    ]) {
      expect([asked.status, codeOf(asked)]).toEqual([404, 'resource_not_found']);
    }
    expect(bench.sim.aurous.jobs[0]).toMatchObject({ gone: true, finishedAt: 0 });
  });

  it('shows a character that was deleted, but not out of its review, when told so', () => {
    const bench = new Bench({ aurous: { deleted: 'shown' } });
    const remove = (id: string) => bench.ask('aurous', `DELETE /v1/characters/${id}`).status;
    const failed = character(bench, { durationMs: 0, outcome: 'failed' });
    const reviewing = character(bench, { durationMs: 0 });
    expect([remove(failed), remove(reviewing)]).toEqual([200, 200]);
    expect(look(bench, failed).json).toMatchObject({ id: failed, status: 'deleted' });
    expect(look(bench, reviewing).status).toBe(404);
    expect([remove(failed), remove(reviewing), remove('char_x')]).toEqual([200, 404, 404]);
    expect(bench.ask('aurous', 'GET /v1/characters').json['data']).toEqual([]);
    expect(verb(bench, failed, 'save').status).toBe(404);
  });

  it.each<[unknown, string]>([
    ['{', 'invalid_format'],
    [{ name: 'A' }, 'parameter_invalid_combination'],
    [{ ...INPUT, upload_ids: ['upl_1'] }, 'parameter_invalid_combination'],
    [{ name: 'A', upload_ids: [] }, 'value_out_of_range'],
    [{ name: 'A', upload_ids: Array(7).fill('upl') }, 'value_out_of_range'],
    [{ generate: true }, 'missing_field'],
    [{ generate: true, name: ' ' }, 'missing_field'],
    [{ ...INPUT, attributes: [] }, 'invalid_format'],
    [{ ...INPUT, attributes: { age: 'old' } }, 'invalid_format'],
    [{ ...INPUT, client_reference_id: 'c'.repeat(257) }, 'value_out_of_range'],
    [{ name: 'A', upload_ids: ['upl_unknown'] }, 'upload_invalid'],
  ])('refuses %j', (body, code) => {
    const bench = new Bench();
    const refused = create(bench, body);
    expect([refused.status, codeOf(refused)]).toEqual([400, code]);
    expect(bench.sim.aurous.creates).toBe(0);
  });

  it('bears its version and the id of the request on every answer', () => {
    const bench = new Bench();
    const found = look(bench, character(bench), { headers: { 'Aurous-Version': '2026-06-19' } });
    expect(found.response?.headers).toMatchObject({
      'aurous-version': '2026-06-19',
      'aurous-request-id': expect.stringMatching(/^req_[0-9A-Z]{26}$/) as string,
    });
    const lost = look(bench, 'char_x');
    expect(lost.json).toEqual({
      error: {
        type: 'not_found',
        code: 'resource_not_found',
        message: 'The resource was not found.',
        param: null,
        doc_url: 'https://docs.aurous-labs.com/errors#resource_not_found',
        request_id: lost.response?.headers['aurous-request-id'],
      },
    });
  });

  it('keeps the pin of the create in the character', () => {
    const bench = new Bench();
    const { json } = bench.ask('aurous', 'POST /v1/characters', {
      body: INPUT,
      headers: { 'Aurous-Version': '2026-06-19' },
    });
    expect(look(bench, json['id']).json['aurous_version']).toBe('2026-06-19');
  });

  it.each<[Record<string, string>, number, string]>([
    [{ 'X-Api-Key': '' }, 401, 'invalid_api_key'],
    [{ 'Aurous-Version': '15.05.2026' }, 400, 'invalid_format'],
  ])('refuses a request with %j', (headers, status, code) => {
    const refused = look(new Bench(), 'x', { headers });
    expect([refused.status, codeOf(refused)]).toEqual([status, code]);
  });

  it('takes a Bearer key in place of its own header, and misses one that is not there', () => {
    const bench = new Bench();
    const { baseUrl, http } = bench.sim.aurous.options;
    const statusWith = (headers: Record<string, string>) => {
      let status = 0;
      const url = `${baseUrl}/v1/characters`;
      http
        .send({ method: 'GET', url, headers, timeoutMs: 1000 })
        .subscribe((response) => (status = response.status));
      return status;
    };
    expect(statusWith({ Authorization: 'Bearer al_live_x' })).toBe(200);
    expect(statusWith({})).toBe(401);
  });

  describe('its list', () => {
    it('is an envelope, newest first, in pages of 20', () => {
      const bench = new Bench();
      const ids = Array.from({ length: 25 }, () => character(bench)).reverse();
      const page = (query: string) => {
        const { json } = bench.ask('aurous', `GET /v1/characters${query}`);
        return { ...json, data: (json['data'] as { id: string }[]).map(({ id }) => id) };
      };
      expect(page('')).toEqual({
        object: 'list',
        data: ids.slice(0, 20),
        has_more: true,
        next_cursor: ids[19],
      });
      expect(page(`?starting_after=${ids[19]}`)).toEqual({
        object: 'list',
        data: ids.slice(20),
        has_more: false,
        next_cursor: null,
      });
      expect(page('?limit=1').data).toEqual(ids.slice(0, 1));
    });

    it('hides what was deleted, and filters by status', () => {
      const bench = new Bench();
      const [gone, ready] = [character(bench), character(bench, { durationMs: 0, pauses: false })];
      bench.ask('aurous', `DELETE /v1/characters/${gone}`);
      const count = (query: string) =>
        (bench.ask('aurous', `GET /v1/characters?${query}`).json['data'] as unknown[]).length;
      expect([count(''), count('status=ready'), count('status=failed')]).toEqual([1, 1, 0]);
      expect(look(bench, ready).status).toBe(200);
    });

    it.each([
      ['limit=0', 'value_out_of_range'],
      ['limit=101', 'value_out_of_range'],
      ['status=cancelled', 'invalid_request'],
    ])('refuses %s', (query, code) => {
      expect(codeOf(new Bench().ask('aurous', `GET /v1/characters?${query}`))).toBe(code);
    });
  });

  describe('its limits', () => {
    const statuses = (count: number, ask: () => { status: number | undefined }) =>
      Array.from({ length: count }, () => ask().status);

    it('let 240 looks through and then two a second, and say so', () => {
      const bench = new Bench();
      const id = character(bench);
      expect(statuses(240, () => look(bench, id))).toEqual(Array(240).fill(200));
      const refused = look(bench, id);
      expect([refused.status, codeOf(refused)]).toEqual([429, 'too_many_requests']);
      expect(refused.response?.headers).toMatchObject({
        'retry-after': '1',
        'x-ratelimit-limit': '240',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '120',
      });
      bench.advance(1000);
      expect(statuses(3, () => look(bench, id))).toEqual([200, 200, 429]);
    });

    it('are counted for each key', () => {
      const bench = new Bench();
      const id = character(bench);
      statuses(240, () => look(bench, id));
      expect(look(bench, id).status).toBe(429);
      expect(look(bench, id, { headers: { 'X-Api-Key': 'al_live_other' } }).status).toBe(200);
    });

    it.each([
      ['documented', 12, [201, 429]],
      ['default', 12, [201, 201]],
      ['none', 12, [201, 201]],
    ] as const)('bind a synthesis under %s', (limits, burst, expected) => {
      const bench = new Bench({ limits });
      const seen = statuses(burst + 1, () => create(bench));
      expect(seen.slice(-2)).toEqual(expected);
      expect(bench.ask('aurous', 'GET /v1/characters').status).toBe(200);
    });

    it('make a look wait for nothing when none bind', () => {
      const bench = new Bench({ limits: 'none' });
      const id = character(bench);
      statuses(300, () => look(bench, id));
      const { status, response } = look(bench, id);
      expect([status, response?.headers['x-ratelimit-remaining']]).toEqual([200, '240']);
    });
  });
});
