import type { SyncOutput } from 'rushes/sync';
import type { Either, JobError, JobStream } from 'rushes';
import { fixture } from '../fixtures/fixture.js';
import type { Route } from './routeTable.js';
import { eventsOf, leftOf, onlyOf, replay, rightOf, wordsOf } from './routeTable.js';
import { DOOR, sync } from './syncRoutes.js';

const A_KEY: unknown = expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);
const FORM: unknown = expect.stringMatching(/^multipart\/form-data; ?boundary=/);
const GENERATION = {
  model: 'lipsync-2',
  input: [
    { type: 'video', url: 'https://media.example/face.mp4' },
    { type: 'audio', url: 'https://media.example/speech.wav' },
  ],
} as const;
const ROWS = [{ request_id: 'r1', endpoint: '/v2/generate', payload: GENERATION }] as const;
const SPEECH = { script: 'Hello', voiceId: 'v1', provider: 'elevenlabs' } as const;
const SOURCE = { sourceVideoUrl: 'https://assets.sync.so/docs/example-video.mp4' };
const { transcript } = fixture('sync/transcription.completed') as {
  transcript: Readonly<Record<string, unknown>>;
};
const EDIT = { ...SOURCE, transcript, edits: [{ wordIds: ['w1'], text: 'Welcome' }] };

type JobEvent = Either<JobError, unknown>;

interface Journey {
  readonly run: (client: ReturnType<typeof sync>) => JobStream<SyncOutput>;
  readonly watch: (client: ReturnType<typeof sync>, id: string) => JobStream<SyncOutput>;
  readonly create: Omit<Route, 'body'>;
  readonly look: string;
  readonly bodies: readonly string[];
  readonly words: readonly string[];
  readonly last: object;
}

const JOURNEYS: Readonly<Record<string, Journey>> = {
  batches: {
    run: ({ batches }) => batches.run({ rows: ROWS }),
    watch: ({ batches }, id) => batches.watch(id),
    create: { method: 'POST', path: '/v2/batch', requestBody: { rows: ROWS }, status: 201 },
    look: '/v2/batch/batch_abc123',
    bodies: ['batch.pending', 'batch.jobs_created', 'batch.processing', 'batch.completed'],
    words: [
      'queued PENDING',
      'queued JOBS_CREATED 0',
      'running PROCESSING 0.25',
      'succeeded COMPLETED 1',
    ],
    last: {
      output: {
        outputUrl: 'https://api.sync.so/v2/batches/batch_abc123/result',
        metrics: { total_generations: 20, success_count: 18, failed_count: 2, pending_count: 0 },
      },
    },
  },
  'batches that fail': {
    run: ({ batches }) => batches.run({ rows: ROWS }),
    watch: ({ batches }, id) => batches.watch(id),
    create: { method: 'POST', path: '/v2/batch', requestBody: { rows: ROWS }, status: 201 },
    look: '/v2/batch/batch_abc123',
    bodies: ['batch.pending', 'batch.failed'],
    words: ['queued PENDING', 'failed FAILED 0.99'],
    last: { failure: { message: '' }, assets: [] },
  },
  ttsJobs: {
    run: ({ ttsJobs }) => ttsJobs.run(SPEECH),
    watch: ({ ttsJobs }, id) => ttsJobs.watch(id),
    create: {
      method: 'POST',
      path: '/v2/tts/jobs',
      requestBody: SPEECH,
      requestHeaders: { 'idempotency-key': A_KEY },
      status: 202,
    },
    look: '/v2/tts/jobs/6533643b-aceb-4c40-967e-d9ba9baac39e',
    bodies: ['tts.pending', 'tts.processing', 'tts.success'],
    words: ['queued PENDING', 'running PROCESSING', 'succeeded SUCCESS 1'],
    last: { output: { url: 'https://media.example/speech.mp3', duration: 4.2 } },
  },
  transcriptions: {
    run: ({ transcriptions }) => transcriptions.run(SOURCE),
    watch: ({ transcriptions }, id) => transcriptions.watch(id),
    create: { method: 'POST', path: '/v2/transcriptions', requestBody: SOURCE, status: 201 },
    look: '/v2/transcriptions/1f0c7a52-6f5e-4c5b-9a51-2f6b3c1d7e90',
    bodies: ['transcription.pending', 'transcription.processing', 'transcription.completed'],
    words: ['queued PENDING', 'running PROCESSING', 'succeeded COMPLETED 1'],
    last: { output: { transcript, speakerCount: 1, difficulty: 'easy' } },
  },
  'transcriptions that fail': {
    run: ({ transcriptions }) => transcriptions.run(SOURCE),
    watch: ({ transcriptions }, id) => transcriptions.watch(id),
    create: { method: 'POST', path: '/v2/transcriptions', requestBody: SOURCE, status: 201 },
    look: '/v2/transcriptions/1f0c7a52-6f5e-4c5b-9a51-2f6b3c1d7e90',
    bodies: ['transcription.pending', 'transcription.failed'],
    words: ['queued PENDING', 'failed FAILED'],
    last: { failure: { code: 'NO_AUDIO_TRACK', message: 'The video has no audio track.' } },
  },
  dialogueEdits: {
    run: ({ dialogueEdits }) => dialogueEdits.run(EDIT),
    watch: ({ dialogueEdits }, id) => dialogueEdits.watch(id),
    create: { method: 'POST', path: '/v2/dialogue-edits', requestBody: EDIT, status: 201 },
    look: '/v2/dialogue-edits/7c9e6679-7425-40de-944b-e07fc1f90ae7',
    bodies: ['dialogueEdit.pending', 'dialogueEdit.processing', 'dialogueEdit.completed_partial'],
    words: ['queued PENDING', 'running PROCESSING', 'succeeded COMPLETED_PARTIAL 1'],
    last: { output: { status: 'COMPLETED_PARTIAL', voiceId: 'v-9' } },
  },
};

