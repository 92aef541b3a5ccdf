// The shortest bodies that the vendors' pages allow, for scripted histories.

type Fields = Readonly<Record<string, unknown>>;

export const ID = '6f0c2c6e-51d9-4d5e-9f8c-0d3b2a7e9c11';

/** A look at a Creatify Aurora video. */
export const auroraBody = (status: string, more: Fields = {}): Fields => ({
  id: ID,
  status,
  ...(status === 'done' ? { video_output: `https://files.creatify.example/${ID}.mp4` } : {}),
  ...more,
});

/** A look at a sync.so generation. */
export const generationBody = (status: string, more: Fields = {}): Fields => ({
  id: ID,
  status,
  ...(status === 'COMPLETED' ? { outputUrl: `https://files.sync.example/${ID}.mp4` } : {}),
  ...more,
});

/** A look at a Magic Hour video project. */
export const videoBody = (status: string, more: Fields = {}): Fields => ({
  id: ID,
  status,
  enabled: true,
  downloads:
    status === 'complete'
      ? [{ url: `https://files.magichour.example/${ID}.mp4`, expires_at: '2026-11-23T00:00:00Z' }]
      : [],
  ...more,
});

/** A look at an Aurous character. */
export const characterBody = (status: string, more: Fields = {}): Fields => ({
  id: ID,
  object: 'character',
  status,
  refs:
    status === 'reviewing' || status === 'ready'
      ? [{ pose: 'front', url: `https://files.aurous.example/${ID}/front.png` }]
      : [],
  ...more,
});

export const AURORA_INPUT = {
  image: 'https://media.example/face.png',
  audio: 'https://media.example/voice.mp3',
};

export const GENERATION_INPUT = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://media.example/face.mp4' },
    { type: 'audio', url: 'https://media.example/voice.wav' },
  ],
} as const;

export const LIP_SYNC_INPUT = {
  start_seconds: 0,
  end_seconds: 5,
  assets: {
    video_source: 'file',
    video_file_path: 'https://media.example/face.mp4',
    audio_file_path: 'https://media.example/voice.mp3',
  },
} as const;

export const CHARACTER_INPUT = { name: 'Aurora' };
