import { of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Either, HttpCall, HttpPort, JobError } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { fixture } from '../fixtures/fixture.js';
import type { CreatifyInputs } from '../providers/creatify/inputs.js';
import { FULL, LEAST, UUID } from '../providers/creatify/inputs.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, onlyOf, QUICK, replay, rightOf } from './routeTable.js';

const DOOR: Door = {
  origin: 'https://api.creatify.ai',
  headers: { 'x-api-id': 'an-id-4f1b7a', 'x-api-key': 'a-key-9d2e6c' },
};
const ID = '44e480c0-642e-4057-9a50-de00a958e81c';

const creatify = () => createCreatify({ apiId: 'an-id-4f1b7a', apiKey: 'a-key-9d2e6c', ...QUICK });

type Client = ReturnType<typeof creatify>;
type Job$ = Observable<Either<JobError, object>>;

/** A family as its table needs it. */
interface Jobs {
  readonly run: (input: object, options?: object) => Job$;
  readonly submit: (input: object) => Job$;
  readonly watch: (job: string) => Job$;
  readonly get: (job: string) => Job$;
  readonly refresh: (job: string) => Job$;
  readonly list?: (query?: object) => Job$;
}

/** Where each family is, and the fixture of a job that ended well. */
const FAMILIES: Readonly<Record<keyof CreatifyInputs, readonly [path: string, ended?: string]>> = {
  aurora: ['/api/aurora/'],
  boreal: ['/api/boreal/'],
  lipsyncs: ['/api/lipsyncs/'],
  lipsyncsV2: ['/api/lipsyncs_v2/'],
  linkToVideos: ['/api/link_to_videos/'],
  productToVideos: ['/api/product_to_videos/', 'video_generated'],
  textToSpeech: ['/api/text_to_speech/'],
  aiScripts: ['/api/ai_scripts/'],
  aiShorts: ['/api/ai_shorts/'],
  aiEditing: ['/api/ai_editing/'],
  customTemplateJobs: ['/api/custom_template_jobs/'],
  adsClone: ['/api/ads_clone/'],
  assetGenerator: ['/api/asset_generator/'],
  inspirationJobs: ['/api/inspiration_jobs/'],
  iabImages: ['/api/iab_images/'],
  htmlInteractiveAds: ['/api/html_interactive_ads/'],
  textGenerator: ['/api/text_generator/'],
};
const UNLISTED = ['assetGenerator', 'textGenerator'];

const ROWS = Object.entries(FAMILIES).map(([name, [path, ended = 'done']]) => ({
  name: name as keyof CreatifyInputs,
  path,
  create: name === 'productToVideos' ? `${path}gen_image/` : path,
  done: fixture(`creatify/${name}/${ended}`),
}));

const jobsOf = (name: string): Jobs => (creatify() as unknown as Record<string, Jobs>)[name]!;

const post = (path: string, requestBody: unknown, body: unknown): Route => ({
  method: 'POST',
  path,
  requestBody,
  status: 201,
  body,
});
const look = (path: string, body: unknown): Route => ({ method: 'GET', path, status: 200, body });

