import type { Creatify } from 'rushes/creatify';
import { LEAST } from '../../providers/creatify/inputs.js';
import type { SampleAnswers, Samples } from './Samples.js';
import { creates, follows, ID } from './Samples.js';

/** Samples of a family that is listed. */
const jobs = <Input>(input: Input) => ({ ...creates(input), ...follows, list: [[]] }) as const;

/** Samples of a family that can be previewed. */
const previewed = <Input>(input: Input) =>
  ({ ...jobs(input), preview: [[input]], render: [[ID]] }) as const;

const MEDIA_JOB = '43e2b17c-e272-453a-96d4-c047acd2ab0e';
const PERSON = { creator_name: 'Marlow', gender: 'm', video_scene: 'office' } as const;

export const creatifySamples: Samples<Creatify> = {
  aurora: jobs(LEAST.aurora),
  boreal: jobs(LEAST.boreal),
  lipsyncs: { ...previewed(LEAST.lipsyncs), multiAvatar: [[LEAST.lipsyncsV2]] },
  lipsyncsV2: previewed(LEAST.lipsyncsV2),
  linkToVideos: {
    ...previewed(LEAST.linkToVideos),
    previewList: [[LEAST.linkToVideos]],
    renderSinglePreview: [[ID, { media_job: MEDIA_JOB }]],
  },
  productToVideos: {
    ...jobs(LEAST.productToVideos),
    genVideo: [[ID]],
    regenImage: [[ID]],
    regenVideo: [[ID]],
  },
  textToSpeech: jobs(LEAST.textToSpeech),
  aiScripts: jobs(LEAST.aiScripts),
  aiShorts: previewed(LEAST.aiShorts),
  aiEditing: previewed(LEAST.aiEditing),
  customTemplateJobs: previewed(LEAST.customTemplateJobs),
  adsClone: jobs(LEAST.adsClone),
  assetGenerator: { ...creates(LEAST.assetGenerator), ...follows, schemas: [[]] },
  inspirationJobs: jobs(LEAST.inspirationJobs),
  iabImages: jobs(LEAST.iabImages),
  htmlInteractiveAds: { ...jobs(LEAST.htmlInteractiveAds), styles: [[]] },
  textGenerator: {
    ...creates(LEAST.textGenerator),
    ...follows,
    generate: [[LEAST.textGenerator]],
  },
  links: {
    create: [[{ url: 'https://shop.example/lantern' }]],
    createWithParams: [[{ video_urls: ['https://files.example/lantern.mp4'] }]],
    update: [[ID, { title: 'Harbour lantern' }]],
    get: [[ID]],
    list: [[]],
  },
  personas: {
    list: [[]],
    listV2: [[]],
    get: [[ID]],
    create: [[{ ...PERSON, lipsync_input: 'https://files.example/marlow.mp4' }]],
    createV2: [[{ ...PERSON, lipsync_input: new Blob(['video'], { type: 'video/mp4' }) }]],
    remove: [[ID]],
  },
  voices: { list: [[]], count: [[]] },
  musics: { list: [[]], categories: [[]] },
  inspirations: { list: [[]], get: [[ID]] },
  customTemplates: { list: [[]] },
  remainingCredits: [[]],
};

export const creatifyAnswers: SampleAnswers = {};
