import { Bench } from '../Bench.js';
import { GENERATE } from './samples.js';

describe('Generations of sync.so', () => {
  const create = (bench: Bench, more: object = {}) =>
    String(bench.ask('sync', 'POST /v2/generate', { body: { ...GENERATE, ...more } }).json['id']);

  it('are counted by what a list filters by', () => {
    const bench = new Bench();
    const project = bench.ask('sync', 'POST /v2/projects', { body: { name: 'P' } }).json['id'];
    create(bench, { projectId: project });
    bench.sim.sync.createJob('generations', { durationMs: 0 });
    bench.sim.sync.createJob('batches');
    const count = (query: string) =>
      bench.ask('sync', `GET /v2/generations/count?${query}`).json['count'];
    expect(count('')).toBe(2);
    expect(count('status=COMPLETED')).toBe(1);
    expect(count('status=PENDING,FAILED')).toBe(1);
    expect(count(`projectId=${String(project)}`)).toBe(1);
    expect([count('type=api'), count('type=playground')]).toEqual([2, 0]);
    expect([count('source=API'), count('generationSource=studio')]).toEqual([2, 0]);
    const listed = bench.ask('sync', `GET /v2/generations?projectId=${String(project)}`).json;
    expect(listed).toHaveLength(1);
  });

  it('have costs once they have ended', () => {
    const bench = new Bench();
    bench.sim.sync.nextJob({ credits: 1.25 });
    const id = create(bench);
    const costs = () => bench.ask('sync', `GET /v2/generate/${id}/costs`).json;
    expect(costs()).toEqual({
      generationId: id,
      generationStatus: 'PENDING',
      currency: 'USD',
      availability: 'pending',
      totalCostUsd: null,
      knownSubtotalUsd: '0.0000',
      retryAfterSeconds: 5,
      components: [{ type: 'lipsync', availability: 'pending', amountUsd: null }],
      excludedCosts: expect.arrayContaining(['tax']),
    });
    bench.advance(1000);
    expect(costs()).toMatchObject({
      generationStatus: 'COMPLETED',
      availability: 'complete',
      totalCostUsd: '1.2500',
      knownSubtotalUsd: '1.2500',
      retryAfterSeconds: null,
    });
  });

  it('cost nothing when they fail, and tell speech and dubbing apart', () => {
    const bench = new Bench();
    bench.sim.sync.nextJob({ outcome: 'failed', credits: 9 });
    const spoken = { type: 'text', provider: { name: 'elevenlabs', voiceId: 'v', script: 'Hi.' } };
    const dubParams = { providerName: 'elevenlabs', targetLang: 'de' };
    const id = create(bench, { input: [GENERATE.input[0], spoken], dubParams });
    bench.advance(1000);
    const { totalCostUsd, components } = bench.ask('sync', `GET /v2/generate/${id}/costs`).json;
    expect(totalCostUsd).toBe('0.0000');
    expect((components as readonly { type: string }[]).map(({ type }) => type)).toEqual([
      'lipsync',
      'dubbing',
      'speech_synthesis',
    ]);
  });

  it.each([
    ['x', 400, 'invalid_generation_id'],
    ['6533643b-aceb-4c40-967e-d9ba9baac39e', 404, 'generation_not_found'],
  ])('have no costs as %s', (id, status, code) => {
    const refused = new Bench().ask('sync', `GET /v2/generate/${id}/costs`);
    expect([refused.status, refused.json['errorCode']]).toEqual([status, code]);
  });

  describe('and their estimates', () => {
    it.each(['/v2/generations/estimate', '/v2/generate/estimate-cost'] as const)(
      'come from model and length at %s',
      (path) => {
        const body = { model: 'lipsync-2', duration: 10 };
        expect(new Bench().ask('sync', `POST ${path}`, { body }).json).toEqual({
          estimatedFrameCount: 300,
          estimatedGenerationCost: 0.6,
          estimatedCredits: null,
        });
      },
    );

    it.each<[object, number, unknown]>([
      [{ model: 'lipsync-2' }, 400, ['duration is required']],
      [{ model: 'x', duration: 1 }, 400, [expect.stringMatching(/^model must be one of/)]],
      [{ model: 'lipsync-2', duration: 1, fps: 0 }, 400, ['fps must be at least 1']],
      [{ model: 'react-1', duration: 1 }, 422, 'The cost of this model cannot be estimated.'],
    ])('refuse %j', (body, status, message) => {
      const refused = new Bench().ask('sync', 'POST /v2/generations/estimate', { body });
      expect([refused.status, refused.json['message']]).toEqual([status, message]);
    });

    it('come from a whole request, which is judged as a create', () => {
      const bench = new Bench();
      const analyze = (body: unknown) => bench.ask('sync', 'POST /v2/analyze/cost', { body });
      expect(analyze(GENERATE).json).toEqual([
        { estimatedFrameCount: 300, estimatedGenerationCost: 0.5 },
      ]);
      expect(analyze({ ...GENERATE, model: 'x' }).status).toBe(400);
      expect([analyze('').status, bench.sim.sync.creates]).toEqual([400, 0]);
    });
  });

  describe('and their concurrency', () => {
    const status = (bench: Bench) =>
      bench.ask('sync', 'POST /v2/generate', { body: GENERATE }).status;
    const statuses = (bench: Bench, count: number) =>
      Array.from({ length: count }, () => status(bench));

    it('binds where a plan is told, whatever the limits', () => {
      const bench = new Bench({ sync: { concurrency: 1 } });
      expect(statuses(bench, 2)).toEqual([201, 429]);
      bench.advance(1000);
      expect(status(bench)).toBe(201);
    });

    it('is freed by a failure as by a success, and by no other kind', () => {
      const bench = new Bench({ sync: { concurrency: 1 } });
      bench.sim.sync.createJob('transcriptions');
      bench.sim.sync.nextJob({ durationMs: 10, outcome: 'failed' });
      expect(statuses(bench, 2)).toEqual([201, 429]);
      bench.advance(10);
      expect(status(bench)).toBe(201);
    });

    it('is that of the Scale plan under documented limits, and else none', () => {
      expect(statuses(new Bench({ limits: 'documented' }), 16).slice(-2)).toEqual([201, 429]);
      expect(statuses(new Bench(), 16).slice(-1)).toEqual([201]);
      const none = new Bench({ limits: 'none', sync: { concurrency: 1 } });
      expect(statuses(none, 2)).toEqual([201, 201]);
    });
  });
});