describe.each(ROWS)('$name', ({ name, path, create, done }) => {
  it.each([
    ['least', LEAST[name]],
    ['most', FULL[name]],
  ])('run posts the %s input as it is', async (_how, input) => {
    const events = await replay(DOOR, [post(create, input, done)], () =>
      eventsOf(jobsOf(name).run(input)),
    );
    expect(rightOf(events.at(-1))).toMatchObject({
      phase: 'succeeded',
      ref: { provider: 'creatify', kind: name, id: ID },
    });
  });

  it('submit posts the same and gives the reference', async () => {
    const event = await replay(DOOR, [post(create, LEAST[name], { id: ID })], () =>
      onlyOf(jobsOf(name).submit(LEAST[name])),
    );
    expect(rightOf(event)).toMatchObject({ provider: 'creatify', kind: name, id: ID });
  });

  it.each(['watch', 'get', 'refresh'] as const)('%s looks at the job', async (method) => {
    const events = await replay(DOOR, [look(`${path}${ID}/`, done)], () =>
      eventsOf(jobsOf(name)[method](ID)),
    );
    expect(events).toHaveLength(1);
    if (method !== 'refresh') expect(rightOf(events[0])).toMatchObject({ phase: 'succeeded' });
  });

  it('is watched by the client’s own watch as well', async () => {
    const ref = { v: 1, provider: 'creatify', kind: name, id: ID } as const;
    const events = await replay(DOOR, [look(`${path}${ID}/`, done)], () =>
      eventsOf(creatify().watch(ref)),
    );
    expect(rightOf(events.at(-1))).toMatchObject({ phase: 'succeeded' });
  });

  const { list } = jobsOf(name);
  if (UNLISTED.includes(name)) {
    it('has no list, since none is documented', () => {
      expect(list).toBeUndefined();
    });
  } else {
    it('list asks for ids in one text', async () => {
      const routes = [{ ...look(path, [done]), query: { ids: `${ID},${UUID}` } }];
      const event = await replay(DOOR, routes, () => onlyOf(list!({ ids: [ID, UUID] })));
      expect(rightOf(event)).toMatchObject({ items: [{ phase: 'succeeded' }], skipped: 0 });
    });
  }
});

describe('list in an order', () => {
  it.each(['aurora', 'textToSpeech', 'aiScripts'] as const)('of %s', async (name) => {
    const [path] = FAMILIES[name];
    const routes = [{ ...look(path, []), query: { ordering: '-created_at' } }];
    await replay(DOOR, routes, () => onlyOf(jobsOf(name).list!({ ordering: '-created_at' })));
  });
});

/** A call, its route, and what it gives. */
type CallRow = readonly [name: string, Route, (client: Client) => Observable<unknown>, object];

const LINK = fixture('creatify/links/created') as object;
const LINK_CONTENT = {
  title: 'Harbour lantern',
  image_urls: ['https://media.example/lantern.png'],
};
const PARAMS = {
  title: 'Harbour lantern',
  description: null,
  image_urls: ['a', 'b', 'c'].map((name) => `https://files.example/${name}.png`),
  logo_url: 'https://files.example/logo.png',
  reviews: [{ stars: 5 }],
};
const PERSONA = {
  creator_name: 'Marlow',
  video_scene: 'A pier',
  gender: 'm',
  lipsync_input: 'https://files.example/marlow.mp4',
  consent_video: null,
  keywords: 'sea',
  gdown_url: null,
  labels: ['sea'],
  webhook_url: 'https://hooks.example/creatify',
} as const;

