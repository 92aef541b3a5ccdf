import { Bench } from '../Bench.js';
import { EDIT, SOURCE } from './samples.js';

describe('Dialogue edits of sync.so', () => {
  const create = (bench: Bench, body: unknown = EDIT) =>
    bench.ask('sync', 'POST /v2/dialogue-edits', { body });
  const end = (outcome: 'succeeded' | 'partial' | 'failed') => {
    const bench = new Bench();
    bench.sim.sync.nextJob({ outcome });
    const { json } = create(bench);
    bench.advance(1000);
    return bench.ask('sync', `GET /v2/dialogue-edits/${String(json['id'])}`).json;
  };

  it('end with a preview, a retimed transcript and a slot an edit', () => {
    expect(end('succeeded')).toMatchObject({
      status: 'COMPLETED',
      sourceVideoUrl: EDIT.sourceVideoUrl,
      edits: EDIT.edits,
      previewAudioUrl: expect.stringContaining('preview.wav'),
      resultTranscript: EDIT.transcript,
      resultSlots: [
        { outputStartMs: 0, outputDurationMs: 800, sourceStartMs: 0, sourceDurationMs: 800 },
      ],
      partialDetail: null,
      error: null,
    });
  });

  it('that are partial can be heard, and say what they lack', () => {
    expect(end('partial')).toMatchObject({
      status: 'COMPLETED_PARTIAL',
      previewAudioUrl: expect.any(String),
      partialDetail: { reason: 'background_bed_missing' },
      error: null,
    });
  });

  it('that fail have no preview', () => {
    expect(end('failed')).toMatchObject({
      status: 'FAILED',
      previewAudioUrl: null,
      resultSlots: null,
      error: { code: 'VOICE_BLOCKED' },
    });
  });

  it('go from the words of a transcription', () => {
    const bench = new Bench();
    const { json } = bench.ask('sync', 'POST /v2/transcriptions', { body: SOURCE });
    bench.advance(1000);
    const path = `GET /v2/transcriptions/${String(json['id'])}` as const;
    const { transcript } = bench.ask('sync', path).json;
    const edit = (wordId: string) => create(bench, { ...EDIT, transcript, edits: [{ wordId }] });
    expect([edit('w2').status, edit('w99').status]).toEqual([201, 400]);
  });

  it.each<[unknown, number, string]>([
    ['', 400, 'Unexpected end of JSON input'],
    [{ ...EDIT, transcript: undefined }, 400, 'transcript is required'],
    [{ ...EDIT, edits: [] }, 400, 'edits must be at least 1 items long'],
    [{ ...EDIT, edits: ['w1'] }, 400, 'edits.0 must be an object'],
    [{ ...EDIT, sourceVideoUrl: undefined }, 400, 'sourceVideoUrl is required'],
    [{ ...EDIT, edits: [{ wordIds: ['w9'] }] }, 400, 'The transcript has no word'],
    [{ ...EDIT, startMs: 0 }, 422, 'dialogue_edit_unsupported'],
    [{ ...EDIT, sourceVideoUrl: 'https://example.com/a.mp4' }, 422, 'file_not_in_org_storage'],
  ])('refuse %j', (body, status, told) => {
    const bench = new Bench();
    const refused = create(bench, body);
    expect([refused.status, bench.sim.sync.creates]).toEqual([status, 0]);
    expect(JSON.stringify(refused.json)).toContain(told);
  });
});
