import type { JobOutcome } from 'rushes/testing';
import { Bench } from '../Bench.js';
import { EDIT, GENERATE, rows, SOURCE, SPEECH } from './samples.js';

type Family = readonly [
  kind: string,
  create: `POST ${string}`,
  body: object,
  status: number,
  get: string,
  words: readonly string[],
  ends: Readonly<Partial<Record<JobOutcome, string>>>,
  fields: readonly string[],
];

/** What the pages of sync.so list, a family a row. */
const FAMILIES: readonly Family[] = [
  [
    'generations',
    'POST /v2/generate',
    GENERATE,
    201,
    '/v2/generate',
    ['PENDING', 'PROCESSING'],
    {
      succeeded: 'COMPLETED',
      failed: 'FAILED',
      rejected: 'REJECTED',
      canceled: 'CANCELED',
      expired: 'TIMED_OUT',
    },
    (
      'createdAt id input model status error errorCode options outputDuration outputUrl ' +
      'outputFileName segments segmentOutputUrl webhookUrl projectId'
    ).split(' '),
  ],
  [
    'batches',
    'POST /v2/batch',
    { rows: rows(20), webhook_url: 'https://example.com/hook' },
    201,
    '/v2/batch',
    ['PENDING', 'JOBS_CREATED', 'PROCESSING'],
    { succeeded: 'COMPLETED', failed: 'FAILED' },
    'id created_at status metrics webhookUrl outputUrl'.split(' '),
  ],
  [
    'ttsJobs',
    'POST /v2/tts/jobs',
    SPEECH,
    202,
    '/v2/tts/jobs',
    ['PENDING', 'PROCESSING'],
    { succeeded: 'SUCCESS', failed: 'FAILED' },
    'id status url duration error createdAt startedAt finishedAt'.split(' '),
  ],
  [
    'transcriptions',
    'POST /v2/transcriptions',
    SOURCE,
    201,
    '/v2/transcriptions',
    ['PENDING', 'PROCESSING'],
    { succeeded: 'COMPLETED', failed: 'FAILED' },
    (
      'id status sourceVideoUrl sourceStartMs sourceEndMs transcript speakerCount difficulty error ' +
      'createdAt'
    ).split(' '),
  ],
  [
    'dialogueEdits',
    'POST /v2/dialogue-edits',
    EDIT,
    201,
    '/v2/dialogue-edits',
    ['PENDING', 'PROCESSING'],
    { succeeded: 'COMPLETED', partial: 'COMPLETED_PARTIAL', failed: 'FAILED' },
    (
      'id status sourceVideoUrl sourceStartMs sourceEndMs sourceTranscript edits voiceId ' +
      'segmentLipsyncEnabled sectionExpansionEnabled previewAudioUrl resultTranscript resultSlots ' +
      'partialDetail error createdAt'
    ).split(' '),
  ],
];

const ENDS = FAMILIES.flatMap(([kind, , , , get, , ends]) =>
  Object.entries(ends).map(([outcome, word]) => [kind, outcome as JobOutcome, word, get] as const),
);

describe('The families of sync.so', () => {
  it.each(FAMILIES)(
    '%s answer %s with the documented fields',
    (kind, create, body, status, get, _words, _ends, fields) => {
      const bench = new Bench();
      const made = bench.ask('sync', create, { body });
      expect([made.status, Object.keys(made.json).sort()]).toEqual([status, [...fields].sort()]);
      bench.advance(1000);
      const shown = bench.ask('sync', `GET ${get}/${String(made.json['id'])}`);
      expect([shown.status, Object.keys(shown.json).sort()]).toEqual([200, [...fields].sort()]);
      expect([bench.sim.sync.createsOf(kind), bench.sim.sync.creates]).toEqual([1, 1]);
    },
  );

  it.each(FAMILIES)(
    '%s after %s say their words in order',
    (kind, _create, _body, _s, get, words) => {
      const bench = new Bench();
      const script = { durationMs: 1000, queuedMs: 400 };
      const id = bench.sim.sync.createJob(kind, script);
      const seen = [0, 200, 200].map((ms) => {
        bench.advance(ms);
        return String(bench.ask('sync', `GET ${get}/${id}`).json['status']);
      });
      expect([...new Set(seen)]).toEqual(words);
    },
  );

  it.each(ENDS)('%s that are scripted as %s end as %s', (kind, outcome, word, get) => {
    const bench = new Bench();
    const failure = { code: 'SOURCE_TOO_LONG', message: 'Too long.' };
    const id = bench.sim.sync.createJob(kind, { outcome, failure });
    bench.advance(1000);
    const { json } = bench.ask('sync', `GET ${get}/${id}`);
    expect(json['status']).toBe(word);
    expect(bench.sim.sync.jobs[0]).toMatchObject({ status: word, finishedAt: 1000 });
    const failed = outcome === 'failed' || outcome === 'rejected';
    const told = kind === 'generations' ? failure.message : failure;
    if (kind !== 'batches') expect(json['error']).toEqual(failed ? told : null);
  });

  it.each(FAMILIES)('%s, made by %s, are not found among other kinds', (kind, _c, _b, _s, get) => {
    const bench = new Bench();
    const other = bench.sim.sync.createJob(kind === 'ttsJobs' ? 'batches' : 'ttsJobs');
    expect(bench.ask('sync', `GET ${get}/${other}`).status).toBe(404);
    expect(bench.ask('sync', `GET ${get}/6533643b-aceb-4c40-967e-d9ba9baac39e`).status).toBe(404);
  });

  it('take the script that names their kind', () => {
    const bench = new Bench();
    bench.sim.sync.nextJob({ kind: 'ttsJobs', outcome: 'failed' });
    bench.ask('sync', 'POST /v2/generate', { body: GENERATE });
    bench.ask('sync', 'POST /v2/tts/jobs', { body: SPEECH });
    bench.advance(1000);
    expect(bench.sim.sync.jobs.map(({ status }) => status)).toEqual(['COMPLETED', 'FAILED']);
    expect(() => bench.sim.sync.nextJob({ kind: 'batches', outcome: 'rejected' })).toThrow(
      TypeError,
    );
  });

  it('name batches by a word, and all others by a UUID', () => {
    const bench = new Bench();
    const ids = FAMILIES.map(([kind]) => bench.sim.sync.createJob(kind));
    expect(ids[1]).toMatch(/^batch_[0-9a-z]{12}$/);
    for (const id of ids.filter((_, index) => index !== 1)) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
