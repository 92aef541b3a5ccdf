import type { BatchInput, BatchRow } from '../../../src/providers/sync/BatchInput.js';
import { batches, batchesList, validateBatch } from '../../../src/providers/sync/batches.js';
import type { BatchBody } from '../../../src/providers/sync/BatchBody.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const row = (request_id: string, changes: object = {}): BatchRow => ({
  request_id,
  endpoint: '/v2/generate',
  payload: {
    model: 'lipsync-2',
    input: [
      { type: 'video', url: 'https://media.example/face.mp4' },
      { type: 'audio', url: 'https://media.example/speech.wav' },
    ],
    ...changes,
  },
});
const rows = [row('r1'), row('r2')];
const file = new File(['{"request_id":"r1"}\n'], 'rows.jsonl', { type: 'application/jsonl' });

describeKind(batches, {
  bodies: [
    ...fixtures('sync', 'batch.processing', 'batch.pending', 'batch.jobs_created'),
    ...fixtures('sync', 'batch.completed', 'batch.failed', 'batch.camelCase'),
  ],
  inputs: {
    good: [{ rows }, { rows, webhook_url: 'https://hooks.example/batch' }],
    bad: [
      {},
      { rows: [] },
      { rows: [row('twice'), row('twice')] },
      { rows: [{ ...row('r1'), endpoint: '/v2/elsewhere' }] },
      { input: 'https://media.example/rows.jsonl' },
      { rows, input: file },
      { rows, webhook_url: 'http://hooks.example/plain' },
    ],
  },
  errors: fixture('sync/errors') as [],
});

function bodyOf(name: string, changes: object = {}): BatchBody {
  const result = batches.codec.decode({ ...(fixture(`sync/${name}`) as object), ...changes });
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
}

const issuesOf = (input: object): readonly string[] =>
  (batches.check?.(input as BatchInput) ?? []).map(({ path, message }) => `${path}: ${message}`);

describe('a batch', () => {
  it('gives its file and its counts under the names of its page, whichever names it came by', () => {
    const output = {
      outputUrl: 'https://api.sync.so/v2/batches/batch_abc123/result',
      metrics: { total_generations: 20, success_count: 18, failed_count: 2, pending_count: 0 },
    };
    expect(batches.output(bodyOf('batch.completed'))).toEqual(output);
    expect(batches.output(bodyOf('batch.camelCase'))).toEqual(output);
    expect(batches.output(bodyOf('batch.processing'))).toBeUndefined();
    expect(batches.output(bodyOf('batch.completed', { metrics: null }))?.metrics).toEqual({});
  });

  it('has its file as an asset as soon as there is one', () => {
    expect(batches.assets?.(bodyOf('batch.processing'), 0)).toEqual([]);
    expect(batches.assets?.(bodyOf('batch.completed'), 0)).toEqual([
      {
        url: 'https://api.sync.so/v2/batches/batch_abc123/result',
        type: 'text',
        role: 'outputUrl',
      },
    ]);
  });

  it('is as far as its generations are done, however they ended', () => {
    expect(batches.progress?.(bodyOf('batch.processing'))).toBe(0.25);
    expect(batches.progress?.(bodyOf('batch.camelCase'))).toBe(1);
    expect(batches.progress?.(bodyOf('batch.pending'))).toBeUndefined();
    expect(batches.progress?.(bodyOf('batch.processing', { metrics: {} }))).toBeUndefined();
    expect(batches.progressScale).toBe('fraction');
  });

  it('says when it was made, under either name', () => {
    const made = Date.parse('2026-11-22T08:00:00Z');
    expect(batches.createdAt?.(bodyOf('batch.pending'))).toBe(made);
    expect(batches.createdAt?.(bodyOf('batch.camelCase'))).toBe(made);
  });

  it('is not recognized when its create is sent again', () => {
    expect(batches.idempotency).toBeUndefined();
  });
});

describe('the input of a batch', () => {
  it('is rows, each with its own id and a good generation', () => {
    expect(issuesOf({ rows: [row('r1'), row('r1'), row('r2', { model: '' })] })).toEqual([
      'rows.2.payload.model: must be a word such as "sync-3", "lipsync-2", "lipsync-2-pro", "lipsync-1.9.0-beta", "react-1"',
      'rows.1.request_id: must differ from those of the rows before',
    ]);
    expect(issuesOf({ rows: [{ ...row('r1'), endpoint: '/v2/other' }] })).toEqual([
      'rows.0.endpoint: must be "/v2/generate"',
    ]);
  });

  it('or is a file, and never both', () => {
    expect(issuesOf({ input: file, webhook_url: 'https://hooks.example' })).toEqual([]);
    expect(issuesOf({ input: 'rows.jsonl' })).toEqual([
      expect.stringMatching(/^input: must be a Blob or a File/),
    ]);
    expect(issuesOf({ input: file, rows })).toEqual([
      expect.stringMatching(/^rows: unknown field/),
    ]);
  });
});

describe('the requests of batches', () => {
  it('send rows as JSON, and a file in a form', () => {
    expect(batches.submit?.({ rows })).toEqual({
      method: 'POST',
      path: '/v2/batch',
      json: { rows },
    });
    expect(batches.submit?.({ input: file, webhook_url: 'https://hooks.example' })).toEqual({
      method: 'POST',
      path: '/v2/batch',
      form: [
        { name: 'webhook_url', value: 'https://hooks.example' },
        { name: 'input', value: file },
      ],
    });
  });

  it('have a batch checked in a form alone: rows become its file', async () => {
    expect(validateBatch.request({ input: file }).form).toEqual([
      { name: 'dry_run', value: 'true' },
      { name: 'input', value: file },
    ]);
    const { form = [] } = validateBatch.request({ rows });
    const written = form.at(-1)?.value as File;
    expect(written.name).toBe('batch.jsonl');
    const lines = (await written.text()).split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });

  it('list by state and date', () => {
    const query = { status: 'COMPLETED', created_after: '2026-11-01T00:00:00Z' };
    expect(batchesList.request(query)).toEqual({ method: 'GET', path: '/v2/batch', query });
    expect(batchesList.bodies([fixture('sync/batch.pending')])).toHaveLength(1);
    expect(batchesList.check({ status: '' }).map(({ path }) => path)).toEqual(['status']);
  });
});
