import fc from 'fast-check';
import { delay, mergeMap, NEVER, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobStore, SubmissionIntent } from 'rushes';
import {
  AURORA_INPUT,
  auroraBody,
  GENERATION_INPUT,
  generationBody,
  ID,
  LIP_SYNC_INPUT,
} from '../bodies.js';
import { observe } from '../observe.js';
import type { Reply } from '../scriptedPort.js';
import { answer, broken, silence } from '../scriptedPort.js';
import type { Stage } from '../stage.js';
import { stage } from '../stage.js';
import { hanging, slow } from '../storeBehind.js';
import { storedRecords } from '../storedRefs.js';

const HOUR = 3_600_000;
const KEYED = { idempotencyKey: 'order-7' };
const REFUSED = broken('refused', { sent: false });

const intents = ({ store }: Stage): readonly SubmissionIntent[] =>
  storedRecords(store).filter((record) => record.type === 'intent');

/** Calls the same keyed create of sync.so, and lets it end. */
function generate(scene: Stage, options: object = {}) {
  const seen = observe(
    scene.sync().generations.submit(GENERATION_INPUT, { ...KEYED, ...options }),
    scene.time,
  );
  scene.time.advance(10 * 60_000);
  return seen;
}

/** A create under the vendor's own key, each attempt of which meets the reply of its time. */
function timed(replyAt: (hours: number) => Reply): Stage {
  let now = (): number => 0;
  const scene = stage(() => replyAt(now()));
  const began = scene.time.now();
  now = () => (scene.time.now() - began) / HOUR;
  return scene;
}

describe('a create under the vendor’s own key whose answer got lost', () => {
  const made = answer(201, generationBody('PENDING'));

  it('is sent again under the same key while the vendor knows it', () => {
    const scene = timed((hours) => (hours < 1 ? broken('reset') : made));
    expect(generate(scene).error._tag).toBe('SubmissionUnknown');
    const before = scene.port.posts.length;
    scene.time.advance(23 * HOUR);
    expect(generate(scene).last.id).toBe(ID);
    expect(scene.port.posts).toHaveLength(before + 1);
    const keys = scene.port.posts.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys)).toEqual(new Set(['order-7']));
  });

  it('is not sent again after 24 hours', () => {
    const scene = timed(() => broken('reset'));
    generate(scene);
    const before = scene.port.posts.length;
    scene.time.advance(24 * HOUR);
    const late = generate(scene);
    expect(late.error).toMatchObject({ _tag: 'SubmissionUnknown', outcome: 'unknown' });
    expect(scene.port.posts).toHaveLength(before);
  });

  it.each<[string, Reply]>([
    ['is lost again', broken('reset')],
    ['does not leave', REFUSED],
    ['is refused', answer(402, {})],
    ['is refused for the rate limit', answer(429, {}, { headers: { 'retry-after': '3600' } })],
  ])('stays as old as it is where a later call %s', (_how, reply) => {
    const scene = timed((hours) => (hours < 1 ? broken('reset') : reply));
    generate(scene);
    const [first] = intents(scene);
    scene.time.advance(12 * HOUR);
    const again = generate(scene);
    expect(again.error).toMatchObject({ outcome: 'unknown', jobMayBeRunning: true });
    expect(again.error.retryable).toBe(false);
    expect(intents(scene)).toMatchObject([{ state: 'unknown', createdAt: first?.createdAt }]);
    const before = scene.port.posts.length;
    scene.time.advance(12 * HOUR);
    expect(generate(scene).error._tag).toBe('SubmissionUnknown');
    expect(scene.port.posts).toHaveLength(before);
  });

  it('stays unknown where a later call is left, or ends, before it leaves', () => {
    const scene = stage([broken('reset')], { leavesAfterMs: 50 });
    generate(scene);
    const left = observe(scene.sync().generations.submit(GENERATION_INPUT, KEYED), scene.time);
    scene.time.advance(10);
    left.leave();
    expect(intents(scene)).toMatchObject([{ state: 'unknown' }]);
    const late = observe(
      scene.sync().generations.submit(GENERATION_INPUT, { ...KEYED, deadlineMs: 10 }),
      scene.time,
    );
    scene.time.advance(20);
    expect(late.error).toMatchObject({
      _tag: 'DeadlineExceeded',
      outcome: 'unknown',
      jobMayBeRunning: true,
      retryable: false,
    });
    expect(intents(scene)).toMatchObject([{ state: 'unknown' }]);
  });

  it('is not sent again by a call that waits for longer than the vendor knows the key', () => {
    const limited = answer(429, {}, { headers: { 'retry-after': '840' } });
    const scene = timed((hours) => (hours === 0 ? broken('reset') : limited));
    const seen = observe(
      scene.sync().generations.submit(GENERATION_INPUT, { deadlineMs: 48 * HOUR }),
      scene.time,
    );
    scene.time.advance(48 * HOUR);
    expect(seen.error).toMatchObject({ _tag: 'SubmissionUnknown', outcome: 'unknown' });
    const [first, last] = [scene.port.posts[0]?.at ?? 0, scene.port.posts.at(-1)?.at ?? 0];
    expect(last - first).toBeLessThan(24 * HOUR);
    expect(last - first).toBeGreaterThan(23 * HOUR);
  });

  it('is not sent again by a clock that was set back: nobody knows how old it is', () => {
    const scene = timed(() => broken('reset'));
    generate(scene);
    const [intent] = intents(scene);
    const { intentId, createdAt } = intent!;
    const later = { ...intent!, createdAt: createdAt + HOUR };
    scene.store.put(`intent/${intentId}`, later).subscribe();
    const before = scene.port.posts.length;
    expect(generate(scene).error._tag).toBe('SubmissionUnknown');
    expect(scene.port.posts).toHaveLength(before);
  });

  it('keeps the ids that an earlier answer held', () => {
    const scene = timed((hours) =>
      hours < 1 ? answer(500, { message: 'unknown', generationId: ID }) : REFUSED,
    );
    generate(scene);
    scene.time.advance(HOUR);
    generate(scene);
    expect(intents(scene)).toMatchObject([{ state: 'unknown', candidates: [{ id: ID }] }]);
  });
});

