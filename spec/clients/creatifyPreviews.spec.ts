import { reviewWith } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { fixture } from '../fixtures/fixture.js';
import { LEAST, UUID } from '../providers/creatify/inputs.js';
import type { Door, Route } from './routeTable.js';
import { eventsOf, leftOf, QUICK, replay, rightOf, wordsOf } from './routeTable.js';

const DOOR: Door = {
  origin: 'https://api.creatify.ai',
  headers: { 'x-api-id': 'an-id-4f1b7a', 'x-api-key': 'a-key-9d2e6c' },
};
const ID = '44e480c0-642e-4057-9a50-de00a958e81c';
const PAGE =
  'https://app.creatify.ai/preview?layout=videos/20241024/f0c1e1f1-be05-48e0-91d8-3d26ed633d5b.json';
const WEBHOOK = { webhook_url: 'https://hooks.example/creatify' };

const creatify = () => createCreatify({ apiId: 'an-id-4f1b7a', apiKey: 'a-key-9d2e6c', ...QUICK });
type Client = ReturnType<typeof creatify>;

interface Flow {
  readonly path: string;
  readonly preview: string;
  /** The methods, seen alike. */
  readonly methods: (client: Client) => Pick<Client['aiShorts'], 'render' | 'watch'> & {
    preview(input: object): ReturnType<Client['aiShorts']['preview']>;
    run(input: object): ReturnType<Client['aiShorts']['run']>;
  };
}

const FLOWS: Readonly<Record<string, Flow>> = Object.fromEntries(
  (
    [
      ['lipsyncs', '/api/lipsyncs/', 'preview/'],
      ['lipsyncsV2', '/api/lipsyncs_v2/', 'preview/'],
      ['linkToVideos', '/api/link_to_videos/', 'preview/'],
      ['aiShorts', '/api/ai_shorts/', 'preview/'],
      ['aiEditing', '/api/ai_editing/', 'preview/'],
      ['customTemplateJobs', '/api/custom_template_jobs/', 'preview_async/'],
    ] as const
  ).map(([name, path, preview]) => [
    name,
    { path, preview: `${path}${preview}`, methods: (client: Client) => client[name] as never },
  ]),
);

const body = (name: string, changes: object = {}): unknown => ({
  ...(fixture(`creatify/${name}`) as object),
  ...changes,
});

describe.each(Object.entries(FLOWS))('%s', (name, { path, preview, methods }) => {
  const input = LEAST[name as keyof typeof LEAST];
  const post = (to: string, requestBody: unknown, answer: unknown): Route => ({
    method: 'POST',
    path: to,
    requestBody,
    status: 201,
    body: answer,
  });
  const look = (answer: unknown): Route => ({
    method: 'GET',
    path: `${path}${ID}/`,
    status: 200,
    body: answer,
  });
  const of = (file: string, changes?: object): unknown => body(`${name}/${file}`, changes);
  const { status: word } = of('previewed') as { readonly status: string };

  it('preview ends as soon as the preview is there, whatever the word says', async () => {
    const routes = [
      post(preview, input, of('pending')),
      look(of('pending')),
      look(of('previewed')),
    ];
    const events = await replay(DOOR, routes, () => eventsOf(methods(creatify()).preview(input)));
    expect(wordsOf(events)).toEqual([
      expect.stringMatching(/^queued pending/),
      expect.stringMatching(new RegExp(`^needs-action ${word}`)),
    ]);
    expect(rightOf(events.at(-1))).toMatchObject({
      preview: { preview: PAGE },
      actions: expect.arrayContaining(['render']) as unknown,
      ref: { kind: name, id: ID },
    });
  });

  it.each([
    ['without a body', undefined, undefined],
    ['with a webhook', WEBHOOK, WEBHOOK],
  ])('render goes on %s, past looks that still show the preview', async (_how, given, sent) => {
    const routes = [
      post(`${path}${ID}/render/`, sent, of('previewed')),
      look(of('previewed')),
      look(of('running', { preview: PAGE })),
      look(of('done')),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(methods(creatify()).render(ID, given)),
    );
    const phases = events.map((event) => rightOf(event).phase);
    expect(phases).not.toContain('needs-action');
    expect(phases.at(-1)).toBe('succeeded');
  });

  it('render of what a person takes follows the preview in one stream', async () => {
    const client = creatify();
    const routes = [
      post(preview, input, of('previewed')),
      post(`${path}${ID}/render/`, undefined, of('in_queue', { preview: PAGE })),
      look(of('done')),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(
        methods(client)
          .preview(input)
          .pipe(reviewWith(({ ref }) => methods(client).render(ref))),
      ),
    );
    expect(events.map((event) => rightOf(event).phase)).toEqual([
      'needs-action',
      'queued',
      'succeeded',
    ]);
  });

  it('run is not held up by a preview on the way', async () => {
    const routes = [
      post(path, input, of('pending', { preview: PAGE })),
      look(of('pending', { preview: PAGE })),
      look(of('running', { preview: PAGE })),
      look(of('done')),
    ];
    const events = await replay(DOOR, routes, () => eventsOf(methods(creatify()).run(input)));
    expect(events.map((event) => rightOf(event).phase)).toEqual(['queued', 'running', 'succeeded']);
  });

  it('watch of a job that renders already shows it as running', async () => {
    const routes = [look(of('running', { preview: PAGE })), look(of('done'))];
    const events = await replay(DOOR, routes, () => eventsOf(methods(creatify()).watch(ID)));
    expect(events.map((event) => rightOf(event).phase)).toEqual(['running', 'succeeded']);
  });

  it('render that is refused says so, and is not sent again', async () => {
    const route = post(`${path}${ID}/render/`, undefined, { detail: 'Not found.' });
    const events = await replay(DOOR, [{ ...route, status: 404 }], () =>
      eventsOf(methods(creatify()).render(ID)),
    );
    expect(leftOf(events[0])).toMatchObject({ _tag: 'NotFound', operation: `${name}.render` });
  });

  it('render whose answer is lost is not sent again', async () => {
    const route = post(`${path}${ID}/render/`, undefined, '<h1>Bad Gateway</h1>');
    const events = await replay(DOOR, [{ ...route, status: 502 }], () =>
      eventsOf(methods(creatify()).render(ID)),
    );
    expect(leftOf(events[0])).toMatchObject({ _tag: 'SubmissionUnknown' });
  });
});

