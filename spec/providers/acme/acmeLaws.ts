import { providerLaws } from 'rushes/testing';
import { clips, vendor } from './acme.js';

/** What Acme keeps to. Bodies: https://docs.acme.example/clips (read 2026-11-22) */
export const acmeLaws = providerLaws({
  vendor,
  families: { clips },
  material: {
    clips: {
      bodies: [
        { id: 'clip-1', state: 'waiting', url: null, percent: null, reason: null },
        { id: 'clip-1', state: 'drawing', url: null, percent: 37, reason: null },
        { id: 'clip-1', state: 'finished', url: 'https://media.example/1.mp4' },
        { id: 'clip-1', state: 'broken', url: null, reason: 'Too dark.' },
      ],
      inputs: {
        good: [{ prompt: 'a cat' }],
        bad: [{ prompt: '' }, { prompt: 'a cat', callback_url: 'http://hooks.example' }],
      },
      verbs: { extend: { seconds: 4 } },
      pages: [[{ id: 'clip-1', state: 'waiting' }]],
      errors: [{ status: 400, body: '{"message":"No prompt."}' }],
    },
  },
});