/** A store each call of which takes as long as it is told to. */
const jittery = (store: JobStore, time: Stage['time'], delays: () => number): JobStore => {
  const later = <T>(work: Observable<T>): Observable<T> =>
    work.pipe(delay(delays(), time.scheduler));
  return {
    get: (key) => later(store.get(key)),
    put: (key, record) => later(store.put(key, record)),
    putIfAbsent: (key, record) => later(store.putIfAbsent(key, record)),
    remove: (key) => later(store.remove(key)),
    list: (prefix) => later(store.list(prefix)),
  };
};

describe('a create under a key that the vendor knows nothing of', () => {
  it('is not sent again by a process whose clock is behind that of the first one', () => {
    const scene = stage([broken('reset'), answer(201, auroraBody('pending'))]);
    const submit = () =>
      observe(scene.creatify().aurora.submit(AURORA_INPUT, KEYED), scene.time).error._tag;
    expect(submit()).toBe('SubmissionUnknown');
    const [intent] = intents(scene);
    const ahead = { ...intent!, createdAt: intent!.createdAt + 1_000 };
    scene.store.put(`intent/${intent!.intentId}`, ahead).subscribe();
    expect(submit()).toBe('SubmissionUnknown');
    expect(scene.port.posts).toHaveLength(1);
  });
});

describe('a create under a key of which nobody knows what became', () => {
  const again = (scene: Stage) =>
    observe(scene.creatify().aurora.submit(AURORA_INPUT, KEYED), scene.time);

  it('is told with the ids that came of its answer', () => {
    const cut = JSON.stringify(auroraBody('pending')).slice(0, 50);
    const scene = stage([answer(201, cut)]);
    const first = again(scene);
    expect(first.error).toMatchObject({ candidates: [{ id: ID }] });
    expect(again(scene).error).toMatchObject({
      _tag: 'SubmissionUnknown',
      candidates: [{ provider: 'creatify', kind: 'aurora', id: ID }],
    });
    expect(scene.port.posts).toHaveLength(1);
  });

  it('is not called lost while another client waits for its answer', () => {
    const scene = stage([silence]);
    again(scene);
    const { error } = again(scene);
    expect(error).toMatchObject({ _tag: 'SubmissionUnknown', candidates: [] });
    expect(error.message).toMatch(/was not answered yet/);
    expect(scene.port.posts).toHaveLength(1);
  });
});

