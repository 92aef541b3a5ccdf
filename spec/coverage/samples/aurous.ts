import type { Aurous } from 'rushes/aurous';
import type { SampleAnswers, Samples } from './Samples.js';
import { creates, follows, ID } from './Samples.js';

const PICTURE = { filename: 'front.png', extension: 'png', content_type: 'image/png' } as const;

export const aurousSamples: Samples<Aurous> = {
  characters: {
    ...creates({ name: 'Aurora' }),
    ...follows,
    list: [[]],
    remove: [[ID]],
    save: [[ID]],
    resynthesize: [[ID]],
    regenerateRef: [[ID, { pose: 'front' }]],
    update: [[ID, { name: 'Aurora the Bold' }]],
    uploads: {
      init: [[PICTURE]],
      upload: [[new Blob(['picture'], { type: 'image/png' })]],
      classify: [[{ upload_id: ID }]],
    },
  },
  images: {
    ...creates({ prompt: 'a lighthouse at dawn' }),
    ...follows,
    cancel: [[ID]],
    estimate: [[{ prompt: 'a lighthouse at dawn' }]],
  },
  videos: {
    ...creates({ prompt: 'a lighthouse at dawn' }),
    ...follows,
    cancel: [[ID]],
    estimate: [[{ prompt: 'a lighthouse at dawn' }]],
  },
  files: {
    create: [[{ file: new Blob(['picture']), purpose: 'reference' }]],
    get: [[ID]],
    remove: [[ID]],
  },
  balance: [[]],
};

export const aurousAnswers: SampleAnswers = {};