const CALLS: readonly CallRow[] = [
  [
    'links.create',
    post('/api/links/', { url: 'https://shop.example/lantern' }, LINK),
    ({ links }) => links.create({ url: 'https://shop.example/lantern' }),
    { id: UUID, url: 'https://shop.example/lantern', link: LINK_CONTENT },
  ],
  [
    'links.createWithParams',
    { ...post('/api/links/link_with_params/', PARAMS, LINK), status: 200 },
    ({ links }) => links.createWithParams(PARAMS),
    { id: UUID },
  ],
  [
    'links.update',
    {
      ...post(`/api/links/${UUID}/`, { title: 'New' }, fixture('creatify/links/updated')),
      method: 'PUT',
      status: 200,
    },
    ({ links }) => links.update(UUID, { title: 'New' }),
    { ...LINK_CONTENT, ai_summary: 'Light that floats.' },
  ],
  [
    'links.get',
    look(`/api/links/${UUID}/`, LINK),
    ({ links }) => links.get(UUID),
    { id: UUID, link: LINK_CONTENT },
  ],
  [
    'links.list',
    { ...look('/api/links/', [LINK, { url: 'no id' }]), query: { ids: UUID } },
    ({ links }) => links.list({ ids: [UUID] }),
    [{ id: UUID }],
  ],
  [
    'personas.list',
    {
      ...look('/api/personas/', fixture('creatify/personas/list')),
      query: { gender: 'f,nb', age_range: 'adult', style: 'presenter' },
    },
    ({ personas }) =>
      personas.list({ gender: ['f', 'nb'], age_range: ['adult'], style: ['presenter'] }),
    [{ id: ID, creator_name: 'Marlow', is_active: true, process_status: 'done' }],
  ],
  [
    'personas.listV2',
    look('/api/personas_v2/', fixture('creatify/personas/list')),
    ({ personas }) => personas.listV2(),
    [{ id: ID, labels: ['sea'] }],
  ],
  [
    'personas.get',
    look(`/api/personas/${ID}/`, fixture('creatify/personas/pending')),
    ({ personas }) => personas.get(ID),
    { id: ID, is_active: false, process_status: 'pending' },
  ],
  [
    'personas.create',
    post('/api/personas/', PERSONA, fixture('creatify/personas/pending')),
    ({ personas }) => personas.create(PERSONA),
    { id: ID, is_active: false },
  ],
  [
    'voices.list',
    look('/api/voices/', fixture('creatify/voices/list')),
    ({ voices }) => voices.list(),
    [{ name: 'Wren', gender: 'female', accents: [{ accent_name: 'English (UK)' }] }],
  ],
  [
    'voices.count',
    look('/api/voices/count/', fixture('creatify/voices/count')),
    ({ voices }) => voices.count(),
    { max_count: 10, current_count: 2 },
  ],
  [
    'musics.list',
    {
      ...look('/api/musics/', fixture('creatify/musics/page')),
      query: { category: 'Calm', page: '2', page_size: '5', search: 'sea' },
    },
    ({ musics }) => musics.list({ category: 'Calm', page: 2, page_size: 5, search: 'sea' }),
    { count: 1, page: 1, page_size: 10, results: [{ name: 'Quiet harbour', duration: 95 }] },
  ],
  [
    'musics.list, answered as a list of pages',
    look('/api/musics/', [fixture('creatify/musics/page')]),
    ({ musics }) => musics.list(),
    { count: 1, results: [{ name: 'Quiet harbour' }] },
  ],
  [
    'musics.list, answered as a bare list',
    look('/api/musics/', (fixture('creatify/musics/page') as { results: unknown }).results),
    ({ musics }) => musics.list(),
    { results: [{ name: 'Quiet harbour' }] },
  ],
  [
    'musics.categories',
    look('/api/music_categories/', fixture('creatify/musics/categories')),
    ({ musics }) => musics.categories(),
    [{ name: 'Calm' }, { name: 'Upbeat' }],
  ],
  [
    'inspirations.list',
    look('/api/inspirations/', fixture('creatify/inspirations/list')),
    ({ inspirations }) => inspirations.list(),
    [{ id: UUID, input_params_schema: { required: ['image_url'] } }],
  ],
  [
    'inspirations.get',
    look(
      `/api/inspirations/${UUID}/`,
      (fixture('creatify/inspirations/list') as readonly unknown[])[0],
    ),
    ({ inspirations }) => inspirations.get(UUID),
    { id: UUID, gen_type: 'image_to_video' },
  ],
  [
    'customTemplates.list',
    look('/api/custom_templates/', fixture('creatify/customTemplates/list')),
    ({ customTemplates }) => customTemplates.list(),
    [{ template_id: UUID, aspect_ratio: '9x16', created_at: Date.UTC(2026, 10, 22, 8, 0, 0, 449) }],
  ],
  [
    'assetGenerator.schemas',
    {
      ...look('/api/asset_generator/schemas/', fixture('creatify/assetGenerator/schemas')),
      query: { model_name: 'boreal-h3/text-to-video,kling' },
    },
    ({ assetGenerator }) =>
      assetGenerator.schemas({ model_name: ['boreal-h3/text-to-video', 'kling'] }),
    [{ model_name: 'boreal-h3/text-to-video', generation_type: 'text_to_video' }],
  ],
  [
    'assetGenerator.schemas of all',
    look('/api/asset_generator/schemas/', []),
    ({ assetGenerator }) => assetGenerator.schemas(),
    [],
  ],
  [
    'htmlInteractiveAds.styles',
    look('/api/html_interactive_ads/styles/', fixture('creatify/htmlInteractiveAds/styles')),
    ({ htmlInteractiveAds }) => htmlInteractiveAds.styles(),
    [{ id: 'swipe', name: 'Swipe cards' }],
  ],
  [
    'remainingCredits',
    look('/api/remaining_credits/', fixture('creatify/account/remainingCredits')),
    (client) => client.remainingCredits(),
    { remaining_credits: 12.5 },
  ],
];

