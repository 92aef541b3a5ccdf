import { describeKind } from '../describeKind.js';
import { clips } from './clips.js';

describeKind(clips, {
  bodies: [
    { id: 'clip-1', state: 'waiting', url: null, percent: null, reason: null },
    { id: 'clip-1', state: 'drawing', url: null, percent: 37, reason: null },
    { id: 'clip-1', state: 'finished', url: 'https://media.example/1.mp4', seconds: 8 },
    { id: 'clip-1', state: 'broken', url: null, reason: 'Too dark.' },
  ],
  inputs: {
    good: [{ prompt: 'a cat' }],
    bad: [{ prompt: '' }, { prompt: 'a cat', callback_url: 'http://hooks.example' }],
  },
  errors: [{ status: 400, body: '{"problem":"No prompt."}' }],
});
