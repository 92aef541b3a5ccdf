import type { Aurous } from 'rushes/aurous';
import type { SampleAnswers, Samples } from './Samples.js';
import { creates, follows, ID } from './Samples.js';

export const aurousSamples: Samples<Aurous> = {
  characters: {
    ...creates({ name: 'Aurora' }),
    ...follows,
    list: [[]],
    remove: [[ID]],
    save: [[ID]],
    resynthesize: [[ID]],
  },
};

export const aurousAnswers: SampleAnswers = {};