const lookAt = ({ look }: Journey, name: string): Route => ({
  method: 'GET',
  path: look,
  status: 200,
  body: fixture(`sync/${name}`),
});

describe('run: one create, then looks until the end', () => {
  it.each(Object.entries(JOURNEYS))('%s', async (name, journey) => {
    const [created = '', ...looks] = journey.bodies;
    const routes = [
      { ...journey.create, body: fixture(`sync/${created}`) },
      ...looks.map((look) => lookAt(journey, look)),
    ];
    const events = await replay(DOOR, routes, () => eventsOf(journey.run(sync())));
    expect(wordsOf(events)).toEqual(journey.words);
    const { ref, ...snapshot } = rightOf(events.at(-1));
    expect(snapshot).toMatchObject(journey.last);
    expect(ref).toMatchObject({ v: 1, provider: 'sync', kind: name.split(' ')[0] });
  });

  it.each(Object.entries(JOURNEYS))('%s, watched by the client of another day', async (_n, j) => {
    const last = j.bodies.at(-1) ?? '';
    const id = j.look.split('/').at(-1) ?? '';
    const events = await replay(DOOR, [lookAt(j, last)], () => eventsOf(j.watch(sync(), id)));
    expect(wordsOf(events)).toEqual(j.words.slice(-1));
    const { ref } = rightOf(events[0]);
    const again = await replay(DOOR, [lookAt(j, last)], () => eventsOf(sync().watch(ref)));
    expect(wordsOf(again)).toEqual(j.words.slice(-1));
  });
});

describe('a job that is none of the family', () => {
  const FAMILIES = ['batches', 'ttsJobs', 'transcriptions', 'dialogueEdits'] as const;

  it.each(FAMILIES)('%s refuses it, and sends nothing', async (name) => {
    const family = sync()[name];
    const other = { v: 1, provider: 'sync', kind: 'generations', id: 'g1' } as const;
    const asked = [
      () => family.watch(other),
      () => family.get(other),
      () => family.refresh(other),
      () => family.get('../g1'),
    ];
    for (const ask of asked) {
      const error = leftOf(await replay(DOOR, [], () => onlyOf<JobEvent>(ask())));
      expect(error).toMatchObject({ _tag: 'InvalidInput', attempts: 0 });
    }
  });

  it.each(FAMILIES)('%s refuses a bad input of a create, and sends nothing', async (name) => {
    const family = sync()[name];
    for (const ask of [() => family.run({} as never), () => family.submit(null as never)]) {
      const error = leftOf(await replay(DOOR, [], () => onlyOf<JobEvent>(ask())));
      expect(error).toMatchObject({ _tag: 'InvalidInput', outcome: 'not-sent' });
    }
  });
});

describe('a create whose answer is lost', () => {
  it.each(['batches', 'transcriptions', 'dialogueEdits'])('%s: is not sent again', async (name) => {
    const { create, run } = JOURNEYS[name]!;
    const routes = [{ ...create, status: 502, body: '<title>Bad Gateway</title>' }];
    const event = await replay(DOOR, routes, () => onlyOf(run(sync())));
    expect(leftOf(event)).toMatchObject({ _tag: 'SubmissionUnknown', attempts: 1 });
  });

  it('ttsJobs: is sent again under the same key', async () => {
    const { create, run, bodies } = JOURNEYS['ttsJobs']!;
    const body = fixture(`sync/${bodies.at(-1) ?? ''}`);
    const routes = [
      { ...create, status: 502, body: '' },
      { ...create, status: 202, body },
    ];
    const events = await replay(DOOR, routes, () => eventsOf(run(sync())));
    expect(wordsOf(events)).toEqual(['succeeded SUCCESS 1']);
  });

  it('ttsJobs: 503 where the organization does not take part is told with the vendor’s words', async () => {
    const { create, run } = JOURNEYS['ttsJobs']!;
    const body = { statusCode: 503, message: 'Asynchronous TTS is not enabled.' };
    const routes = Array<Route>(5).fill({ ...create, status: 503, body });
    const event = await replay(DOOR, routes, () => onlyOf(run(sync())));
    expect(leftOf(event).message).toContain('Asynchronous TTS is not enabled.');
  });
});