const LINKS = '/api/link_to_videos/';

describe('several previews of a link', () => {
  const styles = { visual_styles: ['FullScreenTemplate', 'A style of tomorrow'] };
  const input = { link: UUID, ...styles, aspect_ratios: ['9x16', '1x1'] as const };
  const made = (answer: unknown): Route => ({
    method: 'POST',
    path: `${LINKS}preview_list_async/`,
    requestBody: input,
    status: 201,
    body: answer,
  });
  const look = (answer: unknown): Route => ({
    method: 'GET',
    path: `${LINKS}${ID}/`,
    status: 200,
    body: answer,
  });

  it('end the watch when the list is filled, and show what can be rendered', async () => {
    const routes = [
      made(body('linkToVideos/pending')),
      look(body('linkToVideos/pending')),
      look(body('linkToVideos/previews')),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().linkToVideos.previewList(input)),
    );
    expect(rightOf(events.at(-1))).toMatchObject({
      phase: 'needs-action',
      status: 'pending',
      preview: { previews: [{ visual_style: 'FullScreenTemplate' }, { aspect_ratio: '1x1' }] },
      actions: ['render', 'renderSinglePreview'],
      credits: 1,
    });
  });

  it('are rendered one by one, by their media_job', async () => {
    const choice = { media_job: '4bb66ccf-5f73-401a-8405-d4b29910a059', ...WEBHOOK };
    const routes: readonly Route[] = [
      {
        method: 'POST',
        path: `${LINKS}${ID}/render_single_preview/`,
        requestBody: choice,
        status: 200,
        body: body('linkToVideos/previews'),
      },
      look(body('linkToVideos/previews')),
      look(body('linkToVideos/done.single')),
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().linkToVideos.renderSinglePreview(ID, choice)),
    );
    expect(events.map((event) => rightOf(event).phase)).toEqual(['queued', 'succeeded']);
    expect(rightOf(events.at(-1))).toMatchObject({
      output: { video_output: 'https://media.example/linkToVideos/video.mp4' },
    });
  });

  it('are read out of the page’s own example', async () => {
    const routes = [look(body('linkToVideos/previews.example'))];
    const events = await replay(DOOR, routes, () => eventsOf(creatify().linkToVideos.get(ID)));
    expect(wordsOf(events)).toEqual(['needs-action pending']);
  });
});

describe('several avatars in one video', () => {
  it('go to the older endpoint, as version 2 has them, and make a lipsync', async () => {
    const routes: readonly Route[] = [
      {
        method: 'POST',
        path: '/api/lipsyncs/multi_avatar/',
        requestBody: LEAST.lipsyncsV2,
        status: 201,
        body: body('lipsyncs/pending', { preview: PAGE }),
      },
      { method: 'GET', path: `/api/lipsyncs/${ID}/`, status: 200, body: body('lipsyncs/done') },
    ];
    const events = await replay(DOOR, routes, () =>
      eventsOf(creatify().lipsyncs.multiAvatar(LEAST.lipsyncsV2)),
    );
    expect(events.map((event) => rightOf(event).phase)).toEqual(['queued', 'succeeded']);
    expect(rightOf(events.at(-1)).ref.kind).toBe('lipsyncs');
  });
});
