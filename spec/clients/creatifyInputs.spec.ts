import { EMPTY } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Either, HttpCall, HttpPort, JobError } from 'rushes';
import { isJobError } from 'rushes';
import type { Creatify } from 'rushes/creatify';
import { createCreatify } from 'rushes/creatify';
import type { CreatifyInputs } from '../providers/creatify/inputs.js';
import { FULL, LEAST, UUID } from '../providers/creatify/inputs.js';
import { leftOf, onlyOf } from './routeTable.js';

const ID = '44e480c0-642e-4057-9a50-de00a958e81c';

/** A client whose requests are noted and never answered. */
function listening() {
  const calls: HttpCall[] = [];
  const http: HttpPort = {
    send: (call) => {
      calls.push(call);
      return EMPTY;
    },
  };
  return { calls, client: createCreatify({ apiId: 'an-id', apiKey: 'a-key', http }) };
}

/** The one `Left` of a method, with nothing sent. */
async function refusalOf(act: (client: Creatify) => Observable<Either<JobError, unknown>>) {
  const { calls, client } = listening();
  const error = leftOf(await onlyOf(act(client)));
  expect(calls).toEqual([]);
  if (!isJobError(error, 'InvalidInput')) throw error;
  return error;
}

type Name = keyof CreatifyInputs;
type Run = (input: object) => Observable<Either<JobError, unknown>>;
const HTTP = 'must be an absolute http(s) URL';
const HTTP_200 = `${HTTP} of at most 200 characters`;
const SHAPE = 'must be one of "9x16", "16x9", "1x1"';
const NAME_255 = 'must be text of at most 255 characters';
const LONG = `https://hooks.example/${'a'.repeat(200)}`;
const UUID_RULE = 'must be a UUID';
const OBJECT = 'must be an object';
const scene = FULL.lipsyncsV2.video_inputs[0]!;
const withScene = (change: object) => ({ video_inputs: [scene, { ...scene, ...change }] });
const h3 = { model: 'boreal-h3' };

