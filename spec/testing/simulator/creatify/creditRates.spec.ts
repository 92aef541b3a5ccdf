import { Bench } from '../Bench.js';

const WEB = 'https://example.com';

describe('Credits at Creatify, simulated', () => {
  const costOf = (path: string, body: object) => {
    const bench = new Bench({ durationMs: 0 });
    return bench.ask('creatify', `POST ${path}`, { body }).json;
  };

  it.each([
    [{ resolution: '720p', duration: 15 }, 2],
    [{ resolution: '720p', duration: 60 }, 6],
    [{ resolution: '1080p', duration: 30 }, 9],
    [{ resolution: '2k', duration: 15 }, 24],
    [{}, 1],
    [{ model: 'boreal-h3' }, 4],
    [{ model: 'boreal-h3', resolution: '1088p', duration: 5 }, 6],
    [{ model: 'boreal-h3', resolution: '2k', duration: 15 }, 39],
  ])('of a prompt with %j are %d', (more, credits) => {
    expect(costOf('/api/boreal/', { prompt: 'x', ...more })['credits_used']).toBe(credits);
  });

  it.each([
    ['standard', 5],
    ['aurora_v1', undefined],
  ])('of an avatar with %s go by stretches or seconds', (model_version, fixed) => {
    const json = costOf('/api/lipsyncs/', { text: 'Hello.', model_version });
    expect(json['credits_used']).toBe(fixed ?? json['duration']);
  });

  it('of ads are those of the ads that succeeded', () => {
    const bench = new Bench();
    bench.sim.creatify.nextJob({ outcome: 'partial', durationMs: 0 });
    const body = { link: '3c90c3cc-0d44-4b50-8888-8dd25736052a', style_ids: ['a', 'b', 'c'] };
    const { json } = bench.ask('creatify', 'POST /api/html_interactive_ads/', { body });
    expect(json).toMatchObject({
      status: 'done',
      credits_used: 20,
      ads: [
        { style: 'a', status: 'done' },
        { style: 'b', status: 'done' },
        { style: 'c', status: 'failed', url: null },
      ],
    });
  });

  it('that are left are those of a month without what has been spent', () => {
    const bench = new Bench();
    const left = () => bench.ask('creatify', 'GET /api/remaining_credits/').json;
    expect(left()).toEqual({ remaining_credits: 500 });
    bench.ask('creatify', 'POST /api/links/', { body: { url: `${WEB}/p` } });
    expect(left()).toEqual({ remaining_credits: 499 });
    bench.sim.creatify.createJob('aurora', { durationMs: 1000, credits: 12.5 });
    bench.sim.creatify.createJob('aurora', { durationMs: 1000, outcome: 'failed' });
    bench.sim.creatify.createJob('personas', { durationMs: 0 });
    expect(left()).toEqual({ remaining_credits: 499 });
    bench.advance(1000);
    expect(left()).toEqual({ remaining_credits: 486.5 });
    bench.sim.creatify.createJob('aurora', { durationMs: 0, credits: 1000 });
    expect(left()).toEqual({ remaining_credits: 0 });
  });
});
