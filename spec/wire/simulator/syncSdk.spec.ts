import { mkdtempSync, rmSync, writeFileSync, createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SyncClient, SyncError } from '@sync.so/sdk';
import type { Sync } from '@sync.so/sdk';
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

  it('estimates a price and lists models', async () => {
    const [cost] = await client.generations.estimateCost(REQUEST);
    expect(cost).toEqual({ estimatedFrameCount: 300, estimatedGenerationCost: 0.5 });
    const models = await client.models.list();
    expect(models.map(({ id }) => id)).toContain('sync-3');
  });
});
