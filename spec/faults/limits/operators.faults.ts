import { defer, EMPTY, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Limiter } from 'rushes';
import { download } from 'rushes/node';
import { attempt, rateLimit, retryTransient } from 'rushes/operators';
import { NetworkFault } from '../../../src/errors/NetworkFault.js';
import { virtualTime } from '../../../src/testing/virtualTime.js';
import { ID } from '../../engine/bodies.js';
import { done, running, refused } from '../bench/replies.js';
import { fault } from '../fault.js';
import { gaps } from './gaps.js';

// Options of operators, and parts of a user's that say nothing.

/** A source that fails each time it is asked, but for one. */
function failing(wellAt = Infinity) {
  let asked = 0;
  const facts = { provider: 'rushes', operation: 'planted', retryable: true } as const;
  const source$: Observable<string> = defer(() => {
    asked += 1;
    if (asked === wellAt) return of('well');
    return throwError(() => new NetworkFault('planted', 'reset', facts));
  });
  return { source$, asked: () => asked };
}

fault('F12', {
  'refused at once': async (bench) => {
    for (const attempts of [0, -1, NaN, -Infinity, 1.5, '3', null]) {
      const error = await bench.thrownBy(() => retryTransient({ attempts: attempts as number }));
      expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'attempts' }] });
      const asset = { url: 'https://media.example/a.mp4', type: 'video', role: 'video' } as const;
      const seen = bench.see(download(asset, '.', { attempts: attempts as number }));
      expect(seen.words).toEqual(['!InvalidInput', '|']);
    }
  },
  'the first try counts': (bench) => {
    for (const attempts of [1, 2, 7]) {
      const time = virtualTime();
      const { scheduler } = time;
      const { source$, asked } = failing();
      const retried$ = source$.pipe(retryTransient({ attempts, scheduler }), attempt());
      const seen = bench.see(retried$);
      time.flush();
      expect(seen.words).toEqual(['!NetworkFault', '|']);
      expect(asked()).toBe(attempts);
      expect(time.pending()).toBe(0);
    }
  },
  'without an end': (bench) => {
    const time = virtualTime();
    const { source$, asked } = failing(1_000);
    const options = { attempts: Infinity, scheduler: time.scheduler };
    const seen = bench.see(source$.pipe(retryTransient(options), attempt()));
    time.flush();
    expect(seen.words).toEqual(['value', '|']);
    expect(asked()).toBe(1_000);
  },
});

/** A limiter that gives so many tokens, and then ends without a word. */
function endsAfter(tokens: number): Limiter {
  let given = 0;
  return {
    acquire: () =>
      defer(() => {
        given += 1;
        return given > tokens ? EMPTY : of(undefined);
      }),
    report: () => undefined,
  };
}

const NO_WORD = [NaN, undefined, null] as readonly unknown[] as readonly number[];

fault('F14', {
  'a limiter, before a look': (bench) => {
    const scene = bench.scripted([done('creatify')]);
    const { get, watch } = scene.open('creatify', { limiter: endsAfter(0) });
    const seen = [bench.see(watch(ID)), bench.see(get(ID))];
    scene.time.flush();
    for (const { words } of seen) expect(words).toEqual(['!NetworkFault', '|']);
    expect(scene.port.calls).toEqual([]);
  },
  'a limiter, before a look comes again': (bench) => {
    const scene = bench.scripted([refused(500)]);
    const seen = bench.see(scene.open('creatify', { limiter: endsAfter(1) }).watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['!NetworkFault', '|']);
    expect(seen.error).toMatchObject({ attempts: 5, jobMayBeRunning: true, ref: { id: ID } });
    expect(scene.port.calls).toHaveLength(1);
  },
  'a limiter, before a create': (bench) => {
    const scene = bench.scripted([running('creatify')]);
    const seen = bench.see(scene.open('creatify', { limiter: endsAfter(0) }).run());
    scene.time.flush();
    expect(seen.words).toEqual(['!NetworkFault', '|']);
    expect(seen.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    expect(scene.port.calls).toEqual([]);
  },
  'a limiter, before a create comes again': (bench) => {
    const scene = bench.scripted([refused(429)]);
    const seen = bench.see(scene.open('creatify', { limiter: endsAfter(1) }).run());
    scene.time.flush();
    expect(seen.words).toEqual(['!NetworkFault', '|']);
    expect(seen.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    expect(scene.port.calls).toHaveLength(1);
  },
  'a limiter of the operator': (bench) => {
    const limited$ = of('well').pipe(rateLimit(endsAfter(0)), attempt());
    expect(bench.see(limited$).words).toEqual(['!Closed', '|']);
  },
  'a transport': (bench) => {
    const scene = bench.scripted([done('creatify')]);
    const { run, watch } = scene.open('creatify', { http: { send: () => EMPTY } });
    const seen = [bench.see(watch(ID)), bench.see(run())];
    scene.time.flush();
    expect(seen.map(({ words }) => words)).toEqual([
      ['!NetworkFault', '|'],
      ['!SubmissionUnknown', '|'],
    ]);
  },
  'a backoff': (bench) => {
    for (const nothing of NO_WORD) {
      const time = virtualTime();
      const { source$, asked } = failing();
      const options = { attempts: 3, backoff: () => nothing, scheduler: time.scheduler };
      const seen = bench.see(source$.pipe(retryTransient(options), attempt()));
      time.flush();
      expect(seen.words).toEqual(['!NetworkFault', '|']);
      expect(asked()).toBe(3);
      // Not even then at once.
      expect(time.now()).toBe(2);
    }
  },
  'a cadence': (bench) => {
    for (const nothing of NO_WORD) {
      const scene = bench.scripted([running('creatify'), running('creatify'), done('creatify')]);
      const seen = bench.see(scene.open('creatify', { cadence: () => nothing }).watch(ID));
      scene.time.flush();
      expect(seen.words).toEqual(['running', 'succeeded', '|']);
      expect(Math.min(...gaps(scene.port.looks))).toBeGreaterThanOrEqual(1);
    }
  },
});
