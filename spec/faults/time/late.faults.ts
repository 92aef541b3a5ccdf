import { fixed } from 'rushes';
import type { VendorName } from 'rushes/testing';
import { answer, broken } from '../../engine/scriptedPort.js';
import type { Reply, Script } from '../../engine/scriptedPort.js';
import type { Bench } from '../bench/Bench.js';
import { DESKS } from '../bench/desks.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';
import { unevenTime } from './unevenTime.js';

// Timers that come late: of a machine that slept, of a tab that nobody sees, of answers that take their time.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const GAP_MS = 10_000;
const JOB = 'job-1';

/** A vendor whose jobs run until so many looks were answered; each answer takes a moment. */
const doneAt =
  (vendor: VendorName, looks: number, afterMs = 100): Script =>
  ({ method, path }, index): Reply => {
    const { body, lookPath, words } = DESKS[vendor];
    const id = path.split('/').find((part) => path === lookPath(part)) ?? JOB;
    const word = method === 'GET' && index >= looks ? words.done : words.running;
    return answer(200, body(id, word), { afterMs });
  };

/** A client on uneven time, that looks every ten seconds. */
function uneven(bench: Bench, vendor: VendorName, script: Script) {
  const time = unevenTime();
  const { open, port } = bench.scripted(script, { time });
  const options = { scheduler: time.client, cadence: fixed(GAP_MS) };
  return { time, port, ...open(vendor, options) };
}

fault('G5', {
  ...named(
    'between looks',
    atEveryVendor((bench, vendor) => {
      const { port, time, watch } = uneven(bench, vendor, doneAt(vendor, 6));
      const seen = bench.see(watch(JOB));
      time.advance(25_000);
      const before = port.looks.length;
      time.sleep(HOUR_MS);
      time.advance(GAP_MS);
      expect(port.looks).toHaveLength(before + 1);
      time.flush();
      expect(seen.words).toEqual(['running', 'succeeded', '|']);
      const moments = port.looks.map(({ at }) => at);
      const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
      // Once an hour, and otherwise as ever.
      expect(gaps.filter((gap) => gap > HOUR_MS)).toHaveLength(1);
      expect(gaps.filter((gap) => gap <= HOUR_MS)).toEqual(Array(5).fill(GAP_MS + 100));
    }),
  ),
  ...named(
    'within a look, whose answer comes meanwhile',
    atEveryVendor((bench, vendor) => {
      const { port, time, watch } = uneven(bench, vendor, doneAt(vendor, 3));
      const seen = bench.see(watch(JOB));
      time.advance(GAP_MS + 150);
      expect(port.looks.at(-1)?.state).toBe('under way');
      time.sleep(HOUR_MS);
      // What was overdue counts as lost: it is looked again, once.
      time.advance(GAP_MS / 2);
      expect(port.looks).toHaveLength(3);
      time.flush();
      expect(seen.words).toEqual(['running', 'succeeded', '|']);
    }),
  ),
  'of fifty watches': (bench) => {
    const { port, time, watch } = uneven(bench, 'creatify', doneAt('creatify', 200));
    const all = Array.from({ length: 50 }, (_, index) => bench.see(watch(`job-${index}`)));
    // The vendor answers a request for many with one job: that is tried now and then, and not counted.
    const alone = (): number => port.looks.filter(({ path }) => path.includes('/job-')).length;
    time.advance(25_000);
    expect(alone()).toBe(150);
    time.sleep(8 * HOUR_MS);
    time.advance(GAP_MS);
    expect(alone()).toBe(200);
    time.flush();
    for (const seen of all) expect(seen.words).toEqual(['running', 'succeeded', '|']);
  },
  'past the deadline': (bench) => {
    const { port, time, watch } = uneven(bench, 'creatify', doneAt('creatify', Infinity));
    const seen = bench.see(watch(JOB, { deadlineMs: HOUR_MS / 2 }));
    time.advance(25_000);
    const before = port.looks.length;
    time.sleep(HOUR_MS);
    time.advance(1);
    expect(seen.words).toEqual(['running', '!DeadlineExceeded', '|']);
    expect(seen.error).toMatchObject({ jobMayBeRunning: true, ref: { id: JOB } });
    expect(port.looks.length).toBeLessThanOrEqual(before + 1);
  },
  ...named(
    'within a create, whose answer comes meanwhile',
    atEveryVendor((bench, vendor) => {
      const { port, run, time } = uneven(bench, vendor, doneAt(vendor, 2));
      const seen = bench.see(run());
      time.advance(50);
      time.sleep(HOUR_MS);
      time.flush();
      expect(seen.words.slice(-2)).toEqual(['succeeded', '|']);
      expect(port.posts).toHaveLength(1);
    }),
  ),
});

fault(
  'G7',
  atEveryVendor((bench, vendor) => {
    let failures = 0;
    const good = doneAt(vendor, 8);
    const { port, run, time } = uneven(bench, vendor, (call, index) => {
      if (index !== 3) return typeof good === 'function' ? good(call, index) : broken('other');
      failures += 1;
      return broken('reset', { afterMs: 100 });
    });
    time.roundTo(MINUTE_MS);
    const seen = bench.see(run());
    time.flush();
    expect(seen.words.slice(-3)).toEqual(['running', 'succeeded', '|']);
    expect(failures).toBe(1);
    expect(port.posts).toHaveLength(1);
    // Whatever the gap, and whatever failed: one look each minute.
    const moments = port.looks.map(({ at }) => at);
    const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(5);
    expect(new Set(gaps)).toEqual(new Set([MINUTE_MS]));
  }),
);

/** A vendor that takes four gaps for an answer, and counts the looks at one job that are under way. */
function slowly(bench: Bench, vendor: VendorName) {
  const good = doneAt(vendor, 12, 4 * GAP_MS);
  let most = 0;
  const scene = bench.scripted((call, index) => {
    const underWay = scene.port.looks.filter(
      ({ path, state }) => path === call.path && state === 'under way',
    );
    if (call.method === 'GET') most = Math.max(most, underWay.length);
    return typeof good === 'function' ? good(call, index) : broken('other');
  });
  const options = { cadence: fixed(GAP_MS), timeoutMs: 10 * GAP_MS };
  return { ...scene, ...scene.open(vendor, options), most: () => most };
}

fault('G8', {
  ...named(
    'one watcher',
    atEveryVendor((bench, vendor) => {
      const { most, port, time, watch } = slowly(bench, vendor);
      const seen = bench.see(watch(JOB));
      time.flush();
      expect(seen.words).toEqual(['running', 'succeeded', '|']);
      expect(most()).toBe(1);
      const moments = port.looks.map(({ at }) => at);
      const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
      expect(new Set(gaps)).toEqual(new Set([5 * GAP_MS]));
    }),
  ),
  ...named(
    'many, who come and go',
    atEveryVendor((bench, vendor) => {
      const { client, most, run, time } = slowly(bench, vendor);
      const bought = bench.see(run());
      time.advance(4 * GAP_MS);
      const { ref } = bought.last;
      const stays = bench.see(client.watch(ref));
      for (let turn = 0; turn < 20; turn += 1) {
        const guest = bench.see(client.watch(ref, { cadence: fixed(1) }));
        time.advance(GAP_MS);
        guest.leave();
      }
      time.flush();
      expect([bought, stays].map(({ words }) => words.at(-2))).toEqual(['succeeded', 'succeeded']);
      expect(most()).toBe(1);
    }),
  ),
});
