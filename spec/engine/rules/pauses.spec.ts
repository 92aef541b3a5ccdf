import { answer } from '../scriptedPort.js';
import { observe } from '../observe.js';
import { cut, DRAFT, ownClient } from '../ownVendor.js';
import { stage } from '../stage.js';

describe('a job that shows something to decide on while its word says that it waits', () => {
  it('needs action, with what it shows and what can be done', () => {
    const scene = stage([
      answer(200, cut('waiting')),
      answer(200, cut('waiting', { draft: DRAFT })),
    ]);
    const seen = observe(ownClient(scene).drafts.run({ title: 'a' }), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['queued waiting', 'needs-action waiting', '|']);
    expect(seen.last).toMatchObject({ preview: DRAFT, actions: ['render'] });
  });

  it('does not wait where the whole was asked for', () => {
    const scene = stage([
      answer(200, cut('waiting')),
      answer(200, cut('waiting', { draft: DRAFT })),
      answer(200, cut('cutting', { draft: DRAFT })),
      answer(200, cut('done', { draft: DRAFT })),
    ]);
    const seen = observe(ownClient(scene).cuts.run({ title: 'a' }), scene.time);
    scene.time.flush();
    expect(seen.words).toEqual(['queued waiting', 'running cutting', 'succeeded done 1', '|']);
  });

  it('ends at once where it ended, whatever it shows beside', () => {
    const scene = stage([answer(200, cut('broken', { draft: DRAFT }))]);
    const seen = observe(ownClient(scene).drafts.watch('cut-1'), scene.time);
    scene.time.flush();
    expect(seen.words.at(0)).toBe('failed broken');
  });

  it('goes on after the verb, although looks still show the pause', () => {
    const paused = answer(200, cut('waiting', { draft: DRAFT }));
    const scene = stage(({ path }, index) => {
      if (path.endsWith('/render')) return paused;
      if (index < 4) return paused;
      return answer(200, cut(index < 5 ? 'cutting' : 'done', { draft: DRAFT }));
    });
    const client = ownClient(scene);
    const before = observe(client.cuts.watch('cut-1'), scene.time);
    scene.time.flush();
    expect(before.words).toEqual(['needs-action waiting', '|']);
    const after = observe(client.cuts.render('cut-1'), scene.time);
    scene.time.flush();
    expect(after.words).toEqual(['queued waiting', 'running cutting', 'succeeded done 1', '|']);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('is no end where the word calls the draft one, neither before the verb nor after it', () => {
    const drafted = cut('done', { film: null, draft: DRAFT });
    const scene = stage(({ method }, index) => {
      if (method === 'POST' || index < 100) return answer(200, drafted);
      return answer(200, cut('done', { draft: DRAFT }));
    });
    const client = ownClient(scene);
    const before = observe(client.cuts.watch('cut-1'), scene.time);
    expect(before.words).toEqual(['needs-action done', '|']);
    const after = observe(client.cuts.render('cut-1'), scene.time);
    scene.time.flush();
    expect(after.words).toEqual(['queued done', 'succeeded done 1', '|']);
  });

  it('also masks a word that says so, and a single look', () => {
    const scene = stage(({ method }) =>
      answer(200, cut(method === 'POST' ? 'waiting' : 'stopped')),
    );
    const client = ownClient(scene);
    const going = observe(client.cuts.render('cut-1'), scene.time);
    const got = observe(client.cuts.get('cut-1'), scene.time);
    expect(got.words).toEqual(['queued stopped', '|']);
    going.leave();
    const fresh = observe(ownClient(scene).cuts.get('cut-1'), scene.time);
    expect(fresh.words).toEqual(['needs-action stopped', '|']);
  });

  it('is left as it is by a verb that makes another job', () => {
    const scene = stage(({ path }) =>
      answer(200, path.endsWith('/redo') ? { ...cut('waiting'), id: 'cut-2' } : cut('done')),
    );
    const seen = observe(ownClient(scene).cuts.redo('cut-1', { title: 'again' }), scene.time);
    scene.time.flush();
    expect(seen.values.map(({ ref }) => ref.id)[0]).toBe('cut-2');
    expect(scene.port.looks[0]?.path).toBe('/cuts/cut-2');
    expect(scene.port.posts.map(({ body }) => body)).toEqual(['{"title":"again"}']);
  });
});
