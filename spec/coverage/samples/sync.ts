import type { Sync } from 'rushes/sync';
import type { SampleAnswers, Samples } from './Samples.js';
import { creates, follows, ID } from './Samples.js';

const GENERATION = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://files.example/face.mp4' },
    { type: 'audio', url: 'https://files.example/voice.wav' },
  ],
} as const;
const BATCH = {
  rows: [{ request_id: 'r1', endpoint: '/v2/generate', payload: GENERATION }],
} as const;
const SPEECH = { script: 'Hello', voiceId: 'v1', provider: 'elevenlabs' } as const;

export const syncSamples: Samples<Sync> = {
  generations: {
    ...creates(GENERATION),
    ...follows,
    list: [[]],
    remove: [[ID]],
    count: [[]],
    costs: [[ID]],
    estimateCost: [[{ model: 'lipsync-2', duration: 12 }]],
    analyzeCost: [[GENERATION]],
  },
  batches: { ...creates(BATCH), ...follows, list: [[]], validate: [[BATCH]], resultUrl: [[ID]] },
  ttsJobs: { ...creates(SPEECH), ...follows },
  transcriptions: { ...creates({ sourceVideoUrl: 'https://files.example/face.mp4' }), ...follows },
  dialogueEdits: {
    ...creates({
      sourceVideoUrl: 'https://files.example/face.mp4',
      transcript: { segments: [] },
      edits: [{ wordIds: ['w1'], text: 'Welcome' }],
    }),
    ...follows,
  },
  assets: {
    upload: [[new File(['bytes'], 'face.mp4', { type: 'video/mp4' })]],
    create: [[{ url: 'https://files.example/face.mp4', type: 'VIDEO' }]],
    get: [[ID]],
    getMany: [[[ID]]],
    list: [[]],
    update: [[ID, { name: 'face' }]],
    remove: [[ID]],
    downloadUrl: [[ID]],
  },
  models: { list: [[]] },
  voices: {
    list: [[]],
    get: [[ID]],
    clone: [[{ name: 'Mine', provider: 'elevenlabs', assetId: ID }]],
    remove: [[ID]],
  },
  projects: {
    create: [[{ name: 'A project' }]],
    get: [[ID]],
    list: [[]],
    update: [[ID, { name: 'Another' }]],
    remove: [[ID]],
    attachAsset: [[ID, ID]],
    detachAsset: [[ID, ID]],
  },
  tts: [[SPEECH]],
  errors: [[]],
  healthcheck: [[]],
  webhookSecret: [[]],
};

export const syncAnswers: SampleAnswers = {
  'POST /v2/assets/upload': {
    uploadUrl: 'https://storage.example/face.mp4?signature=s',
    url: 'https://files.example/face.mp4',
    expiresIn: 900,
  },
};
