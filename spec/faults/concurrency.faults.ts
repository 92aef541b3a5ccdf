import { firstValueFrom, lastValueFrom, map, toArray } from 'rxjs';
import { fixed, isRight } from 'rushes';
import type { VendorName } from 'rushes/testing';
import { CHARACTER_INPUT } from '../engine/bodies.js';
import { answer } from '../engine/scriptedPort.js';
import type { Reply, Script } from '../engine/scriptedPort.js';
import type { Bench } from './bench/Bench.js';
import { DESKS } from './bench/desks.js';
import { atEveryVendor, fault } from './fault.js';
import { named } from './variants.js';

// Many at once: subscribers of one job, jobs of one client, clients of one store.

const JOB = 'job-1';

/** A create of Magic Hour answers with no more than an id. */
const madeBy = (vendor: VendorName): readonly string[] =>
  vendor === 'magicHour' ? ['queued'] : [];

/** The job runs for so many looks, and then it is done. */
const doneAfter =
  (vendor: VendorName, looks: number): Script =>
  ({ method, path }, index): Reply => {
    const { body, lookPath, words } = DESKS[vendor];
    const id = path.split('/').find((part) => path === lookPath(part)) ?? JOB;
    if (method === 'POST') return answer(200, body(JOB, words.running), { afterMs: 100 });
    return answer(200, body(id, index > looks ? words.done : words.running));
  };

const aPlace = (bench: Bench, vendor: VendorName, looks = 2) => {
  const scene = bench.scripted(doneAfter(vendor, looks));
  return { ...scene, ...scene.open(vendor) };
};

fault('I1', {
  ...named(
    'at once',
    atEveryVendor((bench, vendor) => {
      const { run, time, port } = aPlace(bench, vendor);
      const job$ = run();
      const all = Array.from({ length: 100 }, () => bench.see(job$));
      time.flush();
      const words = [...madeBy(vendor), 'running', 'succeeded', '|'];
      for (const seen of all) expect(seen.words).toEqual(words);
      expect(port.posts).toHaveLength(1);
      expect(port.looks).toHaveLength(3);
    }),
  ),
  ...named(
    'late',
    atEveryVendor((bench, vendor) => {
      const { run, time, port } = aPlace(bench, vendor);
      const job$ = run();
      const first = bench.see(job$);
      // While the create is on its way, while the job runs, and after its end.
      time.advance(50);
      const second = bench.see(job$);
      time.advance(60);
      const third = bench.see(job$);
      expect(third.words).toHaveLength(1);
      time.flush();
      const fourth = bench.see(job$);
      const looks = port.looks.length;
      expect(fourth.words).toEqual(['succeeded', '|']);
      for (const seen of [first, second, third]) {
        expect(seen.words).toEqual([...madeBy(vendor), 'running', 'succeeded', '|']);
      }
      expect(port.posts).toHaveLength(1);
      expect(port.looks).toHaveLength(looks);
    }),
  ),
  ...named(
    'after an error',
    atEveryVendor((bench, vendor) => {
      const { open, time, port } = bench.scripted([answer(402, {})]);
      const job$ = open(vendor).run();
      const first = bench.see(job$);
      time.flush();
      const second = bench.see(job$);
      time.flush();
      expect([first.words, second.words]).toEqual([
        ['!PaymentRequired', '|'],
        ['!PaymentRequired', '|'],
      ]);
      expect(second.error).toBe(first.error);
      expect(port.posts).toHaveLength(1);
    }),
  ),
});

fault('I2', {
  ...named(
    'while the create is on its way',
    atEveryVendor((bench, vendor) => {
      const { run, time, port } = aPlace(bench, vendor);
      const job$ = run();
      const first = bench.see(job$);
      time.advance(50);
      first.leave();
      time.advance(10);
      const second = bench.see(job$);
      time.flush();
      expect(second.words.slice(-3)).toEqual(['running', 'succeeded', '|']);
      expect(port.posts).toHaveLength(1);
    }),
  ),
  ...named(
    'before anything left',
    atEveryVendor((bench, vendor) => {
      const scene = bench.scripted(doneAfter(vendor, 1), { leavesAfterMs: 10 });
      const job$ = scene.open(vendor).run();
      bench.see(job$).leave();
      const second = bench.see(job$);
      scene.time.flush();
      expect(second.words.at(-2)).toBe('succeeded');
      expect(scene.port.posts).toHaveLength(1);
    }),
  ),
  ...named(
    'while the job runs',
    atEveryVendor((bench, vendor) => {
      const { run, time, port } = aPlace(bench, vendor);
      const job$ = run();
      const first = bench.see(job$);
      time.advance(150);
      first.leave();
      time.advance(60_000);
      expect(port.looks.filter(({ at }) => at > time.now() - 50_000)).toEqual([]);
      const second = bench.see(job$);
      time.flush();
      expect(second.words.slice(-3)).toEqual(['running', 'succeeded', '|']);
      expect(port.posts).toHaveLength(1);
    }),
  ),
});

