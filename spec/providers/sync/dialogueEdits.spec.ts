import type { DialogueEditInput } from '../../../src/providers/sync/DialogueEditInput.js';
import { dialogueEdits } from '../../../src/providers/sync/dialogueEdits.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const { transcript } = fixture('sync/transcription.completed') as {
  transcript: DialogueEditInput['transcript'];
};
const good: DialogueEditInput = {
  sourceVideoUrl: 'https://assets.sync.so/docs/example-video.mp4',
  transcript,
  edits: [{ wordIds: ['w1'], text: 'Welcome' }],
};

describeKind(dialogueEdits, {
  bodies: fixtures(
    'sync',
    ...['pending', 'processing', 'completed', 'completed_partial', 'failed'].map(
      (word) => `dialogueEdit.${word}`,
    ),
  ),
  inputs: {
    good: [good, { ...good, voiceId: 'v-9', projectId: 'p1', rerunOfJobId: 'e1' }],
    bad: [
      { ...good, edits: [] },
      { ...good, edits: ['Welcome everybody'] },
      { ...good, transcript: 'Hello there' },
      { ...good, sourceVideoUrl: 'example-video.mp4' },
      { ...good, startMs: 0, endMs: 1_000 },
    ],
  },
  errors: fixture('sync/errors') as [],
});

const bodyOf = (name: string, changes: object = {}) => {
  const json = { ...(fixture(`sync/${name}`) as object), ...changes };
  const result = dialogueEdits.codec.decode(json);
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
};

describe('a dialogue edit', () => {
  it('gives its audio and its words when it is completed', () => {
    expect(dialogueEdits.output(bodyOf('dialogueEdit.completed'))).toEqual({
      status: 'COMPLETED',
      previewAudioUrl: 'https://media.example/preview.wav?Signature=a%2Fb',
      resultTranscript: transcript,
      resultSlots: [
        { sourceStartMs: 120, sourceDurationMs: 360, outputStartMs: 120, outputDurationMs: 420 },
      ],
      voiceId: 'v-9',
    });
    expect(dialogueEdits.output(bodyOf('dialogueEdit.processing'))).toBeUndefined();
  });

  it('succeeds although something is missing, and says so', () => {
    expect(dialogueEdits.phases['COMPLETED_PARTIAL']).toBe('succeeded');
    expect(dialogueEdits.output(bodyOf('dialogueEdit.completed_partial'))).toMatchObject({
      status: 'COMPLETED_PARTIAL',
      partialDetail: { reason: 'background_bed_missing' },
    });
  });

  it('has its audio as an asset', () => {
    expect(dialogueEdits.assets?.(bodyOf('dialogueEdit.completed'), 0)).toEqual([
      {
        url: 'https://media.example/preview.wav?Signature=a%2Fb',
        type: 'audio',
        role: 'previewAudioUrl',
      },
    ]);
  });

  it('says why it failed, by an object', () => {
    expect(dialogueEdits.failure?.(bodyOf('dialogueEdit.failed'))).toEqual({
      code: 'EDIT_TOO_LONG',
      message: 'The replacement is too long.',
    });
  });

  it('gives the transcript back to the vendor as it came', () => {
    expect(dialogueEdits.submit?.(good)).toEqual({
      method: 'POST',
      path: '/v2/dialogue-edits',
      json: good,
    });
    expect(dialogueEdits.look('65')).toEqual({ method: 'GET', path: '/v2/dialogue-edits/65' });
  });
});
