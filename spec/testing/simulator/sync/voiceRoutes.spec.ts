import { Bench } from '../Bench.js';
import { assetIn, SPEECH } from './samples.js';

type Item = Readonly<Record<string, unknown>>;
const itemsOf = (json: unknown) => json as readonly Item[];

describe('Voices of sync.so', () => {
  const clone = (bench: Bench, body: unknown) => bench.ask('sync', 'POST /v2/voices', { body });
  const cloned = (bench: Bench, name = 'Me') =>
    clone(bench, { name, provider: 'elevenlabs', assetId: assetIn(bench, 'AUDIO') });

  it('are its own and the clones, by id', () => {
    const bench = new Bench();
    const { status, json } = cloned(bench);
    expect([status, json]).toEqual([
      201,
      { id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Me', provider: 'elevenlabs' },
    ]);
    const all = itemsOf(bench.ask('sync', 'GET /v2/voices').json);
    expect(all.map(({ name }) => name)).toEqual(['Rachel', 'Me']);
    expect(bench.ask('sync', `GET /v2/voices/${String(json['id'])}`).json).toEqual(json);
    expect(bench.ask('sync', `GET /v2/voices/${SPEECH.voiceId}`).json['name']).toBe('Rachel');
    expect(bench.ask('sync', 'GET /v2/voices/x').json['errorCode']).toBe('voice_not_found');
  });

  it('speak while they are there, and are deleted with a bare true', () => {
    const bench = new Bench();
    const voiceId = String(cloned(bench).json['id']);
    const speak = () => bench.ask('sync', 'POST /v2/tts', { body: { ...SPEECH, voiceId } }).status;
    expect(speak()).toBe(200);
    const remove = () => bench.ask('sync', `DELETE /v2/voices/${voiceId}`);
    const removed = remove();
    expect([removed.status, removed.json]).toEqual([200, true]);
    expect([speak(), remove().status]).toEqual([404, 404]);
    expect(bench.ask('sync', `DELETE /v2/voices/${SPEECH.voiceId}`).status).toBe(404);
  });

  it.each<[unknown, number, string]>([
    ['', 400, 'Unexpected end of JSON input'],
    [{ url: 'https://assets.sync.so/a.wav' }, 400, 'name is required'],
    [{ name: 'A' }, 400, 'Provide exactly one of url or assetId'],
    [{ name: 'A', provider: 'x', url: 'https://assets.sync.so/a.wav' }, 400, 'provider must be'],
    [{ name: 'A', assetId: 'gone' }, 404, 'asset_not_found'],
    [{ name: 'A', url: 'https://example.com/a.wav' }, 422, 'voice_sample_upload_required'],
    [{ name: 'A', url: 'https://nowhere.invalid/a.wav' }, 422, 'voice_sample_not_accessible'],
  ])('are not cloned from %j', (body, status, told) => {
    const refused = clone(new Bench(), body);
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.json)).toContain(told);
  });

  it('are not cloned from an image, nor under a name that is taken', () => {
    const bench = new Bench();
    const image = { name: 'A', assetId: assetIn(bench, 'IMAGE') };
    expect(clone(bench, image).json['errorCode']).toBe('voice_sample_type_unsupported');
    cloned(bench);
    const again = cloned(bench);
    expect([again.status, again.json['errorCode']]).toEqual([409, 'voice_name_conflict']);
  });

  it('are cloned ten times an hour when limits bind', () => {
    const bench = new Bench({ limits: 'documented' });
    const statuses = Array.from({ length: 11 }, (_, index) => cloned(bench, `V${index}`).status);
    expect(statuses.slice(-2)).toEqual([201, 429]);
    bench.advance(360_000);
    expect(cloned(bench, 'Later').status).toBe(201);
  });
});