fault(
  'I4',
  atEveryVendor((bench, vendor) => {
    const { run, time, port, open } = aPlace(bench, vendor);
    const first = bench.see(run({ order: 'order-a', idempotencyKey: 'key-1' }));
    time.flush();
    const again = bench.see(run({ order: 'order-a', idempotencyKey: 'key-1' }));
    const other = bench.see(run({ order: 'order-b', idempotencyKey: 'key-1' }));
    // Another client of the same store finds the same record.
    const elsewhere = bench.see(open(vendor).run({ order: 'order-c', idempotencyKey: 'key-1' }));
    time.flush();
    expect(first.last.ref.id).toBe(JOB);
    expect(again.last.ref.id).toBe(JOB);
    for (const seen of [other, elsewhere]) {
      expect(seen.words).toEqual(['!InvalidInput', '|']);
      expect(seen.error).toMatchObject({
        outcome: 'not-sent',
        issues: [{ path: 'idempotencyKey' }],
      });
    }
    expect(port.posts).toHaveLength(1);
  }),
);

fault('I5', async (bench) => {
  const { open, server } = await bench.wire('creatify', {
    look: (asked) => asked.answer('200 OK', asked.job(asked.desk.words.done)),
  });
  const { watch } = open();
  const all = Array.from({ length: 1_000 }, (_, index) => bench.see(watch(`job-${index}`)));
  const ends = await Promise.all(all.map((seen) => seen.ended));
  expect(ends.every((words) => words.join() === 'succeeded,|')).toBe(true);
  // The vendor answers a request for many with one job: that is tried once.
  const paths = server.asked.map(({ path }) => path);
  const alone = paths.filter((path) => path.includes('/job-'));
  expect(alone).toHaveLength(1_000);
  expect(new Set(alone).size).toBe(1_000);
  expect(server.looks).toBe(1_000);
  expect(server.connections.length).toBeLessThanOrEqual(256);
});

fault('I6', {
  ...named(
    'by one client',
    atEveryVendor((bench, vendor) => {
      const { watch, time, port } = aPlace(bench, vendor, 3);
      const first = bench.see(watch(JOB));
      time.advance(1_500);
      const looks = port.looks.length;
      const second = bench.see(watch(JOB));
      expect(second.words).toEqual(['running']);
      expect(port.looks).toHaveLength(looks);
      time.flush();
      for (const seen of [first, second]) expect(seen.words).toEqual(['running', 'succeeded', '|']);
      const moments = port.looks.map(({ at }) => at);
      expect(new Set(moments).size).toBe(moments.length);
    }),
  ),
  ...named(
    'a run and a watch of its reference',
    atEveryVendor((bench, vendor) => {
      const { client, run, time, port } = aPlace(bench, vendor);
      const bought = bench.see(run());
      time.advance(150);
      const watched = bench.see(client.watch(bought.last.ref));
      time.flush();
      expect(bought.words.slice(-2)).toEqual(['succeeded', '|']);
      expect(watched.words.slice(-2)).toEqual(['succeeded', '|']);
      const moments = port.looks.map(({ at }) => at);
      expect(new Set(moments).size).toBe(moments.length);
    }),
  ),
});

fault(
  'I7',
  atEveryVendor((bench, vendor) => {
    // Every job is done at its first look, and each starts the next from where it is told of.
    const { body, words } = DESKS[vendor];
    let made = 0;
    const { open, time, port } = bench.scripted(({ method, path }) => {
      if (method === 'POST') return answer(200, body(`job-${(made += 1)}`, words.running));
      const id = path.split('/').find((part) => part.startsWith('job-')) ?? '';
      return answer(200, body(id, words.done));
    });
    const { run } = open(vendor, { cadence: fixed(1) });
    const ends: string[] = [];
    let deepest = 0;
    let depth = 0;
    const start = (left: number): void => {
      depth += 1;
      deepest = Math.max(deepest, depth);
      bench.see(
        run().pipe(
          map((event) => {
            if (isRight(event) && event.right.phase === 'succeeded') {
              ends.push(event.right.ref.id);
              if (left > 0) start(left - 1);
            }
            return event;
          }),
        ),
      );
      depth -= 1;
    };
    start(100);
    time.flush();
    expect(ends).toEqual(Array.from({ length: 101 }, (_, index) => `job-${index + 1}`));
    expect(port.posts).toHaveLength(101);
    // The create of a scripted vendor is answered at once, so a job may begin within the one before.
    expect(deepest).toBeLessThan(10);
  }),
);

fault('I11', {
  'options and keys': (bench) => {
    const { open, port, time } = bench.scripted(doneAfter('aurous', 1));
    const options = { deadlineMs: 60_000, timeoutMs: 5_000, account: 'one' };
    const { client, run } = open('aurous', options);
    Object.assign(options, { deadlineMs: -1, timeoutMs: NaN, account: 'two', http: undefined });
    const seen = bench.see(run());
    time.flush();
    expect(seen.words.slice(-2)).toEqual(['succeeded', '|']);
    expect(seen.last.ref.account).toBe('one');
    expect(Object.isFrozen(client)).toBe(true);
    expect(port.posts).toHaveLength(1);
  },
  'the input after the call': async (bench) => {
    const { open, port, time } = bench.scripted(doneAfter('aurous', 1));
    const { client } = open('aurous');
    const { characters } = client as unknown as {
      readonly characters: {
        run(input: object): ReturnType<ReturnType<typeof open>['run']>;
      };
    };
    const input = { ...CHARACTER_INPUT };
    const job$ = characters.run(input);
    input.name = 'changed';
    const seen = bench.see(job$);
    time.flush();
    expect(seen.words.slice(-2)).toEqual(['succeeded', '|']);
    expect(port.posts[0]?.body).toContain(CHARACTER_INPUT.name);
    const all = await lastValueFrom(job$.pipe(toArray()));
    expect(isRight(all.at(-1)!)).toBe(true);
    expect(isRight(await firstValueFrom(job$))).toBe(true);
  },
});
