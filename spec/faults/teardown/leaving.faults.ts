import { delay } from 'rxjs';
import type { JobStore } from 'rushes';
import { memoryStore } from 'rushes';
import type { VendorName } from 'rushes/testing';
import { pause, until } from '../../wire/http/oracles.js';
import { commitsAnd, hangs, refuses, resets, shows, writes } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import type { Act, Asked } from '../bench/ModelServer.js';
import { works } from '../bench/ModelServer.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';

// Who leaves stops listening: what has not left never will, what may have left goes on alone.

const outcomes = async (bench: Bench): Promise<readonly string[]> =>
  (await bench.stored()).flatMap((record) => (record.type === 'intent' ? [record.state] : []));

const ids = async (bench: Bench): Promise<readonly string[]> =>
  (await bench.stored()).flatMap((record) => (record.type === 'job' ? [record.ref.id] : []));

/** A store that takes a turn for everything. */
function slowly(store: JobStore): JobStore {
  return {
    get: (key) => store.get(key).pipe(delay(5)),
    put: (key, record) => store.put(key, record).pipe(delay(5)),
    putIfAbsent: (key, record) => store.putIfAbsent(key, record).pipe(delay(5)),
    remove: (key) => store.remove(key).pipe(delay(5)),
    list: (prefix) => store.list(prefix).pipe(delay(5)),
  };
}

fault('H1', {
  ...atEveryVendor(async (bench, vendor) => {
    const { run, server } = await bench.wire(vendor);
    for (let count = 0; count < 50; count += 1) bench.see(run()).leave();
    await pause(30);
    expect(server.connections).toEqual([]);
    expect(await outcomes(bench)).toEqual(Array(50).fill('not-sent'));
  }),
  ...named(
    'while the intent is written',
    atEveryVendor(async (bench, vendor) => {
      const store = slowly(memoryStore());
      const { run, server } = await bench.wire(vendor, {}, { store });
      const seen = bench.see(run());
      await pause(2);
      seen.leave();
      await pause(30);
      expect(server.connections).toEqual([]);
    }),
  ),
  'and another comes in the same tick': async (bench) => {
    const { run, server } = await bench.wire('creatify');
    const job$ = run();
    bench.see(job$).leave();
    bench.see(job$).leave();
    expect(await bench.ended(job$)).toEqual(['running', 'succeeded', '|']);
    expect(server.posts).toBe(1);
  },
});

const answers: Act = (asked) => shows('running')(asked);

/** Leaves at a moment of the answer, which the vendor goes on with. */
async function leftAt(
  bench: Bench,
  vendor: VendorName,
  first: Act,
  rest: (asked: Asked) => unknown,
) {
  const { run, server, open } = await bench.wire(vendor, { create: [first, works] });
  const job$ = run();
  const seen = bench.see(job$);
  await until(() => server.posts === 1);
  await pause(10);
  expect(seen.words).toEqual([]);
  seen.leave();
  const [asked] = server.asked;
  await pause(10);
  // It is the engine's now: the connection is kept for its answer.
  expect(server.connections[0]?.closedAt).toBeUndefined();
  if (asked !== undefined) rest(asked);
  return { job$, open, server };
}

/** The bytes of a good answer, in two pieces. */
const pieces = (asked: Asked, cut: number): readonly [string, string] => {
  const body = JSON.stringify(asked.job(asked.desk.words.running));
  const whole = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  return [whole.slice(0, cut), whole.slice(cut)];
};

async function storesTheJob(bench: Bench, minted: readonly string[]): Promise<void> {
  for (let turns = 0; turns < 250 && (await ids(bench)).length === 0; turns += 1) await pause(4);
  expect(await ids(bench)).toEqual(minted);
  expect(minted).toHaveLength(1);
  expect(await outcomes(bench)).toEqual(['created']);
}

