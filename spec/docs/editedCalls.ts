/** A call that a user writes, and what the editor has to know of it. */
export interface EditedCall {
  /** Makes the client. */
  readonly setUp: string;
  /** The method, as `client.family.run`. */
  readonly call: string;
  /** A lawful input: for each field its value, as source text. */
  readonly input: Readonly<Record<string, string>>;
  /** One of the fields, and words of its documentation. */
  readonly field: string;
  readonly says: RegExp;
}

const CREATIFY = `import { createCreatify } from 'rushes/creatify';
const creatify = createCreatify({ apiId: 'your-id', apiKey: 'your-key' });`;
const SYNC = `import { createSync } from 'rushes/sync';
const sync = createSync({ apiKey: 'your-key' });`;
const MAGIC_HOUR = `import { createMagicHour } from 'rushes/magic-hour';
const magicHour = createMagicHour({ apiKey: 'your-key' });`;
const AUROUS = `import { createAurous } from 'rushes/aurous';
const aurous = createAurous({ apiKey: 'your-key' });`;

/** At least one call for each vendor. */
export const EDITED_CALLS: readonly EditedCall[] = [
  {
    setUp: CREATIFY,
    call: 'creatify.aurora.run',
    input: {
      image: `'https://files.example/face.png'`,
      audio: `'https://files.example/voice.mp3'`,
    },
    field: 'image',
    says: /image/i,
  },
  {
    setUp: CREATIFY,
    call: 'creatify.linkToVideos.preview',
    input: { link: `'6f0c9a52-0c3d-4f0e-9b57-0a3d5d1c7f10'`, video_length: '30' },
    field: 'video_length',
    says: /Seconds/,
  },
  {
    setUp: SYNC,
    call: 'sync.generations.run',
    input: {
      model: `'lipsync-2'`,
      input: `[{ type: 'video', url: 'https://files.example/face.mp4' }]`,
    },
    field: 'model',
    says: /model/,
  },
  {
    setUp: SYNC,
    call: 'sync.ttsJobs.run',
    input: { script: `'Hello'`, voiceId: `'v1'`, provider: `'elevenlabs'` },
    field: 'script',
    says: /characters/,
  },
  {
    setUp: MAGIC_HOUR,
    call: 'magicHour.lipSync.run',
    input: {
      start_seconds: '0',
      end_seconds: '5',
      assets: `{ video_source: 'file', audio_file_path: 'https://files.example/voice.mp3' }`,
    },
    field: 'start_seconds',
    says: /in seconds/,
  },
  {
    setUp: MAGIC_HOUR,
    call: 'magicHour.aiImageGenerator.run',
    input: { image_count: '1', style: `{ prompt: 'a lighthouse at dawn' }` },
    field: 'image_count',
    says: /how many/i,
  },
  {
    setUp: AUROUS,
    call: 'aurous.characters.run',
    input: { name: `'Aurora'` },
    field: 'name',
    says: /name/,
  },
  {
    setUp: AUROUS,
    call: 'aurous.images.run',
    input: { prompt: `'a lighthouse at dawn'` },
    field: 'prompt',
    says: /to be seen/,
  },
];
