import { ID } from '../../coverage/samples/Samples.js';
import { fixture } from '../../fixtures/fixture.js';

/** What a vendor answers where nothing goes wrong. */
export interface FamilyAnswers {
  /** By the first part of a method's path: what a `POST` makes, and what a look then shows. */
  readonly jobs: Readonly<Record<string, { readonly made: unknown; readonly ended: unknown }>>;
  /** By a method's path, where it answers otherwise. */
  readonly calls: Readonly<Record<string, unknown>>;
  /** By a method's path, where it answers with a redirect: to where. */
  readonly redirects?: Readonly<Record<string, string>>;
}

/** A fixture about the job that the samples name. */
const of = (name: string, more: object = {}): unknown => ({
  ...(fixture(name) as object),
  id: ID,
  ...more,
});

const PREVIEWED = [
  'aurora',
  'boreal',
  'lipsyncs',
  'lipsyncsV2',
  'linkToVideos',
  'aiShorts',
  'aiEditing',
  'customTemplateJobs',
  'adsClone',
  'textToSpeech',
  'aiScripts',
  'inspirationJobs',
  'iabImages',
  'htmlInteractiveAds',
  'textGenerator',
];

const creatifyJobs = Object.fromEntries([
  ...PREVIEWED.map((family) => [
    family,
    { made: of(`creatify/${family}/pending`), ended: of(`creatify/${family}/done`) },
  ]),
  [
    'assetGenerator',
    {
      made: of('creatify/assetGenerator/initializing'),
      ended: of('creatify/assetGenerator/done'),
    },
  ],
  [
    'productToVideos',
    {
      made: of('creatify/productToVideos/initializing'),
      ended: of('creatify/productToVideos/video_generated'),
    },
  ],
]) as FamilyAnswers['jobs'];

const link = fixture('creatify/links/created');
const [inspiration] = fixture('creatify/inspirations/list') as readonly unknown[];
const persona = fixture('creatify/personas/pending');

export const creatifyFamilies: FamilyAnswers = {
  jobs: creatifyJobs,
  calls: {
    ...Object.fromEntries(
      Object.entries(creatifyJobs).map(([family, { ended }]) => [`${family}.list`, [ended]]),
    ),
    'assetGenerator.schemas': fixture('creatify/assetGenerator/schemas'),
    'htmlInteractiveAds.styles': fixture('creatify/htmlInteractiveAds/styles'),
    'links.create': link,
    'links.createWithParams': link,
    'links.get': link,
    'links.list': [link],
    'links.update': fixture('creatify/links/updated'),
    'personas.list': fixture('creatify/personas/list'),
    'personas.listV2': fixture('creatify/personas/list'),
    'personas.get': persona,
    'personas.create': persona,
    'personas.createV2': persona,
    'voices.list': fixture('creatify/voices/list'),
    'voices.count': fixture('creatify/voices/count'),
    'musics.list': fixture('creatify/musics/page'),
    'musics.categories': fixture('creatify/musics/categories'),
    'inspirations.list': fixture('creatify/inspirations/list'),
    'inspirations.get': inspiration,
    'customTemplates.list': fixture('creatify/customTemplates/list'),
    remainingCredits: fixture('creatify/account/remainingCredits'),
  },
};

const asset = fixture('sync/asset');
const project = fixture('sync/project');
const [voice] = fixture('sync/voices') as readonly unknown[];
const cost = { estimatedFrameCount: 300, estimatedGenerationCost: 1.6 };

export const syncFamilies: FamilyAnswers = {
  jobs: {
    generations: { made: of('sync/pending'), ended: of('sync/completed') },
    batches: { made: of('sync/batch.pending'), ended: of('sync/batch.completed') },
    ttsJobs: { made: of('sync/tts.pending'), ended: of('sync/tts.success') },
    transcriptions: {
      made: of('sync/transcription.pending'),
      ended: of('sync/transcription.completed'),
    },
    dialogueEdits: {
      made: of('sync/dialogueEdit.pending'),
      ended: of('sync/dialogueEdit.completed'),
    },
  },
  calls: {
    'generations.list': fixture('sync/list'),
    'generations.count': { count: 7 },
    'generations.costs': fixture('sync/costs'),
    'generations.estimateCost': cost,
    'generations.analyzeCost': [cost],
    'batches.list': [of('sync/batch.completed')],
    'batches.validate': { status: 'VALIDATED' },
    'assets.create': asset,
    'assets.get': asset,
    'assets.getMany': [asset],
    'assets.list': { items: [asset] },
    'assets.update': asset,
    'assets.downloadUrl': 'https://media.example/speaker.mp4',
    'models.list': fixture('sync/models'),
    'voices.list': fixture('sync/voices'),
    'voices.get': voice,
    'voices.clone': voice,
    'projects.create': project,
    'projects.get': project,
    'projects.list': { items: [project] },
    'projects.update': project,
    tts: { id: 's1', url: 'https://media.example/s1.mp3', duration: 0.9 },
    errors: fixture('sync/errorCatalogue'),
    webhookSecret: { secret: 'whsec_one' },
  },
  redirects: { 'batches.resultUrl': 'https://media.example/result.jsonl?Signature=a' },
};

const made = of('magicHour/created');

export const magicHourFamilies: FamilyAnswers = {
  jobs: {
    videos: { made, ended: of('magicHour/complete') },
    images: { made, ended: of('magicHour/image/complete') },
    audios: { made, ended: of('magicHour/audio/complete') },
    faceDetection: {
      made: of('magicHour/faceDetection/created'),
      ended: of('magicHour/faceDetection/complete'),
    },
  },
  calls: {
    'savedItems.list': fixture('magicHour/savedItems'),
    account: fixture('magicHour/account'),
    'files.uploadUrls': fixture('magicHour/uploadUrls'),
  },
};

const file = { id: 'file_1', object: 'file', size_bytes: 4, url: 'https://files.example/a' };
const ticket = { upload_id: ID, upload_url: 'https://storage.example/front.png' };
const estimate = { object: 'estimate', estimated_cost: { amount: 2 }, currency: 'credit' };

export const aurousFamilies: FamilyAnswers = {
  jobs: {
    characters: { made: of('aurous/synthesizing'), ended: of('aurous/ready') },
    images: {
      made: of('aurous/generations/pending'),
      ended: of('aurous/generations/succeeded'),
    },
    videos: {
      made: of('aurous/generations/video.processing'),
      ended: of('aurous/generations/video.succeeded'),
    },
  },
  calls: {
    'characters.list': fixture('aurous/list'),
    'characters.uploads.init': ticket,
    'characters.uploads.upload': ticket,
    'characters.uploads.classify': { upload_id: ID, pose: 'front', confidence: 0.92 },
    'images.estimate': estimate,
    'videos.estimate': estimate,
    'files.create': file,
    'files.get': file,
    balance: { credits: 1023.49, held_credits: 4, available_credits: 1019.49, currency: 'credit' },
  },
};
