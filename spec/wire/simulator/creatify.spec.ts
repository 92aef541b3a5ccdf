import { startSimulator } from 'rushes/testing';
import type { Simulator } from 'rushes/testing';

const BODY = JSON.stringify({
  audio: 'https://example.com/a.mp3',
  image: 'https://example.com/i.png',
});

describe('Creatify over HTTP', () => {
  let sim: Simulator;
  const headers = { 'x-api-id': 'id', 'x-api-key': 'key', 'content-type': 'application/json' };
  beforeEach(async () => {
    sim = await startSimulator({ durationMs: 30 });
  });
  afterEach(() => sim.close());

  const create = () =>
    fetch(`${sim.creatify.options.baseUrl}/api/aurora/`, { method: 'POST', headers, body: BODY });

  it('makes a job and shows it to its end', async () => {
    const created = await create();
    expect(created.status).toBe(201);
    const job = (await created.json()) as { id: string; status: string };
    expect(job.status).toBe('pending');
    await new Promise((resolve) => setTimeout(resolve, 40));
    const look = await fetch(`${sim.urls.creatify}/api/aurora/${job.id}/`, { headers });
    const done = (await look.json()) as { status: string; video_output: string };
    expect(done.status).toBe('done');
    const file = await fetch(done.video_output);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('video/mp4');
    expect(sim.creatify.creates).toBe(1);
  });

  it('takes a person’s film as a form with a file', async () => {
    const body = new FormData();
    body.set('creator_name', 'Robin');
    body.set('gender', 'nb');
    body.set('lipsync_input', new Blob(['film'], { type: 'video/mp4' }), 'me.mp4');
    const at = `${sim.urls.creatify}/api/personas_v2/`;
    const keys = { 'x-api-id': 'id', 'x-api-key': 'key' };
    const made = await fetch(at, { method: 'POST', headers: keys, body });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ creator_name: 'Robin', process_status: 'pending' });
    body.delete('lipsync_input');
    const refused = await fetch(at, { method: 'POST', headers: keys, body });
    expect(await refused.json()).toEqual({ lipsync_input: ['This field is required.'] });
  });

  it('sends a path without its slash to the path with it', async () => {
    const response = await fetch(`${sim.urls.creatify}/api/aurora`, {
      headers,
      redirect: 'manual',
    });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/creatify/api/aurora/');
  });
});
