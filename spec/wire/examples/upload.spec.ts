import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixed } from 'rushes';
import { createMagicHour } from 'rushes/magic-hour';
import { startSimulator } from 'rushes/testing';
import { talkingPhoto } from '../../../examples/node-script/upload.js';

const folder = mkdtempSync(join(tmpdir(), 'rushes-upload-'));
const picture = join(folder, 'face.PNG');
const drawing = join(folder, 'face.dwg');
const recording = join(folder, 'voice.mp3');

beforeAll(() => {
  writeFileSync(picture, 'a face');
  writeFileSync(drawing, 'a plan');
  writeFileSync(recording, 'a voice, which is longer');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the example of an upload', () => {
  it('brings both files, without the key, and runs on what they are called there', async () => {
    await using sim = await startSimulator({ durationMs: 15 });
    await using magicHour = createMagicHour({ ...sim.magicHour.options, cadence: fixed(5) });
    const urls = await talkingPhoto(magicHour, picture, recording, 5);
    expect(urls).toEqual([expect.stringMatching(/^http.+\/output\.mp4/)]);

    const uploads = sim.magicHour.requests.filter(({ method }) => method === 'PUT');
    expect(uploads.map(({ path }) => path.split('.').at(-1)).sort()).toEqual(['mp3', 'png']);
    expect(uploads.map(({ status, headers }) => [status, headers['authorization']])).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    expect(sim.magicHour.createsOf('videos')).toBe(1);
  });

  it('makes no job of a file that Magic Hour does not take', async () => {
    await using sim = await startSimulator();
    await using magicHour = createMagicHour(sim.magicHour.options);
    await expect(talkingPhoto(magicHour, drawing, recording, 5)).rejects.toMatchObject({
      _tag: 'InvalidInput',
      issues: [{ path: 'type' }],
    });
    expect(sim.magicHour.creates).toBe(0);
  });
});
