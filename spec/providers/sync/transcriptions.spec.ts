import type { TranscriptionInput } from '../../../src/providers/sync/TranscriptionInput.js';
import { transcriptions } from '../../../src/providers/sync/transcriptions.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const video: TranscriptionInput = {
  sourceVideoUrl: 'https://assets.sync.so/docs/example-video.mp4',
};
const audio: TranscriptionInput = {
  sourceAudioUrl: 'https://assets.sync.so/docs/example-audio.wav',
  projectId: 'p1',
  maxSourceSeconds: 600,
};

describeKind(transcriptions, {
  bodies: fixtures(
    'sync',
    ...['pending', 'processing', 'completed', 'failed'].map((word) => `transcription.${word}`),
  ),
  inputs: {
    good: [video, audio],
    bad: [
      {},
      { ...video, ...audio },
      { sourceVideoUrl: 'example-video.mp4' },
      { ...video, maxSourceSeconds: 0 },
    ],
  },
  errors: fixture('sync/errors') as [],
});

const bodyOf = (name: string, changes: object = {}) => {
  const json = { ...(fixture(`sync/${name}`) as object), ...changes };
  const result = transcriptions.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
};

describe('a transcription', () => {
  it('gives its transcript exactly as it came, so that it can be given back', () => {
    const { transcript } = fixture('sync/transcription.completed') as { transcript: object };
    expect(transcriptions.output(bodyOf('transcription.completed'))).toEqual({
      transcript,
      speakerCount: 1,
      difficulty: 'easy',
    });
  });

  it('has no output as long as there is no transcript', () => {
    for (const transcript of [null, undefined, 'text', []]) {
      const body = bodyOf('transcription.completed', { transcript });
      expect(transcriptions.output(body)).toBeUndefined();
    }
  });

  it('says why it failed, by an object', () => {
    expect(transcriptions.failure?.(bodyOf('transcription.failed'))).toEqual({
      code: 'NO_AUDIO_TRACK',
      message: 'The video has no audio track.',
    });
  });

  it('says why it failed where that is a text, or nothing where it is neither', () => {
    const failureAt = (error: unknown) =>
      transcriptions.failure?.(bodyOf('transcription.failed', { error }));
    expect(failureAt('No audio track.')).toEqual({ message: 'No audio track.' });
    expect([failureAt(''), failureAt(null), failureAt(['x'])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes one source, and no more', () => {
    const issues = (input: TranscriptionInput) => transcriptions.check?.(input);
    const message = 'needs either sourceVideoUrl or sourceAudioUrl';
    expect(issues({})).toEqual([{ path: '', message }]);
    expect(issues({ ...video, ...audio })).toEqual([{ path: '', message }]);
  });

  it('is made and read at its two addresses', () => {
    expect(transcriptions.submit?.(video)).toEqual({
      method: 'POST',
      path: '/v2/transcriptions',
      json: video,
    });
    expect(transcriptions.look('65')).toEqual({ method: 'GET', path: '/v2/transcriptions/65' });
  });
});
