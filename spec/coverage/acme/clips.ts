import { defineJob, lenient, lenientBody, pathSegment } from 'rushes';

/** Words of which not all are documented. */
export const CLIP_PHASES = {
  waiting: 'queued', // documented
  drawn: 'succeeded', // older
} as const;

/** A sort of job for the specs of the walk. */
export const clips = defineJob({
  kind: 'clips',
  check: ({ prompt }: { readonly prompt: string }) =>
    typeof prompt === 'string' ? [] : [{ path: 'prompt', message: 'must be text' }],
  submit: (input) => ({ method: 'POST', path: '/clips', json: input }),
  look: (id) => ({ method: 'GET', path: `/clips/${pathSegment(id)}` }),
  codec: lenientBody('a clip', { id: lenient.vendorId, state: lenient.word }, {}),
  id: (body) => body.id,
  status: (body) => body.state,
  phases: CLIP_PHASES,
  output: () => ({}),
});
