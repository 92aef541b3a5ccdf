import { Bench } from '../Bench.js';
import { documentedOutput, documentedPreview, isOfType } from './documentedFields.js';
import type { DocumentedFields } from './documentedFields.js';
import { familySamples } from './familySamples.js';

type Json = Record<string, unknown>;

const KINDS = ['lipsyncs', 'lipsyncsV2', 'linkToVideos', 'aiShorts', 'aiEditing'];
const previewed = familySamples.filter(({ kind }) => KINDS.includes(kind));

const isDocumented = (shown: Json, documented: DocumentedFields) =>
  Object.keys(shown).sort().join() === Object.keys(documented).sort().join() &&
  Object.entries(documented).every(([name, type]) => isOfType(shown[name], type));

describe('A preview', () => {
  it.each(previewed)('of $kind is there while the status says pending', ({ path, body }) => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ course: 'preview', durationMs: 1000 });
    const made = bench.ask('creatify', `POST ${path}preview/`, { body });
    expect(made.status).toBe(201);
    const look = () => bench.ask('creatify', `GET ${path}${String(made.json['id'])}/`).json;
    const before = look();
    expect([before['status'], before['preview'], before['credits_used']]).toEqual([
      'pending',
      null,
      0,
    ]);
    bench.advance(5000);
    const there = look();
    expect([there['status'], there['credits_used']]).toEqual(['pending', 1]);
    expect(there['preview']).toMatch(/^https:\/\/creatify\.simulated\.test\/media\//);
    expect(Number(there['progress'])).toBe(0);
  });

  it.each(previewed)('of $kind goes on to a video when it is rendered', (sample) => {
    const { path, body, output } = sample;
    const bench = new Bench();
    const { id } = bench.ask('creatify', `POST ${path}preview/`, { body }).json;
    const one = `${path}${String(id)}/`;
    const render = () => bench.ask('creatify', `POST ${one}render/`);
    expect(render().json).toEqual(['This is not possible while it is pending.']);
    bench.advance(1000);
    bench.sim.creatify.nextJob({ course: 'render', durationMs: 1000, queuedMs: 200 });
    const rendered = render();
    expect([rendered.status, rendered.json['id']]).toEqual([200, id]);
    const words = Array.from({ length: 11 }, () => {
      const { status } = bench.ask('creatify', `GET ${one}`).json;
      bench.advance(100);
      return status;
    });
    expect([...new Set(words)]).toEqual(['pending', 'in_queue', 'running', 'done']);
    const done = bench.ask('creatify', `GET ${one}`).json;
    expect(done[output]).toMatch(/^https:/);
    expect(done['preview']).toMatch(/^https:/);
    expect(done['credits_used']).toBe(5);
    expect(render().status).toBe(400);
    expect(bench.sim.creatify.creates).toBe(1);
  });

  it('fails as any job does', () => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ course: 'preview', outcome: 'failed' });
    const body = { text: 'Hello.' };
    const { id } = bench.ask('creatify', 'POST /api/lipsyncs/preview/', { body }).json;
    bench.advance(1000);
    const one = `/api/lipsyncs/${String(id)}/`;
    expect(bench.ask('creatify', `GET ${one}`).json).toMatchObject({
      status: 'failed',
      preview: null,
    });
    expect(bench.ask('creatify', `POST ${one}render/`).status).toBe(400);
  });

  it('cannot be rendered of a job that is not there, or with a webhook that is no address', () => {
    const bench = new Bench();
    const id = bench.sim.creatify.createJob('lipsyncs', { course: 'preview', durationMs: 0 });
    const render = (of: string, body: object) =>
      bench.ask('creatify', `POST /api/lipsyncs/${of}/render/`, { body });
    expect(render('no-id', {}).status).toBe(404);
    expect(render(id, { webhook_url: 'x' }).json).toEqual({ webhook_url: ['Enter a valid URL.'] });
    expect(render(id, { webhook_url: 'https://example.com/h' }).json['webhook_url']).toBe(
      'https://example.com/h',
    );
  });
});

describe('A list of previews', () => {
  const LINK = '3c90c3cc-0d44-4b50-8888-8dd25736052a';
  const open = (more: object = {}) => {
    const bench = new Bench();
    const body = { link: LINK, ...more };
    const at = '/api/link_to_videos/';
    const { id } = bench.ask('creatify', `POST ${at}preview_list_async/`, { body }).json;
    const look = () => bench.ask('creatify', `GET ${at}${String(id)}/`).json;
    const post = (verb: string, sent?: object) =>
      bench.ask('creatify', `POST ${at}${String(id)}/${verb}/`, { body: sent });
    return { bench, look, post };
  };
  const previewsOf = (shown: Json) => shown['previews'] as readonly Json[];
  const outputsOf = (shown: Json) => shown['outputs'] as readonly Json[];

  it('has one of every style in every shape that was asked for', () => {
    const { bench, look } = open({
      visual_styles: ['FullScreenTemplate', 'DynamicProductTemplate'],
      aspect_ratios: ['9x16', '1x1'],
    });
    expect(look()).toMatchObject({ status: 'pending', previews: [], preview: null });
    bench.advance(1000);
    const shown = look();
    expect(shown).toMatchObject({ status: 'pending', preview: null, outputs: [] });
    expect(
      previewsOf(shown).map(({ visual_style, aspect_ratio }) => [visual_style, aspect_ratio]),
    ).toEqual([
      ['FullScreenTemplate', '9x16'],
      ['FullScreenTemplate', '1x1'],
      ['DynamicProductTemplate', '9x16'],
      ['DynamicProductTemplate', '1x1'],
    ]);
    expect(previewsOf(shown).every((item) => isDocumented(item, documentedPreview))).toBe(true);
    expect(new Set(previewsOf(shown).map(({ media_job }) => media_job)).size).toBe(4);
  });

  it('is rendered as a whole', () => {
    const { bench, look, post } = open();
    bench.advance(1000);
    expect(post('render').status).toBe(200);
    bench.advance(1000);
    const shown = look();
    expect(shown['status']).toBe('done');
    expect(outputsOf(shown)).toHaveLength(2);
    expect(outputsOf(shown).every((item) => isDocumented(item, documentedOutput))).toBe(true);
    expect(shown['video_output']).toBe(outputsOf(shown)[0]?.['video_output']);
    expect(previewsOf(shown)).toHaveLength(2);
  });

  it('is rendered in part: the one that is named', () => {
    const { bench, look, post } = open();
    bench.advance(1000);
    const chosen = previewsOf(look())[1]?.['media_job'];
    expect(post('render_single_preview', {}).json).toEqual({
      media_job: ['This field is required.'],
    });
    expect(post('render_single_preview', { media_job: LINK }).json).toEqual({
      media_job: ['Not a preview of this video.'],
    });
    expect(post('render_single_preview', { media_job: chosen }).status).toBe(200);
    bench.advance(1000);
    expect(outputsOf(look()).map(({ media_job }) => media_job)).toEqual([chosen]);
  });

  it('refuses shapes that are none', () => {
    const body = { link: LINK, aspect_ratios: ['9x16', '4x3'] };
    const { json } = new Bench().ask('creatify', 'POST /api/link_to_videos/preview_list_async/', {
      body,
    });
    expect(json).toEqual({ aspect_ratios: { '1': ['"4x3" is not a valid choice.'] } });
  });
});
