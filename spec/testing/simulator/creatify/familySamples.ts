import type { JobScript } from 'rushes/testing';

/** One family: how to ask for a job, and what a job goes through. */
export interface FamilySample {
  readonly kind: string;
  /** Where its objects are. */
  readonly path: string;
  /** Where a job is made; at `path` unless told. */
  readonly create?: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The words of a job that ends well, in order. */
  readonly words: readonly string[];
  /** What shows the result. */
  readonly output: string;
  /** What the output is before the end. */
  readonly empty: unknown;
  /** `false` where the object tells no reason of a failure. */
  readonly reason?: false;
  /** `false` where no list is documented. */
  readonly list?: false;
  /** A body that is wrong in one field, and the field. */
  readonly wrong: readonly [field: string, value: unknown];
  /** How to have a job at its end at once. */
  readonly ended?: JobScript;
}

const S1 = ['pending', 'in_queue', 'running', 'done'];
const ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a';
const WEB = 'https://example.com';

/** Every family, with the bodies of its page. */
export const familySamples: readonly FamilySample[] = [
  {
    kind: 'aurora',
    path: '/api/aurora/',
    body: { audio: `${WEB}/a.mp3`, image: `${WEB}/i.jpg`, model_version: 'aurora_v1_fast' },
    words: S1,
    output: 'video_output',
    empty: null,
    wrong: ['audio', 7],
  },
  {
    kind: 'boreal',
    path: '/api/boreal/',
    body: { prompt: 'A lantern.', resolution: '720p', aspect_ratio: 'auto', duration: 10 },
    words: S1,
    output: 'video_output',
    empty: null,
    wrong: ['resolution', '480p'],
  },
  {
    kind: 'lipsyncs',
    path: '/api/lipsyncs/',
    body: { text: 'Hello.', creator: ID, aspect_ratio: '9x16', no_music: true },
    words: S1,
    output: 'output',
    empty: null,
    wrong: ['text', 7],
  },
  {
    kind: 'lipsyncsV2',
    path: '/api/lipsyncs_v2/',
    body: {
      video_inputs: [
        {
          character: { type: 'avatar', avatar_id: ID, avatar_style: 'normal', scale: 1 },
          voice: { type: 'text', input_text: 'Hello.', voice_id: ID, volume: 0.8 },
          background: { type: 'image', url: `${WEB}/b.jpg`, fit: 'crop' },
        },
      ],
      aspect_ratio: '9x16',
      model_version: 'standard',
    },
    words: S1,
    output: 'output',
    empty: null,
    wrong: ['video_inputs', []],
  },
  {
    kind: 'linkToVideos',
    path: '/api/link_to_videos/',
    body: { link: ID, video_length: 15, visual_style: 'FullScreenTemplate', no_cta: true },
    words: S1,
    output: 'video_output',
    empty: null,
    wrong: ['link', 'the link'],
  },
  {
    kind: 'productToVideos',
    path: '/api/product_to_videos/',
    create: '/api/product_to_videos/gen_image/',
    body: { product_url: `${WEB}/p.png`, aspect_ratio: '16x9' },
    words: ['initializing', 'image_generating', 'image_generated'],
    output: 'generated_photo_url',
    empty: '',
    wrong: ['product_url', `${WEB}/${'p'.repeat(200)}`],
    ended: { course: 'video', durationMs: 0 },
  },
  {
    kind: 'textToSpeech',
    path: '/api/text_to_speech/',
    body: { script: 'Hello.', accent: ID },
    words: S1,
    output: 'output',
    empty: '',
    wrong: ['script', 's'.repeat(8001)],
  },
  {
    kind: 'aiScripts',
    path: '/api/ai_scripts/',
    body: { title: 'Lantern', description: 'Floats.', script_styles: ['DIY', 'BenefitsV2'] },
    words: S1,
    output: 'generated_scripts',
    empty: [],
    wrong: ['script_styles', 'DIY'],
  },
  {
    kind: 'aiShorts',
    path: '/api/ai_shorts/',
    body: { script: 'Once.', aspect_ratio: '9x16', style: '4K realistic' },
    words: S1,
    output: 'video_output',
    empty: null,
    wrong: ['aspect_ratio', '4x3'],
  },
  {
    kind: 'aiEditing',
    path: '/api/ai_editing/',
    body: { video_url: `${WEB}/raw.mp4`, editing_style: 'film' },
    words: S1,
    output: 'video_output',
    empty: null,
    wrong: ['video_url', 'raw.mp4'],
  },
  {
    kind: 'customTemplateJobs',
    path: '/api/custom_template_jobs/',
    body: { template_id: ID, variables: { headline: 'Now' }, model_version: 'standard' },
    words: S1,
    output: 'video_output',
    empty: null,
    wrong: ['variables', 'headline'],
  },
  {
    kind: 'adsClone',
    path: '/api/ads_clone/',
    body: { link: ID, video_url: `${WEB}/ad.mp4`, aspect_ratio: '9x16', language: null },
    words: S1,
    output: 'video_output',
    empty: null,
    reason: false,
    wrong: ['aspect_ratio', '9:16'],
  },
  {
    kind: 'assetGenerator',
    path: '/api/asset_generator/',
    body: { model_name: 'boreal-h3/text-to-video', input_params: { prompt: 'A lantern.' } },
    words: ['initializing', 'generating', 'done'],
    output: 'assets',
    empty: [],
    list: false,
    wrong: ['input_params', 'prompt'],
  },
  {
    kind: 'inspirationJobs',
    path: '/api/inspiration_jobs/',
    body: { inspiration_id: ID, input_params: { image_url: `${WEB}/i.png` } },
    words: ['pending', 'running', 'done'],
    output: 'output',
    empty: [],
    wrong: ['inspiration_id', 7],
  },
  {
    kind: 'iabImages',
    path: '/api/iab_images/',
    body: { image: `${WEB}/i.webp` },
    words: S1,
    output: 'output',
    empty: [],
    wrong: ['image', 'i.webp'],
  },
  {
    kind: 'htmlInteractiveAds',
    path: '/api/html_interactive_ads/',
    body: { link: ID, style_ids: ['swipe-cards', 'scratch-off'], max_size_mb: 5 },
    words: S1,
    output: 'ads',
    empty: [
      { style: 'swipe-cards', status: 'pending', url: null },
      { style: 'scratch-off', status: 'pending', url: null },
    ],
    wrong: ['style_ids', []],
  },
  {
    kind: 'textGenerator',
    path: '/api/text_generator/',
    body: { model_name: 'some-model', messages: [{ role: 'user', content: 'Say hello.' }] },
    words: ['pending', 'running', 'done'],
    output: 'response_text',
    empty: '',
    list: false,
    wrong: ['messages', 'Say hello.'],
  },
];
