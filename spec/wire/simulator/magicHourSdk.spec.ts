import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from 'rushes/testing';
import type { JobScript, Simulator, SimulatorOptions } from 'rushes/testing';
import { MagicHour } from './officialMagicHour.js';
import type { Client } from './officialMagicHour.js';

const REQUEST = {
  name: 'Take one',
  startSeconds: 0,
  endSeconds: 15,
  assets: {
    audioFilePath: 'https://example.com/voice.mp3',
    videoFilePath: 'https://example.com/face.mp4',
    videoSource: 'file' as const,
  },
};

describe('The official client magic-hour, unchanged, against the simulator', () => {
  let sim: Simulator;
  let client: Client;
  let folder: string;

  const start = async (options: SimulatorOptions = {}) => {
    sim = await startSimulator({ durationMs: 40, ...options });
    const { apiKey, baseUrl } = sim.magicHour.options;
    client = new MagicHour({ token: apiKey, baseUrl });
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rushes-'));
  });

  afterEach(async () => {
    await sim.close();
    rmSync(folder, { recursive: true });
  });

  it('creates a lip sync and is told its price', async () => {
    await start();
    const created = await client.v1.lipSync.create(REQUEST);
    expect(created).toEqual({
      id: sim.magicHour.jobs[0]?.id,
      creditsCharged: 450,
      estimatedFrameCost: 450,
    });
    expect(sim.magicHour.creates).toBe(1);
  });

  it('gets a project whose every field its schema takes', async () => {
    await start({ durationMs: 60_000 });
    const { id } = await client.v1.lipSync.create(REQUEST);
    const project = await client.v1.videoProjects.get({ id });
    expect(project).toMatchObject({ id, name: 'Take one', status: 'queued', downloads: [] });
    expect(project.download).toBeNull();
  });

  it('waits until a project is complete and downloads its video', async () => {
    await start();
    const { id } = await client.v1.lipSync.create(REQUEST);
    sim.magicHour.fail({ on: 'get', do: { name: 'unknown-word', word: 'rendering' }, times: 2 });
    const result = await client.v1.videoProjects.checkResult({ id }, { downloadDirectory: folder });
    expect(result.status).toBe('complete');
    expect(result.downloadedPaths).toEqual([join(folder, 'output.mp4')]);
    expect(readFileSync(join(folder, 'output.mp4'), 'utf8')).toContain(id);
    const looks = sim.magicHour.requests.filter(({ path }) => path.endsWith(id));
    expect(looks.length).toBeGreaterThan(2);
  });

  it('uploads its input, creates, waits and downloads in one go', async () => {
    await start();
    const [audioFilePath, videoFilePath] = [join(folder, 'voice.mp3'), join(folder, 'face.mp4')];
    for (const file of [audioFilePath, videoFilePath]) writeFileSync(file, 'bytes');
    const assets = { ...REQUEST.assets, audioFilePath, videoFilePath };
    const result = await client.v1.lipSync.generate(
      { ...REQUEST, assets },
      { downloadDirectory: folder },
    );
    expect(result.status).toBe('complete');
    expect(result.downloadedPaths).toHaveLength(1);
  });

  const endings: readonly (readonly [string, JobScript, unknown])[] = [
    [
      'error',
      {
        outcome: 'failed',
        failure: {
          code: 'no_source_face',
          message: 'Please use an image with a detectable face',
        },
      },
      { code: 'no_source_face', message: 'Please use an image with a detectable face' },
    ],
    ['canceled', { outcome: 'canceled' }, null],
  ];
  it.each(endings)('waits until a project ends as %s', async (status, script, error) => {
    await start();
    sim.magicHour.nextJob(script);
    const { id } = await client.v1.lipSync.create(REQUEST);
    const result = await client.v1.videoProjects.checkResult({ id }, { downloadDirectory: folder });
    expect(result.status).toBe(status);
    expect(result.error).toEqual(error);
    expect(result.downloads).toEqual([]);
    expect(result.downloadedPaths).toBeUndefined();
  });

  it('deletes a project and then sees it disabled', async () => {
    await start({ magicHour: { deleted: 'disabled' } });
    const id = sim.magicHour.createJob('videos', { durationMs: 0 });
    await client.v1.videoProjects.delete({ id });
    const project = await client.v1.videoProjects.get({ id });
    expect(project).toMatchObject({ id, enabled: false, downloads: [] });
  });

  it('throws what it throws for a project that is not there', async () => {
    await start();
    const id = sim.magicHour.createJob('videos');
    await client.v1.videoProjects.delete({ id });
    await expect(client.v1.videoProjects.get({ id })).rejects.toThrow(/^404/);
  });

  it('throws what it throws for a key that is missing', async () => {
    await start();
    const keyless = new MagicHour({ token: '', baseUrl: sim.urls.magicHour });
    await expect(keyless.v1.lipSync.create(REQUEST)).rejects.toThrow(/^401/);
    expect(sim.magicHour.creates).toBe(0);
  });
});
