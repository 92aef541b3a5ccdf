import { Bench } from '../../Bench.js';

const AT = '/api/custom_template_jobs/';
const BODY = {
  template_id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  variables: { headline: 'Now' },
};

describe('A video from a template, simulated', () => {
  it('is rendered anew with other variables once it has ended', () => {
    const bench = new Bench();
    const { id } = bench.ask('creatify', `POST ${AT}`, { body: BODY }).json;
    const render = () =>
      bench.ask('creatify', `POST ${AT}${String(id)}/render/`, {
        body: { variables: { headline: 'Then' } },
      });
    expect(render().status).toBe(400);
    bench.advance(1000);
    const again = render();
    expect([again.status, again.json['id'], again.json['status']]).toEqual([200, id, 'pending']);
    expect(again.json).toMatchObject({ variables: { headline: 'Then' }, video_output: null });
    bench.advance(1000);
    expect(bench.ask('creatify', `GET ${AT}${String(id)}/`).json['status']).toBe('done');
  });
});
