import {
  concat,
  EMPTY,
  firstValueFrom,
  mergeMap,
  merge,
  of,
  repeat,
  retry,
  share,
  take,
} from 'rxjs';
import type { JobStore, Limiter } from 'rushes';
import { isLeft, orThrow } from 'rushes';
import { memoryStore } from '../../../src/stores/memoryStore.js';
import { auroraBody, AURORA_INPUT } from '../bodies.js';
import { observe } from '../observe.js';
import { PAYING_VERBS } from '../payingVerbs.js';
import { answer, broken } from '../scriptedPort.js';
import type { Script } from '../scriptedPort.js';
import { stage } from '../stage.js';

describe('Law 2: one call of a paying method makes at most one POST, for ever', () => {
  describe.each(PAYING_VERBS)('$name', (verb) => {
    const script: Script = ({ method }) =>
      method === 'POST' ? answer(201, verb.created) : answer(200, verb.finished);
    const failing: Script = [answer(402, { message: 'No credits are left.' })];

    const slow: Script = ({ method }) =>
      method === 'POST'
        ? answer(201, verb.created, { afterMs: 500 })
        : answer(200, verb.finished, { afterMs: 500 });

    it('sends nothing before it is subscribed', () => {
      const scene = stage(script);
      verb.call(scene);
      scene.time.flush();
      expect(scene.port.calls).toEqual([]);
    });

    it.each([
      ['at once', script],
      ['while the answer is under way', slow],
    ])('sends one for a hundred subscribers %s', (_when, story) => {
      const scene = stage(story);
      const call$ = verb.call(scene);
      const all = Array.from({ length: 100 }, () => observe(call$, scene.time));
      scene.time.flush();
      expect(scene.port.posts).toHaveLength(1);
      expect(new Set(all.map(({ words }) => words.join())).size).toBe(1);
      expect(all.every(({ over, values }) => over && values.length > 0)).toBe(true);
    });

    it('sends one for subscribers that come late, after the end, and again', () => {
      const scene = stage(slow);
      const call$ = verb.call(scene);
      observe(call$, scene.time);
      scene.time.advance(700);
      observe(call$, scene.time);
      scene.time.flush();
      const after = observe(call$, scene.time);
      scene.time.flush();
      expect(after.over).toBe(true);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('sends one under concat, merge, repeat, share, and take', () => {
      const scene = stage(script);
      const call$ = verb.call(scene);
      const shared$ = call$.pipe(share());
      const many$ = concat(
        call$.pipe(take(1)),
        call$,
        merge(call$, call$, shared$, shared$),
        call$.pipe(repeat(3)),
        of(1, 2).pipe(mergeMap(() => call$)),
      );
      const seen = observe(many$, scene.time);
      scene.time.flush();
      expect(seen.over).toBe(true);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('sends one for a subscriber that subscribes again in the middle of the first event', () => {
      const scene = stage(script);
      const call$ = verb.call(scene);
      const inner: string[] = [];
      const seen = observe(
        call$.pipe(
          mergeMap((event, index) => {
            if (index === 0) call$.subscribe((nested) => inner.push(nested._tag));
            return of(event);
          }),
        ),
        scene.time,
      );
      scene.time.flush();
      expect(seen.over).toBe(true);
      expect(inner).toContain('Right');
      expect(scene.port.posts).toHaveLength(1);
    });

    it('remembers a refusal: subscribing, repeating and retrying give it back', () => {
      const scene = stage(failing);
      const call$ = verb.call(scene);
      const first = observe(call$, scene.time);
      expect(first.words).toEqual(['!PaymentRequired', '|']);
      expect(observe(call$.pipe(repeat(3)), scene.time).words).toEqual([
        '!PaymentRequired',
        '!PaymentRequired',
        '!PaymentRequired',
        '|',
      ]);
      const thrown = observe(
        call$.pipe(
          orThrow(),
          retry(3),
          mergeMap(() => EMPTY),
        ),
        scene.time,
      );
      expect(thrown.defects).toEqual([first.error]);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('remembers an answer that got lost', () => {
      const scene = stage(({ method }) => (method === 'POST' ? broken('reset') : answer(200, {})));
      const call$ = verb.call(scene);
      const first = observe(call$, scene.time);
      scene.time.flush();
      const posts = scene.port.posts.length;
      expect(first.words).toEqual(['!SubmissionUnknown', '|']);
      expect(posts).toBe(verb.idempotent ? 5 : 1);
      expect(new Set(scene.port.posts.map(({ headers }) => headers['idempotency-key'])).size).toBe(
        1,
      );
      const again = observe(call$.pipe(repeat(3)), scene.time);
      scene.time.flush();
      expect(again.errors).toEqual([first.error, first.error, first.error]);
      expect(scene.port.posts).toHaveLength(posts);
    });

    it('sends another one only when it is called again', () => {
      const scene = stage(failing);
      observe(verb.call(scene), scene.time);
      observe(verb.call(scene), scene.time);
      expect(scene.port.posts).toHaveLength(2);
    });

    it('sends one to a promise that is asked twice', async () => {
      const scene = stage(script);
      const call$ = verb.call(scene);
      const events = await Promise.all([firstValueFrom(call$), firstValueFrom(call$)]);
      expect(events.some(isLeft)).toBe(false);
      expect(scene.port.posts).toHaveLength(1);
    });
  });

  describe('whatever ports of the user do', () => {
    const script: Script = ({ method }) =>
      method === 'POST' ? answer(201, auroraBody('pending')) : answer(200, auroraBody('done'));

    it('sends one where a limiter gives two tokens for one wish', () => {
      const scene = stage(script);
      const limiter: Limiter = { acquire: () => of(undefined, undefined), report: () => undefined };
      const seen = observe(scene.creatify({ limiter }).aurora.run(AURORA_INPUT), scene.time);
      scene.time.flush();
      expect(seen.words).toEqual(['queued pending', 'succeeded done 1', '|']);
      expect(scene.port.posts).toHaveLength(1);
    });

    const storeWith = (more: Partial<JobStore>): JobStore => ({ ...memoryStore(), ...more });

    it.each<[string, JobStore]>([
      ['says twice that it wrote', storeWith({ putIfAbsent: () => of(undefined, undefined) })],
      ['completes without a word', storeWith({ putIfAbsent: () => EMPTY, put: () => EMPTY })],
    ])('sends one where a store %s', (_what, store) => {
      const scene = stage(script);
      const seen = observe(scene.creatify({ store }).aurora.run(AURORA_INPUT), scene.time);
      scene.time.flush();
      expect(seen.words).toEqual(['queued pending', 'succeeded done 1', '|']);
      expect(scene.port.posts).toHaveLength(1);
    });

    it('makes two jobs of two calls, however little chance there is', () => {
      const scene = stage(({ method }, index) =>
        method === 'POST'
          ? answer(201, auroraBody('pending', { id: `job-${index}` }))
          : answer(200, auroraBody('done')),
      );
      const buyTwo = (): readonly string[] => {
        const { aurora } = scene.creatify({ random: () => 0 });
        const calls = [aurora.submit(AURORA_INPUT), aurora.submit(AURORA_INPUT)];
        return calls.map((call$) => observe(call$, scene.time).last.id);
      };
      expect(buyTwo()).toEqual(['job-0', 'job-1']);
      // The next process, with the same chance and the same store.
      expect(buyTwo()).toEqual(['job-2', 'job-3']);
      expect(scene.port.posts).toHaveLength(4);
    });
  });
});
