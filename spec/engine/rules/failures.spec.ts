import { answer, broken, silence } from '../scriptedPort.js';
import { observe } from '../observe.js';
import { cut, ownClient } from '../ownVendor.js';
import { stage } from '../stage.js';

const CODES = { out_of_film: { message: 'No film is left.', suggestion: 'Bring some.' } };
const failed = answer(200, cut('broken', { code: 'out_of_film' }));

describe('a failed job whose code the vendor explains in a list', () => {
  it('says what the code means, and the list is asked for once, without a key', () => {
    const scene = stage(({ path }) => (path === '/codes' ? answer(200, CODES) : failed));
    const client = ownClient(scene);
    const first = observe(client.cuts.watch('cut-1'), scene.time);
    observe(client.cuts.get('cut-1'), scene.time);
    expect(first.last).toMatchObject({
      failure: { code: 'out_of_film', message: 'No film is left.', suggestion: 'Bring some.' },
    });
    const asked = scene.port.calls.filter(({ path }) => path === '/codes');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers).not.toHaveProperty('x-key');
  });

  it('says so in a list as well, asking once for all of its jobs', () => {
    const jobs = ['a', 'b', 'c'].map((id) => ({ ...cut('broken', { code: 'out_of_film' }), id }));
    const scene = stage(({ path }) =>
      path === '/codes' ? answer(200, CODES) : answer(200, [...jobs, cut('cutting')]),
    );
    const { items } = observe(ownClient(scene).cuts.list(), scene.time).last;
    expect(items.map(({ failure }) => failure?.suggestion)).toEqual([
      ...['Bring some.', 'Bring some.', 'Bring some.'],
      undefined,
    ]);
    expect(scene.port.calls.filter(({ path }) => path === '/codes')).toHaveLength(1);
  });

  it.each([
    ['is broken', broken('reset')],
    ['is refused', answer(500, 'no')],
    ['is no list', answer(200, '<html>')],
  ])('is told without it where the list %s', (_how, reply) => {
    const scene = stage(({ path }) => (path === '/codes' ? reply : failed));
    const seen = observe(ownClient(scene).cuts.watch('cut-1'), scene.time);
    expect(seen.lines).toEqual(['0 failed broken', '0 |']);
    expect(seen.last).toMatchObject({ failure: { code: 'out_of_film', message: '' } });
  });

  it('is told without it after two seconds, and the list is asked for again next time', () => {
    let asked = 0;
    const scene = stage(({ path }) => {
      if (path !== '/codes') return failed;
      asked += 1;
      return asked === 1 ? silence : answer(200, CODES);
    });
    const client = ownClient(scene);
    const late = observe(client.cuts.watch('cut-1'), scene.time);
    scene.time.flush();
    expect(late.lines[0]).toBe('2000 failed broken');
    expect(observe(client.cuts.get('cut-1'), scene.time).last).toMatchObject({
      failure: { suggestion: 'Bring some.' },
    });
  });
});
