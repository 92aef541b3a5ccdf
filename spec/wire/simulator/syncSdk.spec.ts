import { Blob } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync, createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sync, SyncClient, SyncError } from '@sync.so/sdk';
import { startSimulator } from 'rushes/testing';
import type { Simulator } from 'rushes/testing';

const REQUEST: Sync.CreateGenerationDto = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://assets.sync.so/docs/example-video.mp4' },
    { type: 'audio', url: 'https://assets.sync.so/docs/example-audio.wav' },
  ],
  options: { sync_mode: 'loop' },
};

const statusOf = (thrown: unknown) => (thrown instanceof SyncError ? thrown.statusCode : thrown);

describe('The official client @sync.so/sdk, unchanged, against the simulator', () => {
  let sim: Simulator;
  let client: SyncClient;

  beforeEach(async () => {
    sim = await startSimulator({ durationMs: 30 });
    client = new SyncClient(sim.sync.options);
  });

  afterEach(() => sim.close());

  const end = async (id: string): Promise<Sync.Generation> => {
    const look = await client.generations.get(id);
    return look.status === 'PENDING' || look.status === 'PROCESSING' ? end(id) : look;
  };

  it('creates a generation and looks at it until it is completed', async () => {
    const created = await client.generations.create(REQUEST);
    expect(created).toMatchObject({ status: 'PENDING', model: 'lipsync-2', input: REQUEST.input });
    const done = await end(created.id);
    expect(done.status).toBe('COMPLETED');
    expect((await fetch(done.outputUrl ?? '')).status).toBe(200);
    expect(sim.sync.creates).toBe(1);
  });

  it('creates a generation with files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rushes-'));
    const file = (name: string) => {
      writeFileSync(join(folder, name), 'bytes');
      return createReadStream(join(folder, name));
    };
    const created = await client.generations.createWithFiles(file('face.mp4'), file('voice.wav'), {
      model: 'lipsync-2',
      options: { sync_mode: 'loop' },
    });
    rmSync(folder, { recursive: true });
    expect(created.options).toEqual({ sync_mode: 'loop' });
    expect(created.input.map(({ type }) => type)).toEqual(['video', 'audio']);
  });

  it('lists generations by status and by id, as it writes those lists', async () => {
    const [first, second] = [
      sim.sync.createJob('generations', { durationMs: 0 }),
      sim.sync.createJob('generations', { durationMs: 60_000 }),
    ];
    const completed = await client.generations.list({ status: ['COMPLETED', 'FAILED'] });
    expect(completed.map(({ id }) => id)).toEqual([first]);
    const named = await client.generations.list({ ids: [second] });
    expect(named.map(({ id }) => id)).toEqual([second]);
    expect(await client.generations.list()).toHaveLength(2);
  });

  it('sees a generation fail with its code and text', async () => {
    const failure = { code: 'generation_timeout', message: 'It took too long.' };
    sim.sync.nextJob({ outcome: 'failed', failure });
    const { id } = await client.generations.create(REQUEST);
    expect(await end(id)).toMatchObject({
      status: 'FAILED',
      error: 'It took too long.',
      errorCode: 'generation_timeout',
    });
  });

  it('sees a generation be rejected', async () => {
    sim.sync.nextJob({ outcome: 'rejected' });
    const { id } = await client.generations.create(REQUEST);
    expect((await end(id)).status).toBe('REJECTED');
  });

  it('throws its own errors for 400, 401, 404 and 422', async () => {
    const keyless = new SyncClient({ baseUrl: sim.urls.sync, apiKey: 'no key' });
    const lost = { type: 'video' as const, url: 'https://nowhere.invalid/face.mp4' };
    const bad = { ...REQUEST, input: [] };
    const unreachable = { ...REQUEST, input: [lost, ...REQUEST.input.slice(1)] };
    const thrown = await Promise.all([
      client.generations.create(bad).catch(statusOf),
      keyless.generations.create(REQUEST).catch(statusOf),
      client.generations.get('6533643b-aceb-4c40-967e-d9ba9baac39e').catch(statusOf),
      client.generations.create(unreachable).catch(statusOf),
    ]);
    expect(thrown).toEqual([400, 401, 404, 422]);
    expect(sim.sync.creates).toBe(0);
  });

  describe('and its batches', () => {
    const row = (index: number) => ({
      request_id: `row-${index}`,
      endpoint: '/v2/generate',
      payload: REQUEST,
    });
    const linesOf = (count: number) => Array.from({ length: count }, (_, index) => row(index));
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'rushes-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    const file = (count: number) => {
      const path = join(folder, 'rows.jsonl');
      writeFileSync(
        path,
        linesOf(count)
          .map((line) => JSON.stringify(line))
          .join('\n'),
      );
      return createReadStream(path);
    };

    const endOf = async (id: string): Promise<Sync.BatchResponse> => {
      const look = await client.batch.get(id);
      return look.status === 'COMPLETED' || look.status === 'FAILED' ? look : endOf(id);
    };

    it('creates one of a file, looks at it until it is completed, and finds its result', async () => {
      const webhook_url = 'https://example.com/hook';
      const created = (await client.batch.create(file(20), { webhook_url })) as Sync.BatchResponse;
      expect(created).toMatchObject({ status: 'PENDING', outputUrl: '', webhookUrl: webhook_url });
      const done = await endOf(created.id);
      expect(done.metrics).toMatchObject({ total_generations: 20, success_count: 20 });
      const headers = { 'x-api-key': 'key' };
      const result = await fetch(done.outputUrl, { headers, redirect: 'manual' });
      expect(result.status).toBe(302);
      const lines = await (await fetch(result.headers.get('location') ?? '')).text();
      expect(lines.trim().split('\n')).toHaveLength(20);
    });

    it('makes one of a Blob that has no name', async () => {
      const text = linesOf(20).map((line) => JSON.stringify(line));
      const created = await client.batch.create(new Blob([text.join('\n')]), {});
      expect(created).toHaveProperty('metrics.total_generations', 20);
    });

    it('has a file judged without making anything', async () => {
      expect(await client.batch.create(file(20), { dry_run: true })).toEqual({
        status: 'VALIDATED',
      });
      expect(sim.sync.creates).toBe(0);
    });

    it('throws its own errors for a short file and a full plan', async () => {
      const short = client.batch.create(file(19), {}).catch(statusOf);
      expect(await short).toBe(400);
      await sim.close();
      sim = await startSimulator({ durationMs: 60_000, sync: { concurrency: 1 } });
      client = new SyncClient(sim.sync.options);
      await client.batch.create(file(20), {});
      const full = client.batch.create(file(20), {}, { maxRetries: 0 });
      await expect(full).rejects.toBeInstanceOf(Sync.TooManyRequestsError);
    });

    it('lists them', async () => {
      const failed = sim.sync.createJob('batches', { durationMs: 0, outcome: 'failed' });
      sim.sync.createJob('batches', { durationMs: 60_000 });
      expect(await client.batch.list()).toHaveLength(2);
      const listed = await client.batch.list({ status: 'FAILED' });
      expect(listed.map(({ id }) => id)).toEqual([failed]);
    });
  });

  describe('and its assets', () => {
    const register = async (name: string, type: Sync.AssetType): Promise<string> => {
      const answer = await fetch(`${sim.urls.sync}/v2/assets`, {
        method: 'POST',
        headers: { 'x-api-key': 'key', 'content-type': 'application/json' },
        body: JSON.stringify({ url: `https://example.com/${name}`, type }),
      });
      return ((await answer.json()) as { id: string }).id;
    };

    it('lists them by what it filters by, and gets one', async () => {
      const id = await register('face.mp4', 'VIDEO');
      await register('voice.wav', 'AUDIO');
      const { items, totalCount } = await client.assets.list({
        types: ['VIDEO'],
        sortBy: 'nameAsc',
      });
      expect([items.map((item) => item.id), totalCount]).toEqual([[id], 1]);
      expect(await client.assets.get(id)).toMatchObject({ name: 'face.mp4', type: 'VIDEO' });
    });

    it('follows the cursor from page to page', async () => {
      const ids = [await register('a.mp4', 'VIDEO'), await register('b.mp4', 'VIDEO')];
      const first = await client.assets.list({ limit: 1, sortBy: 'nameAsc' });
      const cursor = first.nextCursor ?? '';
      const second = await client.assets.list({ limit: 1, sortBy: 'nameAsc', cursor });
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
      expect(second.nextCursor).toBeUndefined();
    });

    it('throws its own errors for one that is not there', async () => {
      const id = '6533643b-aceb-4c40-967e-d9ba9baac39e';
      expect(await client.assets.get(id).catch(statusOf)).toBe(404);
    });
  });

  it('takes an upload in place of a URL', async () => {
    const call = (path: string, body: object) =>
      fetch(`${sim.urls.sync}${path}`, {
        method: 'POST',
        headers: { 'x-api-key': 'key', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then((answer) => answer.json() as Promise<Record<string, string>>);
    const size = 5;
    const place = await call('/v2/assets/upload', {
      fileName: 'face.mp4',
      contentType: 'video/mp4',
      size,
    });
    const headers = { 'content-type': 'video/mp4' };
    const put = await fetch(place['uploadUrl'] ?? '', { method: 'PUT', headers, body: 'bytes' });
    expect(put.status).toBe(200);
    const { id } = await call('/v2/assets', { url: place['url'], type: 'VIDEO' });
    const [, voice] = REQUEST.input;
    const input = [{ type: 'video' as const, assetId: id ?? '' }, ...(voice ? [voice] : [])];
    const created = await client.generations.create({ ...REQUEST, input });
    expect((await end(created.id)).status).toBe('COMPLETED');
    expect(await client.assets.get(id ?? '')).toMatchObject({ inputType: 'UPLOAD', size });
  });

  it('estimates a price and lists models', async () => {
    const [cost] = await client.generations.estimateCost(REQUEST);
    expect(cost).toEqual({ estimatedFrameCount: 300, estimatedGenerationCost: 0.5 });
    const models = await client.models.list();
    expect(models.map(({ id }) => id)).toContain('sync-3');
  });
});
