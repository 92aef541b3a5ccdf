import type { Sync } from 'rushes/sync';
import type { SampleAnswers, Samples } from './Samples.js';
import { creates, follows, ID } from './Samples.js';

export const syncSamples: Samples<Sync> = {
  generations: {
    ...creates({
      model: 'lipsync-2',
      input: [
        { type: 'video', url: 'https://files.example/face.mp4' },
        { type: 'audio', url: 'https://files.example/voice.wav' },
      ],
    }),
    ...follows,
    list: [[]],
    remove: [[ID]],
  },
  errors: [[]],
};

export const syncAnswers: SampleAnswers = {};