describe('files that are sent along', () => {
  const part = (name: string, value: string): RegExp =>
    new RegExp(`name="${name}"\\r\\n\\r\\n${value.replace(/[{}[\]"().*+?^$|\\]/g, '\\$&')}\\r\\n`);
  const filePart = (name: string, file: string, type: string, bytes: string): RegExp =>
    new RegExp(
      `name="${name}"; filename="${file}"\\r\\nContent-Type: ${type}\\r\\n\\r\\n${bytes}\\r\\n`,
      'i',
    );
  /** A form that has all of these parts, and `count` parts in all. */
  const formOf = (count: number, ...parts: readonly RegExp[]): unknown => ({
    asymmetricMatch: (body: unknown) =>
      typeof body === 'string' &&
      body.split('Content-Disposition: form-data').length - 1 === count &&
      parts.every((pattern) => pattern.test(body)),
    toAsymmetricMatcher: () => parts.map(String).join('\n'),
  });

  it('make a generation: files by their names, what is nested as JSON', async () => {
    const route: Route = {
      method: 'POST',
      path: '/v2/generate',
      requestHeaders: { 'content-type': FORM, 'idempotency-key': A_KEY },
      requestBody: formOf(
        6,
        part('model', 'sync-3'),
        part('options', '{"sync_mode":"loop"}'),
        part('projectId', 'p1'),
        filePart('video', 'face.mp4', 'video/mp4', 'bytes-of-face'),
        filePart('audio', 'speech.wav', 'audio/wav', 'bytes-of-speech'),
        part('seed', '7'),
      ),
      status: 201,
      body: fixture('sync/pending'),
    };
    const event = await replay(DOOR, [route], () =>
      onlyOf(
        sync().generations.submit(
          {
            model: 'sync-3',
            options: { sync_mode: 'loop' },
            projectId: 'p1',
            video: new File(['bytes-of-face'], 'face.mp4', { type: 'video/mp4' }),
            audio: new File(['bytes-of-speech'], 'speech.wav', { type: 'audio/wav' }),
          },
          { extraBody: { seed: 7 } },
        ),
      ),
    );
    expect(rightOf(event)).toMatchObject({ kind: 'generations' });
  });

  it('make a batch of a file of JSON lines', async () => {
    const route: Route = {
      method: 'POST',
      path: '/v2/batch',
      requestHeaders: { 'content-type': FORM },
      requestBody: formOf(
        2,
        part('webhook_url', 'https://hooks.example/batch'),
        filePart('input', 'rows.jsonl', 'application/jsonl', 'one line'),
      ),
      status: 201,
      body: fixture('sync/batch.pending'),
    };
    const input = new File(['one line'], 'rows.jsonl', { type: 'application/jsonl' });
    const event = await replay(DOOR, [route], () =>
      onlyOf(sync().batches.submit({ input, webhook_url: 'https://hooks.example/batch' })),
    );
    expect(rightOf(event)).toMatchObject({ kind: 'batches', id: 'batch_abc123' });
  });

  it('have a batch checked: rows become such a file', async () => {
    const route: Route = {
      method: 'POST',
      path: '/v2/batch',
      requestHeaders: { 'content-type': FORM },
      requestBody: formOf(
        2,
        part('dry_run', 'true'),
        filePart('input', 'batch.jsonl', 'application/jsonl', '\\{"request_id":"r1".*\\}'),
      ),
      status: 200,
      body: { status: 'VALIDATED' },
    };
    const event = await replay(DOOR, [route], () =>
      onlyOf(sync().batches.validate({ rows: ROWS })),
    );
    expect(rightOf(event)).toEqual({ status: 'VALIDATED' });
  });

  it('that are no files are refused, and nothing is sent', async () => {
    const input = { model: 'sync-3', video: '/tmp/face.mp4', audio: '/tmp/speech.wav' };
    const event = await replay(DOOR, [], () => onlyOf(sync().generations.run(input as never)));
    expect(leftOf(event)).toMatchObject({
      _tag: 'InvalidInput',
      outcome: 'not-sent',
      issues: [{ path: 'video' }, { path: 'audio' }],
    });
  });
});

describe('batches.list', () => {
  it('asks by state and dates, and has no pages', async () => {
    const query = { status: 'COMPLETED', created_after: '2026-11-01T00:00:00Z' };
    const route: Route = {
      method: 'GET',
      path: '/v2/batch',
      query,
      status: 200,
      body: [fixture('sync/batch.completed'), { id: 'b2' }],
    };
    const page = rightOf(await replay(DOOR, [route], () => onlyOf(sync().batches.list(query))));
    expect(page.items.map(({ phase }) => phase)).toEqual(['succeeded']);
    expect(page).toMatchObject({ skipped: 1 });
    expect(page).not.toHaveProperty('next');
  });
});
