import { Bench } from '../Bench.js';

type Json = Record<string, unknown>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('What there is to choose from at Creatify, simulated', () => {
  const read = (path: string, bench = new Bench()) => bench.ask('creatify', `GET /api/${path}`);
  const items = (path: string) => read(path).json as unknown as readonly Json[];

  it('voices, with the accents that jobs name by id', () => {
    expect(items('voices/')[0]).toEqual({
      name: expect.any(String) as string,
      gender: expect.stringMatching(/^(fe)?male$/) as string,
      accents: [
        {
          id: expect.stringMatching(UUID) as string,
          accent_name: expect.any(String) as string,
          preview_url: expect.stringMatching(/^https:/) as string,
        },
      ],
    });
    expect(items('voices/')).toEqual(items('voices/'));
    expect(read('voices/count/').json).toEqual({ max_count: 10, current_count: 0 });
  });

  it('music, in pages and by category', () => {
    expect(items('music_categories/')).toEqual([{ name: 'Calm' }, { name: 'Upbeat' }]);
    const page = (query: string) => items(`musics/?${query}`)[0] as Json;
    const names = (query: string) => (page(query)['results'] as Json[]).map(({ name }) => name);
    expect(page('')).toMatchObject({ page: 1, page_size: 10, count: 4 });
    expect(page('page=2&page_size=3')).toMatchObject({ page: 2, page_size: 3, count: 4 });
    expect(names('page=2&page_size=3')).toHaveLength(1);
    expect(names('category=Calm')).toEqual(['Slow Tide', 'Tin Drums']);
    expect(names('search=harbour')).toEqual(['Harbour Lights']);
    expect(read('musics/?page=0').json).toEqual({
      page: ['Ensure this value is greater than or equal to 1.'],
    });
  });

  it('templates of Creatify, also one by one', () => {
    const [first] = items('inspirations/');
    expect(Object.keys(first ?? {}).sort()).toEqual([
      'categories',
      'credit_cost',
      'description',
      'gen_type',
      'id',
      'input_params_schema',
      'labels',
      'name',
      'preview_image',
      'preview_video',
    ]);
    expect(read(`inspirations/${String(first?.['id'])}/`).json).toEqual(first);
    expect(read('inspirations/none/').status).toBe(404);
  });

  it('templates of one’s own, and styles of ads', () => {
    const [template] = items('custom_templates/');
    expect(Object.keys(template ?? {}).sort()).toEqual([
      'aspect_ratio',
      'created_at',
      'name',
      'preview',
      'template_id',
      'updated_at',
    ]);
    const one = `custom_templates/${String(template?.['template_id'])}/`;
    expect(read(one).json).toEqual({ ...template, variables: expect.any(Object) as object });
    expect(read('custom_templates/none/').status).toBe(404);
    expect(items('html_interactive_ads/styles/').map(({ id }) => id)).toEqual([
      'swipe-cards',
      'scratch-off',
    ]);
  });

  it('models, all or those that are named, with what their input takes', () => {
    const names = (query: string) =>
      items(`asset_generator/schemas/${query}`).map(({ model_name }) => model_name);
    expect(names('')).toHaveLength(4);
    expect(names('?model_name=nano-banana-pro,boreal-h3/text-to-video,other')).toEqual([
      'nano-banana-pro',
      'boreal-h3/text-to-video',
    ]);
    expect(items('asset_generator/schemas/?model_name=boreal-h3/image-to-video')).toEqual([
      {
        model_name: 'boreal-h3/image-to-video',
        generation_type: 'image_to_video',
        input_params_schema: {
          schema_uri: expect.any(String) as string,
          required: ['image_url'],
          properties: { image_url: { type: 'string' }, prompt: { type: 'string' } },
        },
      },
    ]);
  });

  it('needs keys as everything else', () => {
    const headers = { 'X-API-KEY': '' };
    expect(new Bench().ask('creatify', 'GET /api/voices/', { headers }).status).toBe(401);
  });
});

describe('A model of the asset generator, simulated', () => {
  const create = (body: object) =>
    new Bench().ask('creatify', 'POST /api/asset_generator/', { body });

  it('wants what its schema requires, if it is known', () => {
    expect(
      create({ model_name: 'boreal-h3/image-to-video', input_params: { prompt: 'x' } }).json,
    ).toEqual({
      input_params: ["'image_url' is a required property"],
    });
    expect(create({ model_name: 'brand-new', input_params: {} }).status).toBe(201);
  });

  it.each([
    [
      'kling-video/o3/pro/text-to-video',
      { prompt: 'x', aspect_ratio: '16x9' },
      'text_to_video',
      4.5,
      /video\.mp4/,
    ],
    ['nano-banana-pro', { prompt: 'x' }, 'text_to_image', 1.5, /image\.png/],
  ])('makes of %s what it says', (model_name, input_params, gen_type, credits, file) => {
    const bench = new Bench({ durationMs: 0 });
    const body = { model_name, input_params };
    const { json } = bench.ask('creatify', 'POST /api/asset_generator/', { body });
    expect(json).toMatchObject({ gen_type, credits_used: credits, input_params });
    expect(json['assets']).toEqual([expect.stringMatching(file)]);
    expect(json['aspect_ratio']).toBe('aspect_ratio' in input_params ? '16x9' : '');
  });
});
