import { answer } from '../scriptedPort.js';
import { moments } from '../stage.js';
import { observe } from '../observe.js';
import { cut, ownClient } from '../ownVendor.js';
import { stage } from '../stage.js';

const FULL = answer(429, { message: 'too many jobs' }, { headers: { 'retry-after': '600' } });

describe('a create that is refused because too many jobs are under way', () => {
  it('is sent again when one of them ends, while looks go on', () => {
    let refusals = 0;
    const scene = stage(({ method, path }) => {
      if (method === 'POST') {
        refusals += 1;
        if (refusals === 1) return FULL;
        return answer(201, { ...cut('waiting'), id: 'cut-2' });
      }
      const over = scene.port.looks.filter((look) => look.path === path).length > 3;
      return answer(200, { ...cut(over ? 'done' : 'cutting'), id: path.slice(6) });
    });
    const client = ownClient(scene);
    const first = observe(client.cuts.watch('cut-1'), scene.time);
    const second = observe(client.cuts.run({ title: 'b' }), scene.time);
    scene.time.flush();
    expect(first.words.at(-2)).toBe('succeeded done 1');
    expect(second.words.at(-2)).toBe('succeeded done 1');
    const ended = Number(first.lines.at(-1)?.split(' ')[0]);
    expect(moments(scene, scene.port.posts)).toEqual([0, ended]);
    expect(ended).toBeLessThan(10_000);
  });

  it('wakes one waiting create for each end, the eldest first', () => {
    const refused = new Set<string>();
    const scene = stage(({ method, body = '', path }) => {
      if (method === 'GET') return answer(200, { ...cut('done'), id: path.slice(6) });
      if (!refused.has(body)) {
        refused.add(body);
        return FULL;
      }
      return answer(201, { ...cut('cutting'), id: `cut-${body.length}` });
    });
    const client = ownClient(scene);
    observe(client.cuts.run({ title: 'a' }), scene.time);
    observe(client.cuts.run({ title: 'bb' }), scene.time);
    expect(scene.port.posts).toHaveLength(2);
    observe(client.cuts.get('cut-1'), scene.time);
    expect(scene.port.posts.map(({ body }) => body)).toEqual([
      '{"title":"a"}',
      '{"title":"bb"}',
      '{"title":"a"}',
    ]);
  });

  it('waits no longer than it has to where no job of this client ends', () => {
    const scene = stage(({ method }, index) =>
      method === 'POST' && index === 0 ? FULL : answer(200, cut('done')),
    );
    const seen = observe(ownClient(scene).cuts.run({ title: 'a' }), scene.time);
    scene.time.flush();
    expect(moments(scene, scene.port.posts)).toEqual([0, 600_000]);
    expect(seen.words).toEqual(['succeeded done 1', '|']);
  });

  it('leaves the line when its last subscriber leaves', () => {
    const scene = stage(({ method }) => (method === 'POST' ? FULL : answer(200, cut('done'))));
    const client = ownClient(scene);
    observe(client.cuts.run({ title: 'a' }), scene.time).leave();
    observe(client.cuts.get('cut-1'), scene.time);
    scene.time.flush();
    expect(scene.port.posts).toHaveLength(1);
  });
});