/** A family, a change of its least input, the field that is named, and what is said of it. */
const REFUSED: readonly (readonly [Name, object, string, string])[] = [
  ['aurora', { ttl_days: 0 }, 'ttl_days', 'must be a whole number of at least 1'],
  ['aurora', { ttl_days: 1.5 }, 'ttl_days', 'must be a whole number of at least 1'],
  ['aurora', { output_upload_url: 'bucket/a' }, 'output_upload_url', HTTP],

  ['boreal', { prompt: ' ' }, 'prompt', 'must be text that is not empty'],
  ['boreal', { resolution: '768p' }, 'resolution', 'must be one of "720p", "1080p", "2k"'],
  ['boreal', { duration: 61 }, 'duration', 'must be a number from 1 to 60'],
  ['boreal', { resolution: '1080p', duration: 31 }, 'duration', 'must be a number from 1 to 30'],
  ['boreal', { resolution: '2k', duration: 16 }, 'duration', 'must be a number from 1 to 15'],
  ['boreal', { end_image_url: LONG }, 'end_image_url', 'is not taken by the model boreal'],
  [
    'boreal',
    { reference_image_urls: [LONG] },
    'reference_image_urls',
    'is not taken by the model boreal',
  ],
  ['boreal', { ...h3, audio_url: LONG }, 'audio_url', 'is not taken by the model boreal-h3'],
  ['boreal', { ...h3, resolution: '720p' }, 'resolution', 'must be one of "768p", "1088p", "2k"'],
  ['boreal', { ...h3, duration: 4 }, 'duration', 'must be a whole number from 5 to 15'],
  ['boreal', { ...h3, duration: 7.5 }, 'duration', 'must be a whole number from 5 to 15'],
  [
    'boreal',
    { ...h3, reference_image_urls: Array.from({ length: 10 }, () => LONG) },
    'reference_image_urls',
    'must be a list of 0 to 9',
  ],
  [
    'boreal',
    { ...h3, reference_audio_urls: [LONG] },
    'reference_audio_urls',
    'needs reference_image_urls or reference_video_urls',
  ],

  ['lipsyncs', { text: undefined }, '', 'needs text or audio'],
  ['lipsyncs', { aspect_ratio: '9:16' }, 'aspect_ratio', SHAPE],
  ['lipsyncs', { creator: 'Marlow' }, 'creator', `${UUID_RULE}`],
  ['lipsyncs', { name: 'n'.repeat(256) }, 'name', NAME_255],
  ['lipsyncs', { green_screen: 'yes' }, 'green_screen', 'must be true or false'],
  ['lipsyncs', { caption_offset_x: 0 }, 'caption_offset_x', 'must be text'],
  ['lipsyncs', { webhook_url: LONG }, 'webhook_url', `${HTTP_200}`],

  ['lipsyncsV2', { video_inputs: [] }, 'video_inputs', 'must be a list of at least 1'],
  ['lipsyncsV2', { video_inputs: undefined }, 'video_inputs', 'is required: a list of at least 1'],
  [
    'lipsyncsV2',
    withScene({ character: { type: 'robot', avatar_id: 'a' } }),
    'video_inputs.1.character.type',
    'must be "avatar"',
  ],
  [
    'lipsyncsV2',
    withScene({ character: { type: 'avatar', avatar_id: 'a', scale: 2 } }),
    'video_inputs.1.character.scale',
    'must be a number above 0 and below 2',
  ],
  [
    'lipsyncsV2',
    withScene({ voice: { type: 'text', input_text: 'a'.repeat(2_001) } }),
    'video_inputs.1.voice.input_text',
    'must be text of at most 2000 characters',
  ],
  [
    'lipsyncsV2',
    withScene({ background: { type: 'image', url: LONG, fit: 'stretch' } }),
    'video_inputs.1.background.fit',
    'must be one of "crop", "contain", "cover"',
  ],
  [
    'lipsyncsV2',
    withScene({ caption_setting: { offset: { x: '0' } } }),
    'video_inputs.1.caption_setting.offset.x',
    'must be a number',
  ],
  [
    'lipsyncsV2',
    withScene({ cta: { cta_logo: { scale: 1 } } }),
    'video_inputs.1.cta.cta_logo.url',
    'is required: an absolute http(s) URL',
  ],
  [
    'lipsyncsV2',
    withScene({ colour: 'red' }),
    'video_inputs.1.colour',
    'unknown field; use extraBody for fields that this library does not know yet',
  ],
  [
    'lipsyncsV2',
    { background_music: { volume: 1 } },
    'background_music.url',
    'is required: an absolute http(s) URL',
  ],

  ['linkToVideos', { link: 'https://shop.example' }, 'link', UUID_RULE],
  ['linkToVideos', { aspect_ratio: '4x3' }, 'aspect_ratio', SHAPE],
  ['linkToVideos', { video_length: 15.5 }, 'video_length', 'must be a whole number of at least 1'],
  ['linkToVideos', { voiceover_volume: -1 }, 'voiceover_volume', 'must be a number of at least 0'],
  [
    'linkToVideos',
    { targetAudience: 'a' },
    'targetAudience',
    'unknown field: did you mean target_audience?',
  ],

  ['productToVideos', { product_url: LONG }, 'product_url', HTTP_200],
  [
    'productToVideos',
    { type: ' ' },
    'type',
    'must be a word such as "product_anyshot", "product_avatar"',
  ],
  ['textToSpeech', { script: 'a'.repeat(8_001) }, 'script', 'must be text of 1 to 8000 characters'],
  ['textToSpeech', { accent: 'British' }, 'accent', `${UUID_RULE}`],
  ['aiScripts', { url: 'shop' }, 'url', `${HTTP}`],
  ['aiShorts', { script: '' }, 'script', 'must be text that is not empty'],
  ['aiEditing', { video_url: 'raw.mp4' }, 'video_url', HTTP],
  ['customTemplateJobs', { variables: ['a'] }, 'variables', OBJECT],
  ['customTemplateJobs', { template_id: 'a' }, 'template_id', UUID_RULE],
  ['adsClone', { video_url: undefined }, 'video_url', `is required: ${HTTP.slice(8)}`],
  ['assetGenerator', { input_params: '{}' }, 'input_params', OBJECT],
  ['inspirationJobs', { inspiration_id: 7 }, 'inspiration_id', UUID_RULE],
  ['iabImages', { image: 'data:image/png;base64,AAAA' }, 'image', HTTP],
  ['htmlInteractiveAds', { style_ids: [] }, 'style_ids', 'must be a list of at least 1'],
  ['htmlInteractiveAds', { max_size_mb: -1 }, 'max_size_mb', 'must be a number of at least 0'],
  ['textGenerator', { messages: [] }, 'messages', 'must be a list of at least 1'],
  [
    'textGenerator',
    { messages: [{ role: 'system', content: 'a' }] },
    'messages.0.role',
    'must be one of "user", "model"',
  ],
  [
    'textGenerator',
    { model_name: 'm'.repeat(256) },
    'model_name',
    'must be text of 1 to 255 characters',
  ],
  [
    'textGenerator',
    { config: { max_output_tokens: 0 } },
    'config.max_output_tokens',
    'must be a whole number of at least 1',
  ],
];

