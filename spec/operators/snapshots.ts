import type { JobRef } from '../../src/model/JobRef.js';
import type { Active, Ended, Failed, NeedsAction, Succeeded } from '../../src/model/JobSnapshot.js';

/** What the jobs of these specs make. */
export interface Film {
  readonly url: string;
}

/** What they show while a person decides. */
export interface Still {
  readonly image: string;
}

export const ref: JobRef = { v: 1, provider: 'acme', kind: 'films', id: '42' };

const facts = { ref, assets: [], observedAt: 0, raw: null };

export const queued = (changes: Partial<Active> = {}): Active => ({
  ...facts,
  phase: 'queued',
  status: 'waiting',
  ...changes,
});

export const running = (changes: Partial<Active> = {}): Active => ({
  ...facts,
  phase: 'running',
  status: 'rendering',
  ...changes,
});

export const needsAction = (changes: Partial<NeedsAction<Still>> = {}): NeedsAction<Still> => ({
  ...facts,
  phase: 'needs-action',
  status: 'reviewing',
  preview: { image: 'https://acme.example/still.png' },
  actions: ['save'],
  ...changes,
});

export const succeeded = (changes: Partial<Succeeded<Film>> = {}): Succeeded<Film> => ({
  ...facts,
  phase: 'succeeded',
  status: 'done',
  progress: 1,
  output: { url: 'https://acme.example/film.mp4' },
  ...changes,
});

export const failed = (changes: Partial<Failed> = {}): Failed => ({
  ...facts,
  phase: 'failed',
  status: 'error',
  failure: { code: 'E7', message: 'no face found' },
  ...changes,
});

export const canceled = (): Ended => ({ ...facts, phase: 'canceled', status: 'canceled' });

export const gone = (): Ended => ({ ...facts, phase: 'gone', status: 'deleted' });
