import { Bench } from '../../Bench.js';

const AT = '/api/product_to_videos/';
const PRODUCT = { product_url: 'https://example.com/p.png', image_prompt: 'on a pedestal' };

describe('A video of a product', () => {
  const open = () => {
    const bench = new Bench();
    const { id } = bench.ask('creatify', `POST ${AT}gen_image/`, { body: PRODUCT }).json;
    const look = (of = id) => bench.ask('creatify', `GET ${AT}${String(of)}/`).json;
    const post = (verb: string, body: object = {}) =>
      bench.ask('creatify', `POST ${AT}${String(id)}/${verb}/`, { body });
    return { bench, id, look, post };
  };

  it('waits with its picture until a video is asked for, and goes on under the same id', () => {
    const { bench, id, look, post } = open();
    expect(post('gen_video').json).toEqual(['This is not possible while it is initializing.']);
    bench.advance(60_000);
    expect(look()).toMatchObject({ status: 'image_generated', generated_video_url: '' });
    const picture = look()['generated_photo_url'];
    expect(picture).toMatch(/product\.png/);
    const going = post('gen_video', { motion_style: 'talking', video_prompt: 'slow' });
    expect([going.status, going.json['id'], going.json['status']]).toEqual([
      200,
      id,
      'video_generating',
    ]);
    expect(going.json).toMatchObject({ motion_style: 'talking', image_prompt: 'on a pedestal' });
    expect(going.json['generated_photo_url']).toMatch(/product\.png/);
    bench.advance(1000);
    expect(look()).toMatchObject({ status: 'video_generated', failed_reason: '' });
    expect(look()['generated_video_url']).toMatch(/product\.mp4/);
    expect(post('gen_video').status).toBe(400);
  });

  it.each(['image', 'video'] as const)('gets a new id when its %s is made anew', (what) => {
    const { bench, id, look, post } = open();
    const regen = () => post(`regen_${what}`, what === 'image' ? { aspect_ratio: '1x1' } : {});
    expect(regen().status).toBe(400);
    bench.advance(1000);
    if (what === 'video') {
      expect(regen().status).toBe(400);
      post('gen_video');
      bench.advance(1000);
    }
    const before = look();
    const again = regen();
    expect(again.status).toBe(201);
    expect(again.json).toMatchObject({ ...PRODUCT, regen_type: what, regen_source_id: id });
    expect(again.json['id']).not.toBe(id);
    expect(again.json['status']).toBe(what === 'image' ? 'initializing' : 'video_generating');
    bench.advance(1000);
    expect(look(again.json['id'])['status']).toBe(`${what}_generated`);
    expect(look()).toEqual(before);
    expect(bench.sim.creatify.createsOf('productToVideos')).toBe(2);
  });

  it('fails at either stage', () => {
    const { bench, look, post } = open();
    bench.advance(1000);
    bench.sim.creatify.nextJob({ course: 'video', outcome: 'failed' });
    post('gen_video');
    bench.advance(1000);
    const failed = look();
    expect([failed['status'], failed['generated_video_url']]).toEqual(['failed', '']);
    expect(failed['generated_photo_url']).toMatch(/product\.png/);
    const other = bench.sim.creatify.createJob('productToVideos', {
      outcome: 'failed',
      durationMs: 0,
    });
    expect(look(other)).toMatchObject({ status: 'failed', generated_photo_url: '' });
  });

  it('has no create at the path of its list', () => {
    expect(new Bench().ask('creatify', `POST ${AT}`, { body: PRODUCT }).status).toBe(405);
  });
});