describe('an input that breaks a rule is refused before anything is sent', () => {
  const cases = REFUSED.map((row) => [JSON.stringify(row[1]).slice(0, 60), ...row] as const);

  it.each(cases)('%s of %s', async (_change, name, change, path, message) => {
    const given = { ...LEAST[name], ...change };
    for (const method of ['run', 'submit'] as const) {
      const error = await refusalOf((client) => (client[name][method] as Run)(given));
      expect(error.issues).toContainEqual({ path, message });
      expect(error).toMatchObject({ operation: `${name}.${method}`, outcome: 'not-sent' });
    }
  });
});

/** A call beside the creates, the field that is named, and what is said of it. */
type CallRow = readonly [
  name: string,
  (client: Creatify) => Observable<Either<JobError, unknown>>,
  path: string,
  message: string,
];

const CALLS: readonly CallRow[] = [
  [
    'lipsyncs.preview',
    ({ lipsyncs }) => lipsyncs.preview({ text: 'a', aspect_ratio: '9:16' as never }),
    'aspect_ratio',
    SHAPE,
  ],
  [
    'lipsyncs.render',
    ({ lipsyncs }) => lipsyncs.render(ID, { webhook_url: 'hooks' }),
    'webhook_url',
    `${HTTP_200}`,
  ],
  [
    'lipsyncs.multiAvatar',
    ({ lipsyncs }) => lipsyncs.multiAvatar({ video_inputs: [] }),
    'video_inputs',
    'must be a list of at least 1',
  ],
  [
    'linkToVideos.previewList',
    ({ linkToVideos }) =>
      linkToVideos.previewList({ link: UUID, aspect_ratios: ['9x16', '4x3' as never] }),
    'aspect_ratios.1',
    SHAPE,
  ],
  [
    'linkToVideos.renderSinglePreview',
    ({ linkToVideos }) => linkToVideos.renderSinglePreview(ID, {} as never),
    'media_job',
    'is required: a UUID',
  ],
  [
    'productToVideos.genVideo',
    ({ productToVideos }) => productToVideos.genVideo(ID, { video_prompt: 7 as never }),
    'video_prompt',
    'must be text',
  ],
  [
    'productToVideos.regenImage',
    ({ productToVideos }) => productToVideos.regenImage(ID, { aspect_ratio: '1x1' } as never),
    'aspect_ratio',
    'unknown field; use extraBody for fields that this library does not know yet',
  ],
  [
    'aurora.list',
    ({ aurora }) => aurora.list({ ids: ['a,b'] }),
    'ids.0',
    'must be an id of 1 to 256 letters, digits, ".", "_", "~", ":" or "-", without ".."',
  ],
  [
    'boreal.list',
    ({ boreal }) => boreal.list({ ids: Array.from({ length: 101 }, () => ID) }),
    'ids',
    'must be a list of 1 to 100',
  ],
  [
    'boreal.list',
    ({ boreal }) => boreal.list({ ordering: 'created_at' } as never),
    'ordering',
    'unknown field; use extraBody for fields that this library does not know yet',
  ],
  ['links.create', ({ links }) => links.create({ url: 'shop' }), 'url', HTTP],
  [
    'links.createWithParams',
    ({ links }) => links.createWithParams({ image_urls: [LONG, LONG] }),
    'image_urls',
    'must be at least 3 where there are no video_urls',
  ],
  [
    'links.createWithParams',
    ({ links }) => links.createWithParams({ video_urls: [LONG], title: 't'.repeat(1_001) }),
    'title',
    'must be text of at most 1000 characters',
  ],
  [
    'links.update',
    ({ links }) => links.update(UUID, { logo_url: LONG }),
    'logo_url',
    `${HTTP_200}`,
  ],
  [
    'links.get',
    ({ links }) => links.get('../account'),
    'id',
    'must be an id of 1 to 256 letters, digits, ".", "_", "~", ":" or "-", without ".."',
  ],
  [
    'personas.list',
    ({ personas }) => personas.list({ gender: ['x' as never] }),
    'gender.0',
    'must be one of "m", "f", "nb"',
  ],
  [
    'personas.createV2',
    ({ personas }) =>
      personas.createV2({
        creator_name: 'Marlow',
        gender: 'm',
        video_scene: 'office',
        lipsync_input: LONG as never,
      }),
    'lipsync_input',
    expect.stringContaining('must be a Blob or a File'),
  ],
  [
    'musics.list',
    ({ musics }) => musics.list({ page: 0 }),
    'page',
    'must be a whole number of at least 1',
  ],
  [
    'assetGenerator.schemas',
    ({ assetGenerator }) => assetGenerator.schemas({ model_name: ['a,b'] }),
    'model_name.0',
    'must be a name without commas',
  ],
  [
    'textGenerator.generate',
    ({ textGenerator }) => textGenerator.generate({ ...LEAST.textGenerator, messages: [] }),
    'messages',
    'must be a list of at least 1',
  ],
];

