import { ttsJobs } from '../../../src/providers/sync/ttsJobs.js';
import type { TtsInput } from '../../../src/providers/sync/TtsInput.js';
import { fixture, fixtures } from '../../fixtures/fixture.js';
import { describeKind } from '../describeKind.js';

const good: TtsInput = {
  script: 'Welcome to our product tour.',
  voiceId: 'EXAVITQu4vr4xnSDxMaL',
  provider: 'elevenlabs',
};

describeKind(ttsJobs, {
  bodies: fixtures('sync', 'tts.pending', 'tts.processing', 'tts.success', 'tts.failed'),
  inputs: {
    good: [good, { ...good, stability: 0, similarityBoost: 1 }],
    bad: [
      { ...good, script: '' },
      { ...good, script: 'x'.repeat(5_001) },
      { ...good, stability: 1.01 },
      { ...good, voiceId: undefined },
      { ...good, voice_id: 'EXAVITQu4vr4xnSDxMaL' },
    ],
  },
  errors: fixture('sync/errors') as [],
});

const bodyOf = (name: string) => {
  const result = ttsJobs.codec.decode(fixture(`sync/${name}`));
  if (result._tag === 'Left') throw new Error('not read');
  return result.right;
};

describe('a text-to-speech job', () => {
  it('is done at SUCCESS, and gives its audio', () => {
    expect(ttsJobs.phases['SUCCESS']).toBe('succeeded');
    expect(ttsJobs.output(bodyOf('tts.success'))).toEqual({
      url: 'https://media.example/speech.mp3',
      duration: 4.2,
    });
    expect(ttsJobs.output(bodyOf('tts.pending'))).toBeUndefined();
    expect(ttsJobs.assets?.(bodyOf('tts.success'), 0)).toEqual([
      { url: 'https://media.example/speech.mp3', type: 'audio', role: 'url' },
    ]);
  });

  it('says why it failed, by an object', () => {
    expect(ttsJobs.failure?.(bodyOf('tts.failed'))).toEqual({
      code: 'VOICE_NOT_FOUND',
      message: 'The voice was not found.',
    });
    expect(ttsJobs.failure?.(bodyOf('tts.pending'))).toBeUndefined();
  });

  it('says why it failed, by a text', () => {
    const failed = { id: 'a', status: 'FAILED', error: 'No such voice.' };
    const body = ttsJobs.codec.decode(failed);
    if (body._tag === 'Left') throw new Error('not read');
    expect(ttsJobs.failure?.(body.right)).toEqual({ message: 'No such voice.' });
  });

  it('draws from a limit of its own, and is recognized when its create is sent again', () => {
    expect(ttsJobs.buckets).toEqual({ submit: { name: 'tts_jobs', perMinute: 60, burst: 60 } });
    expect(ttsJobs.idempotency?.header).toBe('Idempotency-Key');
  });

  it('is made and read at its two addresses', () => {
    expect(ttsJobs.submit?.(good)).toEqual({ method: 'POST', path: '/v2/tts/jobs', json: good });
    expect(ttsJobs.look('65')).toEqual({ method: 'GET', path: '/v2/tts/jobs/65' });
  });
});