describe('the same input under a key', () => {
  const submit = (scene: Stage, input: object) =>
    observe(scene.creatify().aurora.submit(input as never, KEYED), scene.time);

  it('is the same whatever the order of its fields', () => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    expect(submit(scene, { ...AURORA_INPUT, name: 'Dawn' }).last.id).toBe(ID);
    const reordered = {
      name: 'Dawn',
      ...Object.fromEntries(Object.entries(AURORA_INPUT).reverse()),
    };
    expect(submit(scene, reordered).last.id).toBe(ID);
    expect(scene.port.posts).toHaveLength(1);
    expect(submit(scene, { ...reordered, name: 'Dusk' }).error._tag).toBe('InvalidInput');
  });

  it('is another one where a list has another order', () => {
    const scene = stage([answer(201, generationBody('PENDING'))]);
    const generations = () => scene.sync().generations;
    const { input, ...rest } = GENERATION_INPUT;
    observe(generations().submit({ ...rest, input }, KEYED), scene.time);
    const turned = { ...rest, input: [...input].reverse() };
    expect(observe(generations().submit(turned, KEYED), scene.time).error).toMatchObject({
      _tag: 'InvalidInput',
      issues: [{ path: 'idempotencyKey' }],
    });
    expect(scene.port.posts).toHaveLength(1);
  });
});