describe('a call that makes no job', () => {
  it.each(CALLS)('%s', async (_name, route, act, answer) => {
    const event = await replay(DOOR, [route], () => onlyOf(act(creatify())));
    expect(rightOf(event as Either<JobError, object>)).toMatchObject(answer);
  });

  it('gives the outer id of a link, and no other', async () => {
    const routes = [post('/api/links/', { url: 'https://shop.example/lantern' }, LINK)];
    const event = await replay(DOOR, routes, () =>
      onlyOf(creatify().links.create({ url: 'https://shop.example/lantern' })),
    );
    expect(JSON.stringify(rightOf(event))).not.toContain('1f9d3a5e');
  });

  it('that costs is sent once, however many subscribe, and its outcome is kept', async () => {
    const routes = [post('/api/links/', { url: 'https://shop.example/lantern' }, LINK)];
    await replay(DOOR, routes, async () => {
      const link$ = creatify().links.create({ url: 'https://shop.example/lantern' });
      const [one, two] = [await onlyOf(link$), await onlyOf(link$)];
      expect(rightOf(two)).toEqual(rightOf(one));
    });
  });

  it('that costs and whose answer is lost is not sent again', async () => {
    const route = post('/api/links/', { url: 'https://shop.example/lantern' }, 'oops');
    const event = await replay(DOOR, [{ ...route, status: 502 }], () =>
      onlyOf(creatify().links.create({ url: 'https://shop.example/lantern' })),
    );
    expect(event).toMatchObject({ left: { _tag: 'SubmissionUnknown', operation: 'links.create' } });
  });

  it('reads the vendor’s list of texts where a page cannot be read', async () => {
    const said = 'Link must have at least one image or one video.';
    const route = post('/api/links/', { url: 'https://shop.example/lantern' }, [said]);
    const event = await replay(DOOR, [{ ...route, status: 400 }], () =>
      onlyOf(creatify().links.create({ url: 'https://shop.example/lantern' })),
    );
    expect(event).toMatchObject({ left: { _tag: 'Rejected', httpStatus: 400 } });
    expect((event as { left: JobError }).left.message).toContain(said);
  });
});

describe('personas.createV2', () => {
  it('sends the file and the fields as a form, once', async () => {
    const calls: HttpCall[] = [];
    const http: HttpPort = {
      send: (call) => {
        calls.push(call);
        const body = JSON.stringify(fixture('creatify/personas/pending'));
        return of({ status: 201, headers: {}, body });
      },
    };
    const { personas } = createCreatify({ apiId: 'an-id', apiKey: 'a-key', http });
    const lipsync_input = new File(['video'], 'marlow.mp4', { type: 'video/mp4' });
    const person = { creator_name: 'Marlow', gender: 'm', video_scene: 'office' } as const;
    const made$ = personas.createV2(
      { ...person, lipsync_input },
      { extraBody: { keywords: 'sea' } },
    );
    expect(rightOf(await onlyOf(made$))).toMatchObject({ id: ID, is_active: false });
    expect(rightOf(await onlyOf(made$))).toMatchObject({ id: ID });
    const [call, ...others] = calls;
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      method: 'POST',
      url: 'https://api.creatify.ai/api/personas_v2/',
    });
    const form = Object.fromEntries(call?.body as FormData);
    expect(form).toMatchObject({ ...person, keywords: 'sea' });
    expect(form['lipsync_input']).toMatchObject({ name: 'marlow.mp4', type: 'video/mp4', size: 5 });
  });
});

describe('personas.remove', () => {
  it.each([
    ['204', 204, ''],
    ['404, since it is not there', 404, { detail: 'Not found.' }],
  ])('succeeds with %s', async (_answer, status, body) => {
    const route = { method: 'DELETE', path: `/api/personas/${ID}/`, status, body } as const;
    const event = await replay(DOOR, [route], () => onlyOf(creatify().personas.remove(ID)));
    expect(rightOf(event)).toBeUndefined();
  });
});
