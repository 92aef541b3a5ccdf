import { Bench } from '../Bench.js';
import type { Asked } from '../Bench.js';
import { codeOf } from './samples.js';

const posesOf = ({ json }: Asked) =>
  (json['refs'] as readonly { pose: string }[]).map(({ pose }) => pose);

describe('One picture of a character', () => {
  const redraw = (bench: Bench, id: string, body: unknown, headers = {}) =>
    bench.ask('aurous', `POST /v1/characters/${id}/refs/regenerate`, { body, headers });
  const look = (bench: Bench, id: string) => bench.ask('aurous', `GET /v1/characters/${id}`);
  const reviewing = (bench: Bench) => bench.sim.aurous.createJob('characters', { durationMs: 0 });

  it('is made again while the others stay', () => {
    const bench = new Bench();
    const id = reviewing(bench);
    const again = redraw(bench, id, { pose: 'side', prompt_override: 'soft light' });
    expect([again.status, again.json['status'], posesOf(again)]).toEqual([
      200,
      'synthesizing',
      ['front', 'back', 'portrait'],
    ]);
    bench.advance(1000);
    expect([look(bench, id).json['status'], posesOf(look(bench, id)).length]).toEqual([
      'reviewing',
      4,
    ]);
    bench.ask('aurous', `POST /v1/characters/${id}/resynthesize`);
    expect(posesOf(look(bench, id))).toEqual([]);
  });

  it('is made once a key', () => {
    const bench = new Bench();
    const id = reviewing(bench);
    const key = { 'Idempotency-Key': 'k' };
    redraw(bench, id, { pose: 'side' }, key);
    const again = redraw(bench, id, { pose: 'side' }, key);
    expect(again.response?.headers['aurous-idempotent-replayed']).toBe('true');
    expect(redraw(bench, id, { pose: 'back' }, key).status).toBe(409);
  });

  it.each<[unknown, string]>([
    ['{', 'invalid_format'],
    [{}, 'invalid_request_error'],
    [{ pose: 'above' }, 'invalid_request_error'],
  ])('is not made of %j', (body, code) => {
    const bench = new Bench();
    expect(codeOf(redraw(bench, reviewing(bench), body))).toEqual([400, code]);
  });

  it('is not made while all are, nor of a character that is not there', () => {
    const bench = new Bench();
    const id = bench.sim.aurous.createJob('characters');
    const body = { pose: 'front' };
    expect(codeOf(redraw(bench, id, body))).toEqual([400, 'invalid_request_error']);
    expect(codeOf(redraw(bench, 'char_x', body))).toEqual([404, 'resource_not_found']);
    expect(codeOf(redraw(bench, bench.sim.aurous.createJob('images'), body))[0]).toBe(404);
  });
});