describe('a call that breaks a rule is refused before anything is sent', () => {
  it.each(CALLS)('%s %#', async (operation, act, path, message) => {
    const error = await refusalOf(act);
    expect(error.issues).toContainEqual({ path, message });
    expect(error.operation).toBe(operation);
  });
});

describe('an open list takes words of tomorrow', () => {
  it.each<readonly [Name, object]>([
    ['aurora', { model_version: 'aurora_v9' }],
    ['boreal', { model: 'boreal-h9', resolution: '8k', duration: 300, end_image_url: LONG }],
    ['lipsyncs', { model_version: 'aurora_v9', caption_style: 'sparkling' }],
    ['lipsyncsV2', withScene({ visual_style: 'Hologram', voice: { type: 'whisper' } })],
    ['linkToVideos', { visual_style: 'Hologram', script_style: 'Haiku', language: 'tlh' }],
    ['aiShorts', { style: '16K' }],
    ['aiEditing', { editing_style: 'opera' }],
    ['assetGenerator', { model_name: 'boreal-h9/text-to-smell' }],
    ['textGenerator', { model_name: 'gemini-9' }],
  ])('%s with %j', async (name, change) => {
    const { calls, client } = listening();
    const given = { ...LEAST[name], ...change };
    await new Promise<void>((resolve) => {
      (client[name].run as Run)(given).subscribe({ complete: resolve });
    });
    expect(calls).toHaveLength(1);
    expect(JSON.parse(calls[0]?.body as string)).toEqual(given);
  });
});