describe('processes that race to buy under one key', () => {
  it('send one request, if the key is new or what was sent under it was refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 2, maxLength: 4 }),
        fc.infiniteStream(fc.nat(20)),
        fc.boolean(),
        (starts, delays, refusedBefore) => {
          const scene = stage(() =>
            refusedBefore && scene.port.posts.length === 1
              ? answer(402, {})
              : answer(201, auroraBody('pending'), { afterMs: 5 }),
          );
          const submit = (store: JobStore) =>
            observe(scene.creatify({ store }).aurora.submit(AURORA_INPUT, KEYED), scene.time);
          if (refusedBefore) submit(scene.store);
          const before = scene.port.posts.length;
          const calls: ReturnType<typeof submit>[] = [];
          const store = () => jittery(scene.store, scene.time, () => Number(delays.next().value));
          for (const start of starts) {
            scene.time.scheduler.schedule(() => calls.push(submit(store())), start);
          }
          scene.time.flush();
          expect(scene.port.posts.length - before).toBe(1);
          for (const { values, errors } of calls) {
            const known = values.map(({ id }) => id);
            const unknown = errors.map(({ _tag }) => _tag);
            expect([...known, ...unknown]).toEqual([known.length > 0 ? ID : 'SubmissionUnknown']);
          }
          expect(calls.some(({ values }) => values.length > 0)).toBe(true);
          // Whoever was too late finds the job when it asks again.
          expect(submit(scene.store).last.id).toBe(ID);
          expect(
            storedRecords(scene.store)
              .map(({ type }) => type)
              .sort(),
          ).toEqual(['intent', 'job']);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('ids that chance gives again', () => {
  it('do not write over what an earlier process left unknown', () => {
    const scene = stage([broken('reset')]);
    // The same chance in both, as of a seed.
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
    expect(intents(scene)).toHaveLength(2);
    expect(new Set(intents(scene).map(({ intentId }) => intentId)).size).toBe(2);
  });

  it('do not make one job of two at a vendor that knows keys', () => {
    const scene = stage([answer(201, generationBody('PENDING'))]);
    for (let process = 0; process < 3; process += 1) {
      observe(scene.sync().generations.submit(GENERATION_INPUT), scene.time);
    }
    const keys = scene.port.posts.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(3);
  });

  it('are other ones at another time, in another store', () => {
    const first = stage([broken('reset')]);
    const second = stage([broken('reset')]);
    second.time.advance(1);
    const idOf = (scene: Stage): string | undefined => {
      observe(scene.creatify().aurora.submit(AURORA_INPUT), scene.time);
      return intents(scene)[0]?.intentId;
    };
    expect(idOf(first)).not.toBe(idOf(second));
  });

  it('end as a StoreFault where the store says so of all of them', () => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    const store: JobStore = {
      ...scene.store,
      putIfAbsent: (_key, record) => of({ ...record, state: 'unknown' } as SubmissionIntent),
    };
    const seen = observe(scene.creatify({ store }).aurora.submit(AURORA_INPUT), scene.time);
    expect(seen.error).toMatchObject({ _tag: 'StoreFault', outcome: 'not-sent' });
    expect(scene.port.calls).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a job', { v: 1, type: 'job', ref: {}, phase: 'queued', updatedAt: 0 }],
    ['an intent of another id', { v: 1, type: 'intent', intentId: 'ORDER-7' }],
    ['null', null],
    ['a text', 'x'],
  ])('send nothing where %s stands in their place', (_what, record) => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    const store: JobStore = { ...scene.store, putIfAbsent: () => of(record as undefined) };
    const seen = observe(scene.creatify({ store }).aurora.submit(AURORA_INPUT, KEYED), scene.time);
    expect(seen.error).toMatchObject({ _tag: 'StoreFault', outcome: 'not-sent' });
    expect(scene.port.calls).toEqual([]);
  });
});

describe('a store that is slow', () => {
  const made = answer(201, auroraBody('pending'));

  it('keeps the id from its subscriber for a second at most', () => {
    const scene = stage([made]);
    const store = hanging(scene.store, 'put');
    const seen = observe(scene.creatify({ store }).aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(999);
    expect(seen.words).toEqual([]);
    scene.time.advance(1);
    expect(seen.lines).toEqual(['1000 value', '1000 |']);
    expect(seen.last.id).toBe(ID);
    scene.time.flush();
    expect(scene.time.pending()).toBe(0);
  });

  it('goes on writing where nobody waits for it any more', () => {
    const scene = stage([made]);
    const store = slow(scene.store, scene.time, 3_000);
    const seen = observe(scene.creatify({ store }).aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(4_000);
    expect(seen.lines).toEqual(['4000 value', '4000 |']);
    scene.time.flush();
    expect(storedRecords(scene.store)).toMatchObject([
      { type: 'intent', state: 'created' },
      { type: 'job', ref: { id: ID } },
    ]);
  });

  it('does not keep the id beyond a deadline that passes meanwhile', () => {
    const scene = stage([made]);
    const store = hanging(scene.store, 'put');
    const options = { deadlineMs: 300 };
    const submit = observe(
      scene.creatify({ store }).aurora.submit(AURORA_INPUT, options),
      scene.time,
    );
    const run = observe(scene.creatify({ store }).aurora.run(AURORA_INPUT, options), scene.time);
    scene.time.advance(310);
    expect(submit.lines).toEqual(['300 value', '300 |']);
    expect(run.words).toEqual(['queued pending', '!DeadlineExceeded', '|']);
    expect(run.error).toMatchObject({ ref: { id: ID }, jobMayBeRunning: true });
  });

  it('keeps nothing from who left: the id is written all the same', () => {
    const scene = stage([made]);
    const store = slow(scene.store, scene.time, 100);
    const seen = observe(scene.creatify({ store }).aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(150);
    seen.leave();
    scene.time.flush();
    expect(storedRecords(scene.store)).toMatchObject([
      { type: 'intent', state: 'created', ref: { id: ID } },
      { type: 'job' },
    ]);
  });

  it.each([
    ['the intent', 'intent/', [{ type: 'intent', state: 'pending' }, { type: 'job' }]],
    ['the job', 'job/', [{ type: 'intent', state: 'created', ref: { id: ID } }]],
  ])('and fails over %s still has the id in the other record', (_what, prefix, records) => {
    const scene = stage([made]);
    const store: JobStore = {
      ...scene.store,
      put: (key, record) =>
        key.startsWith(prefix) ? throwError(() => new Error('EIO')) : scene.store.put(key, record),
    };
    const seen = observe(scene.creatify({ store }).aurora.submit(AURORA_INPUT), scene.time);
    expect(seen.last.id).toBe(ID);
    expect(storedRecords(scene.store)).toMatchObject(records);
    const ids: string[] = [];
    scene
      .creatify()
      .resume()
      .subscribe(({ ref }) => ids.push(ref.id));
    expect(ids).toEqual([ID]);
    expect(scene.told).toContainEqual(
      expect.objectContaining({ type: 'error', tag: 'StoreFault', ref: seen.last }),
    );
  });
});

describe('close(), with a store that is slow', () => {
  /** When close() has resolved, in virtual milliseconds after it was called. */
  async function closedAfter(scene: Stage, client: { close(): Promise<void> }) {
    const began = scene.time.now();
    let closed: number | undefined;
    void client.close().then(() => (closed = scene.time.now() - began));
    for (let step = 0; step <= 200 && closed === undefined; step += 1) {
      await Promise.resolve();
      await Promise.resolve();
      if (closed === undefined) scene.time.advance(10);
    }
    return closed;
  }

  it.each([
    [50, 70],
    [480, 970],
    [3_000, 1_000],
  ])('waits for writes of %s ms each, and never for more than a second', async (ms, atMost) => {
    const scene = stage([answer(201, { id: ID, credits_charged: 1 })]);
    const client = scene.magicHour({ store: slow(scene.store, scene.time, ms) });
    observe(client.lipSync.submit(LIP_SYNC_INPUT), scene.time);
    // The intent is written, the create is answered, and its id is on its way into the store.
    scene.time.advance(ms);
    const after = await closedAfter(scene, client);
    expect(after).toBeLessThanOrEqual(Math.max(atMost, Math.min(2 * ms, 1_000)));
    expect(after).toBeGreaterThanOrEqual(Math.min(2 * ms, 1_000));
    scene.time.flush();
    expect(storedRecords(scene.store)).toMatchObject([{ state: 'created' }, { type: 'job' }]);
  });

  it('waits for what was seen of a job, though nobody buys anything', async () => {
    const scene = stage([answer(200, auroraBody('running'))]);
    const store: JobStore = {
      ...scene.store,
      put: (key, record) =>
        of(undefined).pipe(
          delay(300, scene.time.scheduler),
          mergeMap(() => scene.store.put(key, record)),
        ),
    };
    const client = scene.creatify({ store });
    observe(client.aurora.watch(ID), scene.time);
    expect(await closedAfter(scene, client)).toBe(300);
    expect(storedRecords(scene.store)).toMatchObject([{ type: 'job', phase: 'running' }]);
  });

  it('gives up after a second on a store that hangs, and tells the id that it has', async () => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    const client = scene.creatify({ store: hanging(scene.store, 'put') });
    const seen = observe(client.aurora.submit(AURORA_INPUT), scene.time);
    expect(await closedAfter(scene, client)).toBe(1_000);
    expect(seen.last.id).toBe(ID);
    scene.time.flush();
    expect(scene.time.pending()).toBe(0);
  });

  it('gives up on an intent that cannot be written: nothing was sent', async () => {
    const scene = stage([answer(201, auroraBody('pending'))]);
    const store: JobStore = { ...scene.store, putIfAbsent: () => NEVER };
    const client = scene.creatify({ store });
    const seen = observe(client.aurora.submit(AURORA_INPUT), scene.time);
    expect(await closedAfter(scene, client)).toBe(0);
    expect(seen.error).toMatchObject({ _tag: 'Closed', outcome: 'not-sent' });
    expect(scene.port.calls).toEqual([]);
  });

  it('leaves an answer that never comes as unknown in the store', async () => {
    const scene = stage([silence]);
    const client = scene.creatify({ store: slow(scene.store, scene.time, 10) });
    observe(client.aurora.submit(AURORA_INPUT), scene.time);
    scene.time.advance(10);
    expect(await closedAfter(scene, client)).toBe(1_000);
    scene.time.flush();
    expect(storedRecords(scene.store)).toMatchObject([{ type: 'intent', state: 'unknown' }]);
  });
});
