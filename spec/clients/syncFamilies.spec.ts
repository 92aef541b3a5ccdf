import type { Told } from './syncPlay.js';
import { isLeft, serverHint } from 'rushes';
import { DAY_MS, GENERATION, play, told, valueOf, words } from './syncPlay.js';

const SPEECH = {
  script: 'Hello',
  voiceId: 'EXAVITQu4vr4xnSDxMaL',
  provider: 'elevenlabs',
} as const;
const VIDEO = 'https://assets.sync.so/docs/example-video.mp4';
const ROWS = Array.from({ length: 20 }, (_, index) => ({
  request_id: `r${index + 1}`,
  endpoint: '/v2/generate' as const,
  payload: GENERATION,
}));

describe('every family of jobs, from the create to the end', () => {
  it('generations, by URLs', () => {
    const { client, time } = play({ durationMs: 60_000 });
    const seen = told(client.generations.run(GENERATION));
    time.advance(DAY_MS);
    expect(words(seen.events).at(0)).toBe('queued PENDING');
    expect(words(seen.events).at(-1)).toBe('succeeded COMPLETED');
    expect(seen.over).toBe(true);
  });

  it('generations, by files that are sent along', () => {
    const played = play();
    const video = new File(['a'], 'face.mp4', { type: 'video/mp4' });
    const audio = new File(['b'], 'speech.wav', { type: 'audio/wav' });
    const done = valueOf(
      played,
      played.client.generations.run({
        model: 'sync-3',
        video,
        audio,
        options: { sync_mode: 'loop' },
        outputFileName: 'a_name',
      }),
    );
    expect(done).toMatchObject({ phase: 'succeeded', output: { model: 'sync-3' } });
  });

  it('generations: counted, listed, priced, and deleted once they are done', () => {
    const played = play();
    const { generations } = played.client;
    const { ref } = valueOf(played, generations.run(GENERATION));
    expect(valueOf(played, generations.count())).toBe(1);
    expect(valueOf(played, generations.list()).items.map(({ phase }) => phase)).toEqual([
      'succeeded',
    ]);
    expect(valueOf(played, generations.costs(ref))).toMatchObject({
      availability: 'complete',
      currency: 'USD',
      totalCostUsd: expect.stringMatching(/^\d+(\.\d+)?$/) as string,
    });
    const input = { model: 'lipsync-2', duration: 10 };
    expect(valueOf(played, generations.estimateCost(input))).toMatchObject({
      estimatedFrameCount: 300,
    });
    expect(valueOf(played, generations.analyzeCost(GENERATION))).toHaveLength(1);
    valueOf(played, generations.remove(ref));
    expect(valueOf(played, generations.count())).toBe(0);
  });

  it('generations that are under way are not deleted', () => {
    const { client, time } = play({ durationMs: 60_000 });
    const submitted = told(client.generations.submit(GENERATION));
    time.advance(1_000);
    const [event] = submitted.events;
    if (event === undefined || isLeft(event)) throw new Error('nothing was made');
    const removed = told(client.generations.remove(event.right));
    time.advance(1_000);
    expect(removed.events).toMatchObject([
      {
        left: {
          _tag: 'Rejected',
          httpStatus: 409,
          vendorCode: 'generation_not_deletable_while_processing',
        },
      },
    ]);
  });

  it('batches that are only validated', async () => {
    const played = play();
    const { batches } = played.client;
    const seen = told(batches.validate({ rows: ROWS }));
    // The vendor reads the file that the rows became, which takes turns of the real event loop.
    while (!seen.over) await new Promise((resolve) => setImmediate(resolve));
    expect(seen.events).toEqual([{ _tag: 'Right', right: { status: 'VALIDATED' } }]);
    expect(valueOf(played, batches.list()).items).toEqual([]);
  });

  it('batches, by rows: run and listed', () => {
    const played = play({ durationMs: 3_600_000 });
    const { batches } = played.client;
    const seen = told(batches.run({ rows: ROWS }));
    played.time.advance(DAY_MS);
    expect(words(seen.events)).toEqual([
      'queued PENDING',
      'queued JOBS_CREATED',
      'running PROCESSING',
      'succeeded COMPLETED',
    ]);
    const last = seen.events.at(-1);
    expect(last).toMatchObject({
      right: {
        output: {
          outputUrl: expect.stringMatching(/^https:/) as string,
          metrics: { total_generations: 20, success_count: 20, failed_count: 0, pending_count: 0 },
        },
      },
    });
    const progress = seen.events.flatMap((event) =>
      isLeft(event) ? [] : [event.right.progress ?? 0],
    );
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(new Set(progress).size).toBeGreaterThan(2);
    expect(valueOf(played, batches.list()).items).toHaveLength(1);
  });

  it('batches that are too small are refused by the vendor, with its code', () => {
    const { client, time } = play();
    const seen = told(client.batches.run({ rows: ROWS.slice(0, 3) }));
    time.advance(1_000);
    expect(seen.events).toMatchObject([
      { left: { _tag: 'Rejected', vendorCode: 'batch_insufficient_records' } },
    ]);
  });

  it('ttsJobs, looked at as the vendor asks for', () => {
    const { client, sim, time } = play({ durationMs: 20_000 });
    const seen = told(client.ttsJobs.run(SPEECH, { cadence: serverHint() }));
    time.advance(DAY_MS);
    expect(words(seen.events)).toEqual([
      'queued PENDING',
      'running PROCESSING',
      'succeeded SUCCESS',
    ]);
    expect(seen.events.at(-1)).toMatchObject({
      right: { output: { url: expect.stringMatching(/^https:/) as string } },
    });
    const looks = sim.sync.requests.filter(({ path }) => path.startsWith('/v2/tts/jobs/'));
    const gaps = looks.slice(1).map(({ at }, index) => at - Number(looks[index]?.at));
    expect([...new Set(gaps)]).toEqual([3_000]);
  });

  it('tts, waited for', () => {
    const played = play();
    expect(valueOf(played, played.client.tts(SPEECH))).toMatchObject({
      url: expect.stringMatching(/^https:/) as string,
    });
  });

  it('transcriptions, then a dialogue edit of them, then a generation that renders it', () => {
    const played = play();
    const { dialogueEdits, generations, transcriptions } = played.client;
    const heard = valueOf(played, transcriptions.run({ sourceVideoUrl: VIDEO }));
    if (heard.phase !== 'succeeded') throw new Error(heard.phase);
    const { transcript } = heard.output;
    const wordId = transcript.segments?.[0]?.words[0]?.id;
    const edited = valueOf(
      played,
      dialogueEdits.run({
        sourceVideoUrl: VIDEO,
        transcript,
        edits: [{ wordIds: [wordId], text: 'Welcome' }],
      }),
    );
    expect(edited).toMatchObject({
      phase: 'succeeded',
      output: { status: 'COMPLETED', resultTranscript: transcript },
    });
    const rendered = valueOf(
      played,
      generations.run({
        model: 'sync-3',
        input: [{ type: 'video', url: VIDEO }],
        dialogueEdit: { id: edited.ref.id },
      }),
    );
    expect(rendered.phase).toBe('succeeded');
  });

  it('dialogue edits that lack something, and say so', () => {
    const played = play();
    played.sim.sync.nextJob({ kind: 'dialogueEdits', outcome: 'partial' });
    const edited = valueOf(
      played,
      played.client.dialogueEdits.run({
        sourceVideoUrl: VIDEO,
        transcript: { segments: [{ words: [{ id: 'w1', text: 'a', startMs: 0, endMs: 1 }] }] },
        edits: [{ wordIds: ['w1'], text: 'b' }],
      }),
    );
    expect(edited).toMatchObject({
      phase: 'succeeded',
      status: 'COMPLETED_PARTIAL',
      output: { status: 'COMPLETED_PARTIAL', partialDetail: { reason: 'background_bed_missing' } },
    });
  });

  it.each(['ttsJobs', 'transcriptions', 'dialogueEdits'] as const)(
    '%s that fail, with the code and sentence of their error',
    (kind) => {
      const { client, sim, time } = play();
      sim.sync.nextJob({ kind, outcome: 'failed', failure: { code: 'NO', message: 'No.' } });
      const inputs = {
        ttsJobs: () => client.ttsJobs.run(SPEECH),
        transcriptions: () => client.transcriptions.run({ sourceVideoUrl: VIDEO }),
        dialogueEdits: () =>
          client.dialogueEdits.run({
            sourceVideoUrl: VIDEO,
            transcript: { segments: [{ words: [{ id: 'w', text: 'a', startMs: 0, endMs: 1 }] }] },
            edits: [{ wordIds: ['w'], text: 'b' }],
          }),
      };
      const seen = told<Told>(inputs[kind]());
      time.advance(DAY_MS);
      expect(seen.events.at(-1)).toMatchObject({
        right: { phase: 'failed', failure: { code: 'NO', message: 'No.' } },
      });
    },
  );
});

