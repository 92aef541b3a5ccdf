import { map } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { isLeft } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import { simulate } from 'rushes/testing';
import { virtualTime } from '../../../src/testing/virtualTime.js';
import { AURORA_INPUT, CHARACTER_INPUT, GENERATION_INPUT, LIP_SYNC_INPUT } from '../bodies.js';
import { observe } from '../observe.js';

describe('Law 8: only scheduled time and the transport lie between subscription and first snapshot', () => {
  it.each(['creatify', 'sync', 'magicHour', 'aurous'] as const)(
    'shows the first snapshot of a run synchronously: %s',
    (vendor) => {
      const time = virtualTime();
      const sim = simulate({ scheduler: time.scheduler });
      const { scheduler } = time;
      const run$ = {
        creatify: () =>
          createCreatify({ ...sim.creatify.options, scheduler }).aurora.run(AURORA_INPUT),
        sync: () =>
          createSync({ ...sim.sync.options, scheduler }).generations.run(GENERATION_INPUT),
        magicHour: () =>
          createMagicHour({ ...sim.magicHour.options, scheduler }).lipSync.run(LIP_SYNC_INPUT),
        aurous: () =>
          createAurous({ ...sim.aurous.options, scheduler }).characters.run(CHARACTER_INPUT),
      }[vendor]();
      const seen = observe<unknown>(run$, time);
      expect(seen.values).toHaveLength(1);
      expect(time.now()).toBe(0);
      seen.leave();
      expect(time.pending()).toBe(0);
    },
  );

  it('shows the first snapshot of a watch, a get and a list synchronously', () => {
    const time = virtualTime();
    const sim = simulate({ scheduler: time.scheduler });
    const id = sim.creatify.createJob('aurora');
    const { aurora } = createCreatify({ ...sim.creatify.options, scheduler: time.scheduler });
    expect(observe(aurora.watch(id), time).values).toHaveLength(1);
    expect(observe(aurora.get(id), time).over).toBe(true);
    expect(observe(aurora.list(), time).over).toBe(true);
  });

  it('so that marbles tell a job from its beginning', () => {
    const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
    scheduler.run(({ expectObservable }) => {
      const sim = simulate({ scheduler });
      sim.creatify.nextJob({ durationMs: 1_500, queuedMs: 500, progress: 'none' });
      const { aurora } = createCreatify({ ...sim.creatify.options, scheduler });
      const phases$ = aurora
        .run(AURORA_INPUT)
        .pipe(map((event) => (isLeft(event) ? event.left._tag : event.right.phase)));
      expectObservable(phases$).toBe('q 999ms r 999ms (s|)', {
        q: 'queued',
        r: 'running',
        s: 'succeeded',
      });
    });
  });

  it('asks a key that comes at once at once, and sends nothing before one that comes later', async () => {
    const time = virtualTime();
    const sim = simulate({ scheduler: time.scheduler });
    const id = sim.creatify.createJob('aurora');
    const { options } = sim.creatify;
    const { scheduler } = time;
    const prompt = createCreatify({ ...options, apiKey: () => options.apiKey, scheduler });
    expect(observe(prompt.aurora.get(id), time).over).toBe(true);
    const slow = createCreatify({
      ...options,
      apiKey: () => Promise.resolve(options.apiKey),
      scheduler,
    });
    const seen = observe(slow.aurora.get(id), time);
    expect(seen.words).toEqual([]);
    expect(sim.creatify.requests).toHaveLength(1);
    await Promise.resolve();
    await Promise.resolve();
    expect(seen.over).toBe(true);
  });
});
