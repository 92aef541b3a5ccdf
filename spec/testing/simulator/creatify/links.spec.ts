import { Bench } from '../Bench.js';
import { isOfType } from './documentedFields.js';
import type { DocumentedFields } from './documentedFields.js';

type Json = Record<string, unknown>;

/** https://docs.creatify.ai/api-reference/links/post-apilinks */
const DOCUMENTED: DocumentedFields = {
  id: 'uuid',
  url: 'string',
  link: 'object',
  credits_used: 'integer',
};
const DOCUMENTED_INNER: DocumentedFields = {
  id: 'uuid',
  ai_industry: 'string',
  ai_target_audiences: 'any',
  url: 'string',
  title: 'string | null',
  description: 'string | null',
  image_urls: 'array',
  video_urls: 'array',
  reviews: 'any',
  logo_url: 'string | null',
  ai_summary: 'string',
};

const PAGE = { url: 'https://example.com/lantern' };
const PICTURE = 'https://example.com/i.png';

const scrape = (bench: Bench, body: object = PAGE) =>
  bench.ask('creatify', 'POST /api/links/', { body });
const inner = (json: Json) => json['link'] as Json;

describe('A link', () => {
  it('is there at once, with an id of its own around the one within', () => {
    const { status, json } = scrape(new Bench());
    expect(status).toBe(201);
    for (const [shown, documented] of [
      [json, DOCUMENTED],
      [inner(json), DOCUMENTED_INNER],
    ] as const) {
      expect(Object.keys(shown).sort()).toEqual(Object.keys(documented).sort());
      expect(Object.entries(documented).filter(([k, type]) => !isOfType(shown[k], type))).toEqual(
        [],
      );
    }
    expect([json['url'], inner(json)['url']]).toEqual([PAGE.url, PAGE.url]);
    expect(inner(json)['id']).not.toBe(json['id']);
  });

  it('is refused with the two documented texts', () => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ kind: 'links', outcome: 'rejected' });
    bench.sim.creatify.nextJob({ kind: 'links', outcome: 'failed' });
    const empty = scrape(bench);
    expect([empty.status, empty.json]).toEqual([
      400,
      ['Link must have at least one image or one video.'],
    ]);
    expect(scrape(bench).json).toEqual(['Failed to scrape url: ']);
    expect(scrape(bench, { url: 'https://shop.invalid/p' }).json).toEqual([
      'Failed to scrape url: ',
    ]);
    expect(scrape(bench, { url: 'no url' }).json).toEqual({ url: ['Enter a valid URL.'] });
    expect(bench.sim.creatify.creates).toBe(0);
    expect(scrape(bench).status).toBe(201);
  });

  it('leaves a script that names no kind to the jobs', () => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ outcome: 'failed' });
    expect(scrape(bench).status).toBe(201);
  });

  it('is told instead of read, if it has a picture or a video', () => {
    const bench = new Bench();
    const tell = (body: object) =>
      bench.ask('creatify', 'POST /api/links/link_with_params/', { body });
    const told = tell({ title: 'Lantern', image_urls: [PICTURE] });
    expect(told.status).toBe(200);
    expect(inner(told.json)).toMatchObject({
      title: 'Lantern',
      image_urls: [PICTURE],
      video_urls: [],
    });
    expect(tell({ title: 'Lantern', image_urls: [] }).json).toEqual([
      'Link must have at least one image or one video.',
    ]);
    expect(tell({ title: 't'.repeat(1001), image_urls: ['x'] }).json).toEqual({
      title: ['Ensure this field has no more than 1000 characters.'],
      image_urls: { '0': ['Enter a valid URL.'] },
    });
  });

  it('is changed, looked at and listed', () => {
    const bench = new Bench();
    const { id } = scrape(bench).json;
    const other = bench.sim.creatify.createJob('links');
    const at = `/api/links/${String(id)}/`;
    const body = { title: 'Lamp', url: 'https://example.com/lamp' };
    const changed = bench.ask('creatify', `PUT ${at}`, { body });
    expect([changed.status, changed.json]).toEqual([200, expect.objectContaining(body)]);
    const shown = bench.ask('creatify', `GET ${at}`).json;
    expect(shown).toMatchObject({ id, url: body.url, link: changed.json });
    const list = (query: string) =>
      (bench.ask('creatify', `GET /api/links/${query}`).json as unknown as Json[]).map(
        (link) => link['id'],
      );
    expect([list(''), list(`?ids=${String(id)}`)]).toEqual([[other, id], [id]]);
    expect(bench.ask('creatify', 'PUT /api/links/none/', { body: {} }).status).toBe(404);
    expect(bench.ask('creatify', 'GET /api/links/none/').status).toBe(404);
    expect(bench.ask('creatify', 'GET /api/links/?ids=none').status).toBe(400);
  });

  it.each([
    ['/api/link_to_videos/', {}],
    ['/api/ads_clone/', { video_url: 'https://example.com/ad.mp4' }],
    ['/api/html_interactive_ads/', { style_ids: ['swipe-cards'] }],
  ])('is named by its outer id at %s', (path, more) => {
    const bench = new Bench();
    const { json } = scrape(bench);
    const create = (link: unknown) =>
      bench.ask('creatify', `POST ${path}`, { body: { link, ...more } });
    const id = String(inner(json)['id']);
    expect(create(id).json).toEqual({ link: [`Invalid pk "${id}" - object does not exist.`] });
    expect(create(json['id']).status).toBe(201);
  });
});
