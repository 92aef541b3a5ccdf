import type { Bench } from '../Bench.js';

/** A body that `POST /v2/generate` takes. */
export const GENERATE = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://example.com/face.mp4' },
    { type: 'audio', url: 'https://example.com/voice.wav' },
  ],
};

/** A body that `POST /v2/tts` and its jobs take. */
export const SPEECH = {
  script: 'Hello there.',
  voiceId: 'EXAVITQu4vr4xnSDxMaL',
  provider: 'elevenlabs',
};

/** A body that `POST /v2/transcriptions` takes. */
export const SOURCE = { sourceVideoUrl: 'https://assets.sync.so/docs/example-video.mp4' };

/** A body that `POST /v2/dialogue-edits` takes. */
export const EDIT = {
  ...SOURCE,
  transcript: { segments: [{ id: 's1', words: [{ id: 'w1', text: 'Hi' }] }] },
  edits: [{ wordIds: ['w1'], text: 'Hello' }],
};

/** Rows of a batch. */
export const rows = (count: number): readonly Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => ({
    request_id: `row-${index + 1}`,
    endpoint: '/v2/generate',
    payload: GENERATE,
  }));

/** A body of JSON lines, as a form. */
export const linesForm = (
  lines: readonly unknown[],
  fields: Readonly<Record<string, string>> = {},
): FormData => {
  const form = new FormData();
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  form.append('input', new File([text.join('\n')], 'rows.jsonl'));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

/** Registers an asset, and gives its id. */
export const assetIn = (
  bench: Bench,
  type: 'AUDIO' | 'VIDEO' | 'IMAGE',
  name = 'file.bin',
): string => {
  const url = `https://example.com/${name}`;
  return String(bench.ask('sync', 'POST /v2/assets', { body: { url, type } }).json['id']);
};
