import type { Creatify } from 'rushes/creatify';
import type { SampleAnswers, Samples } from './Samples.js';
import { creates, follows } from './Samples.js';

export const creatifySamples: Samples<Creatify> = {
  aurora: {
    ...creates({
      image: 'https://files.example/face.png',
      audio: 'https://files.example/voice.mp3',
    }),
    ...follows,
    list: [[]],
  },
};

export const creatifyAnswers: SampleAnswers = {};
