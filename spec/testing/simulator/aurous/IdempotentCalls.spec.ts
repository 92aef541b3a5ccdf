import { Bench } from '../Bench.js';
import type { Asked } from '../Bench.js';
import { codeOf, draw, errorOf, IMAGE, VIDEO } from './samples.js';

describe('Keys of Aurous', () => {
  const keyed = (bench: Bench, key: string, body: unknown = IMAGE, path = '/v1/images') =>
    bench.ask('aurous', `POST ${path as '/v1/images'}`, {
      body,
      headers: { 'Idempotency-Key': key },
    });
  const replayed = ({ response }: Asked) => response?.headers['aurous-idempotent-replayed'];

  it.each([
    ['/v1/images', IMAGE],
    ['/v1/videos', VIDEO],
  ])('give the first answer of %s again, with 201', (path, body) => {
    const bench = new Bench();
    const first = keyed(bench, 'k', body, path);
    bench.advance(5000);
    const again = keyed(bench, 'k', body, path);
    expect([again.status, again.json]).toEqual([201, first.json]);
    expect([replayed(first), replayed(again)]).toEqual([undefined, 'true']);
    expect(bench.sim.aurous.jobs[0]?.creates).toBe(2);
  });

  it('compare bodies without regard to the order of their fields', () => {
    const bench = new Bench();
    keyed(bench, 'k', '{"prompt":"p","size":"2k_1_1","x":[{"a":1,"b":2}]}');
    const again = keyed(bench, 'k', '{"x":[{"b":2,"a":1}],"size":"2k_1_1","prompt":"p"}');
    expect(replayed(again)).toBe('true');
  });

  it('are in use for another body, another route, and a request under way', () => {
    const bench = new Bench();
    keyed(bench, 'k');
    expect(codeOf(keyed(bench, 'k', { prompt: 'other' }))).toEqual([409, 'idempotency_key_in_use']);
    expect(codeOf(keyed(bench, 'k', IMAGE, '/v1/videos'))).toEqual([409, 'idempotency_key_in_use']);
    bench.sim.aurous.fail({ on: 'create', do: { name: 'delay', ms: 500 } });
    keyed(bench, 'slow');
    const early = keyed(bench, 'slow');
    expect(codeOf(early)).toEqual([409, 'idempotency_key_in_use']);
    expect(early.response?.headers).not.toHaveProperty('retry-after');
    bench.advance(500);
    expect(replayed(keyed(bench, 'slow'))).toBe('true');
  });

  it('are known under another name, kept apart by account, for a day', () => {
    const bench = new Bench();
    keyed(bench, 'k');
    const headers = { 'Aurous-Idempotent-Key': 'k' };
    expect(replayed(draw(bench, IMAGE, { headers }))).toBe('true');
    const other = { 'Idempotency-Key': 'k', 'X-Api-Key': 'al_live_other' };
    expect(replayed(draw(bench, IMAGE, { headers: other }))).toBeUndefined();
    bench.advance(24 * 3_600_000);
    expect(replayed(keyed(bench, 'k'))).toBeUndefined();
  });

  it('are not kept for a request that was refused', () => {
    const bench = new Bench();
    expect(keyed(bench, 'k', {}).status).toBe(400);
    expect(keyed(bench, 'k').status).toBe(201);
  });

  it.each(['', 'k'.repeat(257)])('are not %j', (key) => {
    const refused = keyed(new Bench(), key);
    expect([...codeOf(refused), errorOf(refused)['param']]).toEqual([
      400,
      'invalid_format',
      'Idempotency-Key',
    ]);
  });

  it('are no concern of POST /v1/characters', () => {
    const bench = new Bench();
    const body = { name: 'Aurora', generate: true };
    const ids = [1, 2].map(() => keyed(bench, 'k', body, '/v1/characters').json['id']);
    expect(new Set(ids).size).toBe(2);
    expect(bench.sim.aurous.createsOf('characters')).toBe(2);
  });
});
