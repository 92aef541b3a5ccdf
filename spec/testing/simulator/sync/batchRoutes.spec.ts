import { Bench } from '../Bench.js';
import type { Asked } from '../Bench.js';
import { EDIT, GENERATE, linesForm, rows } from './samples.js';

describe('Batches of sync.so', () => {
  const create = (bench: Bench, body: unknown) => bench.ask('sync', 'POST /v2/batch', { body });
  const made = (bench: Bench, body: unknown = { rows: rows(20) }) =>
    String(create(bench, body).json['id']);
  const look = (bench: Bench, id: string) => bench.ask('sync', `GET /v2/batch/${id}`).json;

  /** Files of a form are read as the platform reads them. */
  const answered = async (asked: Asked): Promise<Asked> => {
    while (asked.response === undefined) await new Promise((resolve) => setImmediate(resolve));
    return asked;
  };

  it('are made of rows', () => {
    const { status, json } = create(new Bench(), { rows: rows(20) });
    expect(status).toBe(201);
    expect(json).toEqual({
      id: expect.stringMatching(/^batch_/),
      created_at: '1970-01-01T00:00:00.000Z',
      status: 'PENDING',
      metrics: { total_generations: 20, success_count: 0, failed_count: 0, pending_count: 20 },
      outputUrl: '',
    });
  });

  it('are made of a file of lines', async () => {
    const bench = new Bench();
    const form = linesForm(rows(21), { webhook_url: 'https://example.com/hook' });
    const { status, json } = await answered(create(bench, form));
    expect(status).toBe(201);
    expect(json).toMatchObject({
      webhookUrl: 'https://example.com/hook',
      metrics: { total_generations: 21 },
    });
  });

  it('are only judged when told so', async () => {
    const bench = new Bench();
    const form = await answered(create(bench, linesForm(rows(20), { dry_run: 'true' })));
    expect([form.status, form.json]).toEqual([201, { status: 'VALIDATED' }]);
    expect(create(bench, { rows: rows(20), dry_run: true }).json).toEqual({ status: 'VALIDATED' });
    expect(create(bench, { rows: rows(19), dry_run: true }).status).toBe(400);
    expect(bench.sim.sync.creates).toBe(0);
  });

  it('count what has ended while they run', () => {
    const bench = new Bench();
    bench.sim.sync.nextJob({ durationMs: 1000, queuedMs: 0 });
    const id = made(bench);
    bench.advance(500);
    expect(look(bench, id)).toMatchObject({
      status: 'PROCESSING',
      metrics: { total_generations: 20, success_count: 10, failed_count: 0, pending_count: 10 },
      outputUrl: '',
    });
  });

  it('count as failed what cannot be fetched', () => {
    const bench = new Bench();
    const lost = { ...GENERATE.input[0], url: 'https://nowhere.invalid/a.mp4' };
    const payload = { ...GENERATE, input: [lost, GENERATE.input[1]] };
    const [first, ...others] = rows(20);
    const id = made(bench, { rows: [{ ...first, payload }, ...others] });
    bench.advance(1000);
    expect(look(bench, id)['metrics']).toEqual({
      total_generations: 20,
      success_count: 19,
      failed_count: 1,
      pending_count: 0,
    });
  });

  it('lead to their result at another place, once they are completed', () => {
    const bench = new Bench();
    const id = made(bench);
    const { baseUrl } = bench.sim.sync.options;
    const result = () => bench.ask('sync', `GET /v2/batches/${id}/result`);
    expect([result().status, result().json['message']]).toEqual([400, 'Batch not completed']);
    bench.advance(1000);
    expect(look(bench, id)['outputUrl']).toBe(`${baseUrl}/v2/batches/${id}/result`);
    expect([result().status, result().response?.body]).toEqual([302, '']);
    const target = String(result().response?.headers['location']);
    expect(target).toContain('?Expires=');
    const file = bench.ask('sync', `GET ${target.slice(baseUrl.length)}`, { keyless: true });
    expect(file.response?.headers['content-type']).toBe('application/x-ndjson');
    const lines = (file.response?.body ?? '').trim().split('\n');
    expect(lines).toHaveLength(20);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ request_id: 'row-1', status: 'COMPLETED' });
  });

  it('that fail have failed whole', () => {
    const bench = new Bench();
    const id = bench.sim.sync.createJob('batches', { durationMs: 0, outcome: 'failed' });
    expect(look(bench, id)).toMatchObject({
      metrics: { success_count: 0, failed_count: 20, pending_count: 0 },
      outputUrl: '',
    });
    expect(bench.ask('sync', `GET /v2/batches/${id}/result`).status).toBe(400);
    expect(bench.ask('sync', 'GET /v2/batches/x/result').status).toBe(404);
  });

  const [first, ...others] = rows(20);
  it.each<[string, unknown, number, string]>([
    ['no list of rows', {}, 400, 'rows must be an array'],
    ['19 rows', { rows: rows(19) }, 400, 'batch_insufficient_records'],
    ['501 rows', { rows: rows(501) }, 400, 'batch_too_many_requests'],
    ['a row that is no object', { rows: [...others, 7] }, 400, 'Line 20: A line'],
    [
      'a row without request_id',
      { rows: [{ ...first, request_id: '' }, ...others] },
      400,
      'Line 1: request_id',
    ],
    ['a request_id twice', { rows: [...rows(20), first] }, 400, 'batch_duplicate_request_id'],
    [
      'another endpoint',
      { rows: [...others, { ...first, endpoint: '/v2/generate/' }] },
      400,
      'batch_invalid_endpoint',
    ],
    [
      'a payload that no create takes',
      { rows: [...others, { ...first, payload: { ...GENERATE, model: 'x' } }] },
      400,
      'Line 20: model must be one of',
    ],
    [
      'an edit that is not there',
      {
        rows: [...others, { ...first, payload: { ...GENERATE, dialogueEdit: { id: 'gone' } } }],
      },
      422,
      'dialogue_edit_not_found',
    ],
    [
      'a webhook over http',
      { rows: rows(20), webhook_url: 'http://example.com' },
      400,
      'webhook_url must be a URL address',
    ],
    [
      'more than 5 MB',
      { rows: [{ ...first, padding: 'x'.repeat(5 * 1024 ** 2) }, ...others] },
      400,
      'batch_file_too_large',
    ],
    ['no JSON', '{', 400, 'Unexpected end of JSON input'],
  ])('refuse %s', (_what, body, status, told) => {
    const bench = new Bench();
    const refused = create(bench, body);
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.json)).toContain(told);
    expect(bench.sim.sync.creates).toBe(0);
  });

  it('name the line of an edit that is not there', () => {
    const bench = new Bench();
    const payload = { ...GENERATE, dialogueEdit: { id: 'gone' } };
    const refused = create(bench, { rows: [...others, { ...first, payload }] });
    expect(refused.json['lineNumber']).toBe(20);
    const edit = bench.ask('sync', 'POST /v2/dialogue-edits', { body: EDIT }).json['id'];
    const known = { ...payload, dialogueEdit: { id: edit } };
    expect(create(bench, { rows: [...others, { ...first, payload: known }] }).status).toBe(201);
  });

  it.each<[string, FormData, string]>([
    ['a line that is no JSON', linesForm([...rows(20), '{']), 'batch_invalid_jsonl'],
    ['a form without a file', new FormData(), 'input file is required'],
  ])('refuse %s', async (_what, form, told) => {
    const refused = await answered(create(new Bench(), form));
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.json)).toContain(told);
  });

  it('take no more at once than a plan lets run', () => {
    const bench = new Bench({ sync: { concurrency: 1 } });
    bench.sim.sync.createJob('generations');
    expect(create(bench, { rows: rows(20) }).status).toBe(201);
    const full = create(bench, { rows: rows(20) });
    expect([full.status, full.json['errorCode']]).toEqual([429, 'concurrency_limit_reached']);
    expect(full.json['message']).toMatch(/^Batch concurrency limit reached\. Please wait/);
    bench.advance(1000);
    expect(create(bench, { rows: rows(20) }).status).toBe(201);
  });

  it('are listed by status and by date, newest first', () => {
    const bench = new Bench();
    const old = made(bench);
    bench.advance(2000);
    const young = made(bench);
    bench.ask('sync', 'POST /v2/generate', { body: GENERATE });
    const ids = (query: string) =>
      (bench.ask('sync', `GET /v2/batch?${query}`).json as unknown as { id: string }[]).map(
        ({ id }) => id,
      );
    expect(ids('')).toEqual([young, old]);
    expect(ids('status=COMPLETED')).toEqual([old]);
    expect(ids('created_after=1970-01-01T00:00:01Z')).toEqual([young]);
    expect(ids('created_before=1970-01-01T00:00:01Z')).toEqual([old]);
    expect(bench.ask('sync', 'GET /v2/batch?created_after=soon').status).toBe(400);
  });
});
