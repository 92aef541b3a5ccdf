import { Bench } from '../Bench.js';
import { codeOf, draw, IMAGE, VIDEO } from './samples.js';

describe('The balance of Aurous', () => {
  const balance = (bench: Bench) => bench.ask('aurous', 'GET /v1/balance').json;

  it('holds for what runs, and charges what succeeds', () => {
    const bench = new Bench({ aurous: { credits: 100 } });
    bench.sim.aurous.nextJob({ durationMs: 1000 }, { durationMs: 2000, outcome: 'failed' });
    draw(bench, { ...IMAGE, count: 2 });
    bench.ask('aurous', 'POST /v1/videos', { body: VIDEO });
    bench.sim.aurous.createJob('images');
    expect(balance(bench)).toEqual({
      credits: 100,
      held_credits: 14,
      available_credits: 86,
      currency: 'credit',
    });
    bench.advance(1000);
    expect(balance(bench)).toMatchObject({ credits: 98, held_credits: 12, available_credits: 86 });
    bench.advance(1000);
    expect(balance(bench)).toMatchObject({ credits: 98, held_credits: 0, available_credits: 98 });
  });

  it('charges what a script says that a generation cost', () => {
    const bench = new Bench({ aurous: { credits: 100 } });
    bench.sim.aurous.nextJob({ credits: 7 });
    draw(bench);
    bench.advance(1000);
    expect(balance(bench)['credits']).toBe(93);
  });

  it('pays for pictures of characters as they begin', () => {
    const bench = new Bench({ aurous: { credits: 10 } });
    const body = { name: 'Aurora', generate: true };
    const id = String(bench.ask('aurous', 'POST /v1/characters', { body }).json['id']);
    const again = (verb: string, sent: object) =>
      bench.ask('aurous', `POST /v1/characters/${id}/${verb}`, { body: sent });
    bench.advance(1000);
    expect(again('refs/regenerate', { pose: 'front' }).status).toBe(200);
    expect(balance(bench)['credits']).toBe(5);
    bench.advance(1000);
    again('resynthesize', {});
    bench.advance(1000);
    const dear = again('resynthesize', {});
    expect(codeOf(dear)).toEqual([402, 'insufficient_credits']);
    expect(bench.ask('aurous', 'POST /v1/characters', { body }).status).toBe(402);
    expect(balance(bench)['credits']).toBe(1);
  });

  it('refuses what is dearer than it has', () => {
    const bench = new Bench({ aurous: { credits: 2 } });
    expect(draw(bench, { ...IMAGE, count: 3 }).status).toBe(402);
    expect(draw(bench, { ...IMAGE, count: 2 }).status).toBe(201);
    expect(codeOf(draw(bench))).toEqual([402, 'balance_too_low']);
    expect(bench.sim.aurous.creates).toBe(1);
  });

  it('is larger than anything unless told', () => {
    const bench = new Bench();
    expect(draw(bench, { ...IMAGE, count: 2_000_000 }).status).toBe(201);
  });

  it('is not below nothing', () => {
    expect(() => new Bench({ aurous: { credits: -1 } })).toThrow('aurous.credits');
  });
});