fault('H2', {
  ...named(
    'before the answer',
    atEveryVendor(async (bench, vendor) => {
      const { job$, server } = await leftAt(bench, vendor, hangs, answers);
      await storesTheJob(bench, server.minted);
      expect(server.looks).toBe(0);
      // Who comes later finds the same job.
      expect((await bench.ended(job$)).slice(-2)).toEqual(['succeeded', '|']);
      expect(server.posts).toBe(1);
    }),
  ),
  ...named(
    'within the body of the answer',
    atEveryVendor(async (bench, vendor) => {
      const first: Act = (asked) => asked.socket.write(pieces(asked, 60)[0]);
      const { server } = await leftAt(bench, vendor, first, (asked) =>
        asked.socket.write(pieces(asked, 60)[1]),
      );
      await storesTheJob(bench, server.minted);
      expect(server.posts).toBe(1);
    }),
  ),
  'and another client of the same store goes on with it': async (bench) => {
    const { open, server } = await leftAt(bench, 'creatify', hangs, answers);
    await storesTheJob(bench, server.minted);
    const { watch } = open();
    expect(await bench.ended(watch(server.minted[0] ?? ''))).toEqual(['running', 'succeeded', '|']);
  },
  'and the answer gets lost': async (bench) => {
    const { job$, server } = await leftAt(bench, 'creatify', commitsAnd(hangs), resets);
    const unclear = async (): Promise<boolean> => (await outcomes(bench)).includes('unknown');
    for (let turns = 0; turns < 250 && !(await unclear()); turns += 1) await pause(4);
    expect(await outcomes(bench)).toEqual(['unknown']);
    expect(await bench.ended(job$)).toEqual(['!SubmissionUnknown', '|']);
    expect(server.posts).toBe(1);
  },
});

/** Whether the connection was closed before a timer of 100 ms went off, however busy the machine is. */
async function closedSoon(
  connection: { readonly closedAt?: number } | undefined,
): Promise<boolean> {
  await pause(100);
  await new Promise((resolve) => setImmediate(resolve));
  return connection?.closedAt !== undefined;
}

/** Leaves once the vendor was asked for a look that it answers in part or not at all. */
const leavesALook = (act: Act) => async (bench: Bench, vendor: VendorName) => {
  const { server, watch } = await bench.wire(vendor, { look: act });
  const seen = bench.see(watch('a1'));
  await until(() => server.looks === 1);
  await pause(10);
  seen.leave();
  expect(await closedSoon(server.connections[0])).toBe(true);
  expect(bench.evidence.process.left()).toEqual([]);
  expect(server.looks).toBe(1);
};

/** Leaves while nothing is under way, and a timer runs. */
const leavesAWait =
  (act: Act, cadence: () => number, sign: string) => async (bench: Bench, vendor: VendorName) => {
    const { server, watch } = await bench.wire(
      vendor,
      { look: act },
      { cadence, random: () => 0.999 },
    );
    const seen = bench.see(watch('a1'));
    await until(() => bench.told.some(({ type }) => type === sign));
    await pause(10);
    expect(bench.evidence.process.left()).toContain('2 timers');
    seen.leave();
    expect(bench.evidence.process.left()).toEqual([]);
    expect(server.looks).toBe(1);
  };

fault('H3', {
  ...named('in a look', atEveryVendor(leavesALook(hangs))),
  ...named('within the head of a look', atEveryVendor(leavesALook(writes('HTTP/1.1 200 OK\r\nX')))),
  ...named(
    'within the body of a look',
    atEveryVendor(leavesALook(writes('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":'))),
  ),
  ...named(
    'in the wait for the next look',
    atEveryVendor(leavesAWait(shows('running'), () => 60_000, 'response')),
  ),
  ...named(
    'in the wait after a failure',
    atEveryVendor(
      leavesAWait(refuses('503 Busy', 'busy', 'busy', ['Retry-After: 60']), () => 1, 'retry'),
    ),
  ),
  'in the wait before a create is sent again': async (bench) => {
    const limited = refuses('429 Slow', 'slow', 'slow', ['Retry-After: 60']);
    const { run, server } = await bench.wire('creatify', { create: limited });
    const seen = bench.see(run());
    await until(() => bench.told.some(({ type }) => type === 'retry'));
    seen.leave();
    expect(bench.evidence.process.left()).toEqual([]);
    expect(server.posts).toBe(1);
    expect(await outcomes(bench)).toEqual(['not-sent']);
  },
});
