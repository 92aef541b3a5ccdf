import { Bench } from '../../Bench.js';

const BODY = { model_name: 'some-model', messages: [{ role: 'user', content: 'Say hello.' }] };

describe('A text, simulated', () => {
  it.each(['/api/text_generator/', '/sse/text_generator/'])(
    'is answered once it is written when %s is told to wait',
    (path) => {
      const bench = new Bench();
      bench.sim.creatify.nextJob({ durationMs: 700 });
      const asked = bench.ask('creatify', `POST ${path}`, { body: { ...BODY, sync: true } });
      bench.advance(699);
      expect(asked.status).toBeUndefined();
      bench.advance(1);
      expect([asked.atMs, asked.status]).toEqual([700, 200]);
      expect(asked.json).toMatchObject({ status: 'done', failed_reason: '', credits_used: 0.1 });
      expect(asked.json['response_text']).not.toBe('');
    },
  );

  it('is answered at once otherwise, and is the same job at both paths', () => {
    const bench = new Bench();
    const made = bench.ask('creatify', 'POST /sse/text_generator/', {
      body: { ...BODY, sync: false },
    });
    expect([made.status, made.json['status']]).toEqual([201, 'pending']);
    bench.advance(1000);
    const at = `/api/text_generator/${String(made.json['id'])}/`;
    expect(bench.ask('creatify', `GET ${at}`).json['status']).toBe('done');
  });

  it('that fails, or is there at once, or is forgotten, ends the wait as well', () => {
    const bench = new Bench();
    const ask = () =>
      bench.ask('creatify', 'POST /api/text_generator/', { body: { ...BODY, sync: true } });
    bench.sim.creatify.nextJob({ durationMs: 0 });
    expect(ask().json['status']).toBe('done');
    bench.sim.creatify.nextJob({ outcome: 'failed', durationMs: 10 }, { outcome: 'gone' });
    const [failed, gone] = [ask(), ask()];
    bench.advance(1000);
    expect([failed.json['status'], failed.json['response_text']]).toEqual(['failed', '']);
    expect(gone.status).toBe(404);
  });

  it('refuses a body in a shape of its own', () => {
    const create = (...messages: readonly object[]) =>
      new Bench().ask('creatify', 'POST /sse/text_generator/', {
        body: { model_name: 'm', messages },
      });
    const error = { error: 'Invalid request body or model not found.' };
    expect([create().status, create().json]).toEqual([400, error]);
    expect(create({ role: 'system', content: 'Obey.' }).json).toEqual(error);
    expect(create({ role: 'user', content: 7 }).json).toEqual(error);
    expect(create({ role: 'model', function_call: { name: 'f' } }).status).toBe(201);
  });
});
