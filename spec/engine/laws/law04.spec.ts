import { auroraBody, AURORA_INPUT, generationBody, GENERATION_INPUT, ID } from '../bodies.js';
import { observe } from '../observe.js';
import { PAYING_VERBS } from '../payingVerbs.js';
import { answer, broken, silence } from '../scriptedPort.js';
import type { Script } from '../scriptedPort.js';
import { stage } from '../stage.js';
import { storedRefs } from '../storedRefs.js';

describe('Law 4: leaving', () => {
  it('aborts a look at once', () => {
    const scene = stage([silence]);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    expect(scene.port.calls[0]?.state).toBe('under way');
    seen.leave();
    expect(scene.port.calls[0]?.state).toBe('aborted');
    expect(scene.time.pending()).toBe(0);
  });

  it('aborts a look only when the last watcher leaves', () => {
    const scene = stage([answer(200, auroraBody('running'), { afterMs: 100 })]);
    const { aurora } = scene.creatify();
    const one = observe(aurora.watch(ID), scene.time);
    const two = observe(aurora.watch(ID), scene.time);
    one.leave();
    expect(scene.port.calls[0]?.state).toBe('under way');
    scene.time.advance(100);
    expect(two.words).toEqual(['running running']);
    expect(one.words).toEqual([]);
  });

  it.each([
    ['the next look', [answer(200, auroraBody('running'))]],
    ['a retry', [answer(503)]],
  ])('stops the wait for %s', (_what, replies) => {
    const scene = stage(replies);
    const seen = observe(scene.creatify().aurora.watch(ID), scene.time);
    scene.time.advance(10);
    expect(scene.time.pending()).toBeGreaterThan(0);
    seen.leave();
    expect(scene.time.pending()).toBe(0);
    scene.time.flush();
    expect(scene.port.calls).toHaveLength(1);
  });

  it('stops the looks of a run and keeps the job, which a later subscriber goes on watching', () => {
    const scene = stage([
      answer(201, auroraBody('pending')),
      answer(200, auroraBody('running')),
      answer(200, auroraBody('done')),
    ]);
    const job$ = scene.creatify().aurora.run(AURORA_INPUT);
    const first = observe(job$, scene.time);
    scene.time.advance(1_000);
    first.leave();
    expect(scene.time.pending()).toBe(0);
    scene.time.advance(600_000);
    expect(scene.port.looks).toHaveLength(1);
    const later = observe(job$, scene.time);
    expect(later.lines).toEqual(['601000 running running', '601000 succeeded done 1', '601000 |']);
    expect(scene.port.posts).toHaveLength(1);
  });

  describe.each(PAYING_VERBS)('$name', (verb) => {
    const script: Script = ({ method }) =>
      method === 'POST' ? answer(201, verb.created, { afterMs: 400 }) : answer(200, verb.finished);

    it('sends nothing when everybody leaves before the first byte, and can be started again', () => {
      const scene = stage(script, { leavesAfterMs: 5 });
      const call$ = verb.call(scene);
      observe(call$, scene.time).leave();
      const patient = observe(call$, scene.time);
      scene.time.advance(4);
      patient.leave();
      scene.time.flush();
      expect(scene.port.calls).toEqual([]);
      expect(scene.time.pending()).toBe(0);
      const again = observe(call$, scene.time);
      scene.time.flush();
      expect(again.over).toBe(true);
      expect(again.values.length).toBeGreaterThan(0);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('sends one when somebody stays', () => {
      const scene = stage(script, { leavesAfterMs: 5 });
      const call$ = verb.call(scene);
      const one = observe(call$, scene.time);
      const two = observe(call$, scene.time);
      one.leave();
      scene.time.flush();
      expect(two.over).toBe(true);
      expect(one.words).toEqual([]);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('runs to its answer once bytes have left; its id is in the store, and who comes later attaches', () => {
      const scene = stage(script, { leavesAfterMs: 5 });
      const call$ = verb.call(scene);
      const first = observe(call$, scene.time);
      scene.time.advance(6);
      first.leave();
      expect(scene.port.posts[0]?.state).toBe('under way');
      scene.time.flush();
      expect(scene.port.posts[0]?.state).toBe('over');
      expect(first.words).toEqual([]);
      expect(storedRefs(scene.store).map(({ id }) => id)).toEqual([ID]);
      expect(scene.time.pending()).toBe(0);
      const later = observe(call$, scene.time);
      scene.time.flush();
      expect(later.over).toBe(true);
      expect(later.errors).toEqual([]);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('attaches who comes while the answer is under way', () => {
      const scene = stage(script, { leavesAfterMs: 5 });
      const call$ = verb.call(scene);
      const first = observe(call$, scene.time);
      scene.time.advance(100);
      first.leave();
      const later = observe(call$, scene.time);
      scene.time.flush();
      expect(later.over).toBe(true);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('stops by itself when the answer never comes, although nobody waits', () => {
      const scene = stage([silence]);
      const call$ = verb.call(scene);
      observe(call$, scene.time).leave();
      scene.time.flush();
      const late = observe(call$, scene.time);
      expect(late.words).toEqual(['!SubmissionUnknown', '|']);
      expect(scene.time.pending()).toBe(0);
    });
  });

  it('cancels a create that waits for its turn when everybody leaves', () => {
    const scene = stage([answer(429, '', { headers: { 'retry-after': '60' } })]);
    const job$ = scene.creatify().aurora.run(AURORA_INPUT);
    const seen = observe(job$, scene.time);
    scene.time.advance(1_000);
    seen.leave();
    expect(scene.time.pending()).toBe(0);
    expect(scene.port.posts).toHaveLength(1);
  });

  it('does not ask for ever under a key when nobody waits any more', () => {
    const busy = { errorCode: 'IDEMPOTENCY_IN_PROGRESS', message: 'in progress' };
    const scene = stage([answer(409, busy)]);
    const seen = observe(scene.sync().generations.run(GENERATION_INPUT), scene.time);
    seen.leave();
    scene.time.advance(3_600_000);
    expect(scene.port.posts.length).toBeLessThanOrEqual(6);
    expect(scene.time.pending()).toBe(0);
  });

  it('goes on alone under a key until it knows the id', () => {
    const scene = stage([broken('reset'), answer(201, generationBody('PENDING'))]);
    const job$ = scene.sync().generations.run(GENERATION_INPUT);
    observe(job$, scene.time).leave();
    scene.time.flush();
    expect(scene.port.posts).toHaveLength(2);
    expect(storedRefs(scene.store)).toMatchObject([{ id: ID }]);
  });
});
