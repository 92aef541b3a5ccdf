import { Bench } from '../../Bench.js';

const AT = '/api/custom_template_jobs/';
const BODY = {
  template_id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  variables: { headline: 'Now' },
};
const THEN = { variables: { headline: 'Then' } };

describe('A video from a template, simulated', () => {
  const open = (path = '') => {
    const bench = new Bench();
    const made = bench.ask('creatify', `POST ${AT}${path}`, { body: BODY });
    bench.advance(1000);
    const one = `${AT}${String(made.json['id'])}/`;
    return {
      bench,
      made,
      look: () => bench.ask('creatify', `GET ${one}`).json,
      render: () => bench.ask('creatify', `POST ${one}render/`, { body: THEN }),
    };
  };

  it('has a preview that ends as done, without a video, and goes on from there', () => {
    const { bench, made, look, render } = open('preview_async/');
    expect([made.status, made.json['status'], made.json['preview']]).toEqual([
      201,
      'pending',
      null,
    ]);
    expect(look()).toMatchObject({ status: 'done', video_output: null, credits_used: 1 });
    expect(look()['preview']).toMatch(/preview\.html/);
    const going = render();
    expect([going.status, going.json['status']]).toEqual([200, 'pending']);
    expect(render().status).toBe(400);
    bench.advance(1000);
    expect(look()).toMatchObject({ status: 'done', ...THEN, credits_used: 5 });
    expect(look()['video_output']).toMatch(/^https:/);
  });

  it('has a preview whose request waits for it', () => {
    const { made } = open('preview/');
    expect([made.atMs, made.status, made.json['status']]).toEqual([1000, 200, 'done']);
    expect(made.json['preview']).toMatch(/preview\.html/);
    const bench = new Bench({ durationMs: 0 });
    expect(bench.ask('creatify', `POST ${AT}preview/`, { body: BODY }).atMs).toBe(0);
  });

  it('is rendered anew with other variables once it has ended', () => {
    const { bench, look, render } = open();
    expect(look()['preview']).toBeNull();
    expect(render().json).toMatchObject({ ...THEN, status: 'pending', video_output: null });
    bench.advance(1000);
    expect(look()['status']).toBe('done');
  });
});