describe('what is no job', () => {
  it('assets: uploaded, made, read, changed, listed, deleted', () => {
    const played = play();
    const { assets } = played.client;
    const file = new File(['a'], 'face.mp4', { type: 'video/mp4' });
    const { url } = valueOf(played, assets.upload(file));
    const { id } = valueOf(played, assets.create({ url, type: 'VIDEO', name: 'face.mp4' }));
    expect(valueOf(played, assets.get(id))).toMatchObject({ id, type: 'VIDEO', name: 'face.mp4' });
    expect(valueOf(played, assets.getMany([id]))).toMatchObject([{ id }]);
    expect(valueOf(played, assets.update(id, { name: 'other.mp4' })).name).toBe('other.mp4');
    expect(valueOf(played, assets.downloadUrl(id))).toMatch(/^https:/);
    const again = valueOf(played, assets.create({ url, type: 'VIDEO' }));
    const first = valueOf(played, assets.list({ limit: 1 }));
    const second = valueOf(played, assets.list(first.next));
    expect([...first.items, ...second.items].map((asset) => asset.id).sort()).toEqual(
      [id, again.id].sort(),
    );
    const input = [
      { type: 'video', assetId: id },
      { type: 'audio', url: 'https://media.example/speech.wav' },
    ] as const;
    const made = valueOf(played, played.client.generations.run({ model: 'sync-3', input }));
    expect(made.phase).toBe('succeeded');
    valueOf(played, assets.remove(id));
    valueOf(played, assets.remove(id));
    expect(valueOf(played, assets.list()).items).toHaveLength(1);
  });

  it('voices: listed, cloned, read, deleted, and deleted again', () => {
    const played = play();
    const { voices } = played.client;
    const before = valueOf(played, voices.list()).length;
    const sample = { name: 'Mine', provider: 'elevenlabs', url: VIDEO } as const;
    const { id } = valueOf(played, voices.clone(sample));
    expect(valueOf(played, voices.get(id))).toMatchObject({ id, name: 'Mine' });
    expect(valueOf(played, voices.list())).toHaveLength(before + 1);
    expect(valueOf(played, voices.remove(id))).toBeUndefined();
    expect(valueOf(played, voices.remove(id))).toBeUndefined();
    expect(valueOf(played, voices.list())).toHaveLength(before);
  });

  it('projects: made, changed, filled, listed, deleted', () => {
    const played = play();
    const { assets, projects } = played.client;
    const { id } = valueOf(played, projects.create({ name: 'P' }));
    expect(valueOf(played, projects.update(id, { description: 'D' }))).toMatchObject({
      name: 'P',
      description: 'D',
    });
    const asset = valueOf(played, assets.create({ url: VIDEO, type: 'VIDEO' }));
    valueOf(played, projects.attachAsset(id, asset.id));
    expect(valueOf(played, assets.list({ projectId: id })).items).toHaveLength(1);
    expect(valueOf(played, projects.get(id))).toMatchObject({ id, visibility: 'USER' });
    expect(valueOf(played, projects.list({ limit: 1 })).items).toMatchObject([{ id }]);
    valueOf(played, projects.remove(id));
    expect(valueOf(played, projects.list()).items).toEqual([]);
  });

  it('models, the catalogue of errors, the health of the vendor, the secret of webhooks', () => {
    const played = play();
    const { client } = played;
    expect(valueOf(played, client.models.list()).map(({ name }) => name)).toContain('sync-3');
    expect(valueOf(played, client.errors()).length).toBeGreaterThan(50);
    expect(valueOf(played, client.healthcheck())).toBeUndefined();
    expect(valueOf(played, client.webhookSecret())).toMatch(/^whsec_/);
    expect(valueOf(played, client.webhookSecret({ masked: true }))).toMatch(/^whsec_\*/);
  });
});
