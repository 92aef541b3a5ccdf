import { fixed } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import type { Creatify, LipsyncPreview } from 'rushes/creatify';
import { startSimulator } from 'rushes/testing';
import type { Simulator } from 'rushes/testing';
import { previewed } from '../../../examples/node-script/preview.js';

const INPUT = { text: 'Fresh bread, every morning.', aspect_ratio: '9x16' } as const;

let sim: Simulator;
let creatify: Creatify;

beforeEach(async () => {
  sim = await startSimulator({ durationMs: 15 });
  creatify = createCreatify({ ...sim.creatify.options, cadence: fixed(5) });
});

afterEach(async () => {
  await creatify.close();
  await sim.close();
});

const posts = () =>
  sim.creatify.requests
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => path.replace(/[0-9a-f-]{36}/, '{id}'));

describe('the example of a preview', () => {
  it('pays for the preview, and for the video once it is approved', async () => {
    const shown: LipsyncPreview[] = [];
    const video = await previewed(creatify, INPUT, (preview) => {
      shown.push(preview);
      return Promise.resolve(true);
    });
    expect(shown).toEqual([
      expect.objectContaining({ preview: expect.stringMatching(/^http/) as string }),
    ]);
    expect(video).toMatch(/^http.+\.mp4/);
    expect(posts()).toEqual(['/api/lipsyncs/preview/', '/api/lipsyncs/{id}/render/']);
    expect(sim.creatify.jobs.map(({ kind }) => kind)).toEqual(['lipsyncs']);
  });

  it('pays for no video that nobody wants, and tells no error', async () => {
    expect(await previewed(creatify, INPUT, () => Promise.resolve(false))).toBeUndefined();
    expect(posts()).toEqual(['/api/lipsyncs/preview/']);
  });

  it('passes on why there is no preview', async () => {
    sim.creatify.nextJob({ outcome: 'failed', failure: { message: 'No such voice.' } });
    await expect(previewed(creatify, INPUT, () => Promise.resolve(true))).rejects.toMatchObject({
      _tag: 'JobFailed',
    });
  });
});
