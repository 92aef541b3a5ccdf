import { NEVER } from 'rxjs';
import type { Cadence, ClientOptions } from 'rushes';
import { exponential, fixed } from 'rushes';
import { deadline, estimateProgress } from 'rushes/operators';
import { answer, silence } from '../../engine/scriptedPort.js';
import { pause } from '../../wire/http/oracles.js';
import { shows } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import { DESKS } from '../bench/desks.js';
import { START } from '../bench/places.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';

// Numbers of milliseconds that no timer holds: Node fires at once where one is too long.

const LONGEST_MS = 2 ** 31 - 1;
const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;

const ODD: readonly unknown[] = [LONGEST_MS, 2 ** 31, Infinity, NaN, -1, 0, 0.5, '5s', '500', null];

const { body, words } = DESKS.creatify;
const running = answer(200, body('job-1', words.running));
const done = answer(200, body('job-1', words.done));

type Make = (ms: never, bench: Bench) => unknown;

const opened =
  (name: keyof ClientOptions): Make =>
  (ms, bench) =>
    bench.open('creatify', { [name]: ms });

/** Where a number of milliseconds is refused at once, and which of the odd ones are good there. */
const CHECKED: Readonly<Record<string, readonly [make: Make, good: readonly unknown[]]>> = {
  'the gap of fixed': [(ms) => fixed(ms), [LONGEST_MS]],
  'initialMs of exponential': [
    (ms) => exponential({ initialMs: ms, maxMs: LONGEST_MS }),
    [LONGEST_MS],
  ],
  'maxMs of exponential': [(ms) => exponential({ initialMs: 1, maxMs: ms }), [LONGEST_MS]],
  'timeoutMs of a client': [opened('timeoutMs'), [LONGEST_MS]],
  'deadlineMs of a client': [opened('deadlineMs'), [LONGEST_MS, 2 ** 31]],
  'unknownForMs of a client': [opened('unknownForMs'), [LONGEST_MS, 2 ** 31]],
  'the operator deadline': [(ms) => deadline(ms), [LONGEST_MS, 2 ** 31]],
  'everyMs of estimateProgress': [(ms) => estimateProgress({ everyMs: ms }), [LONGEST_MS]],
};

const refused = Object.fromEntries(
  Object.entries(CHECKED).map(([place, [make, good]]) => [
    place,
    async (bench: Bench) => {
      for (const ms of ODD) {
        const making = (): unknown => make(ms as never, bench);
        if (good.includes(ms)) making();
        else expect((await bench.thrownBy(making))._tag).toBe('InvalidInput');
      }
    },
  ]),
);

/** What a cadence of the user's may give: it is asked when nobody can throw any more. */
const GIVEN: readonly (readonly [gives: unknown, gapMs: number])[] = [
  [LONGEST_MS, LONGEST_MS],
  [2 ** 31, LONGEST_MS],
  [2 ** 40, LONGEST_MS],
  [Infinity, LONGEST_MS],
  [0.5, 1],
  [-1, 1],
  // The usual cadence takes their place.
  [NaN, 1_000],
  ['5s', 1_000],
  [undefined, 1_000],
];

fault('G1', {
  ...refused,
  'deadlineMs of a method': (bench) => {
    const { open, port, time } = bench.scripted([done]);
    const { run, watch } = open('creatify');
    for (const ms of ODD.filter((one) => one !== LONGEST_MS && one !== 2 ** 31)) {
      const options = { deadlineMs: ms as number };
      for (const jobs$ of [run(options), watch('job-1', options)]) {
        const seen = bench.see(jobs$);
        expect([ms, ...seen.words]).toEqual([ms, '!InvalidInput', '|']);
      }
    }
    time.flush();
    expect(port.calls).toEqual([]);
  },
  'what a cadence gives': (bench) => {
    for (const [gives, gapMs] of GIVEN) {
      const { open, port, time } = bench.scripted([running, done]);
      const cadence = (() => gives) as Cadence;
      const seen = bench.see(open('creatify', { deadlineMs: YEAR_MS }).watch('job-1', { cadence }));
      time.flush();
      expect([gives, ...port.looks.map(({ at }) => at - START)]).toEqual([gives, 0, gapMs]);
      expect(seen.words).toEqual(['running', 'succeeded', '|']);
    }
  },
  'the longest timeout, of a look': (bench) => {
    const { open, port, time } = bench.scripted([silence]);
    const seen = bench.see(open('creatify', { timeoutMs: LONGEST_MS }).get('job-1'));
    time.advance(LONGEST_MS - 1);
    expect(port.calls.map(({ state }) => state)).toEqual(['under way']);
    time.advance(1);
    expect(port.calls.map(({ state }) => state)).toEqual(['aborted']);
    time.flush();
    expect(seen.words).toEqual(['!TimedOut', '|']);
  },
  'the longest timeout, of a create': (bench) => {
    const { open, port, time } = bench.scripted([silence]);
    const options = { timeoutMs: LONGEST_MS, deadlineMs: YEAR_MS };
    const seen = bench.see(open('creatify', options).run());
    time.advance(LONGEST_MS);
    expect(seen.words).toEqual([]);
    time.flush();
    expect(time.now() - START).toBeLessThan(LONGEST_MS + 1_000);
    expect(seen.words).toEqual(['!SubmissionUnknown', '|']);
    expect(port.posts).toHaveLength(1);
  },
  ...Object.fromEntries(
    [LONGEST_MS, 2 ** 31, 2 ** 40, Infinity].map((ms) => [
      `${ms} on real timers`,
      async (bench: Bench) => {
        const { server, watch } = await bench.wire('creatify', shows('running'), {
          cadence: () => ms,
          timeoutMs: LONGEST_MS,
          unknownForMs: YEAR_MS,
          deadlineMs: YEAR_MS,
        });
        const seen = bench.see(watch('job-1'));
        while (seen.words.length === 0) await pause(2);
        await pause(30);
        expect([seen.words, server.looks]).toEqual([['running'], 1]);
        seen.leave();
      },
    ]),
  ),
});

fault('G2', {
  ...named(
    'of a job that never ends',
    atEveryVendor((bench, vendor) => {
      const desk = DESKS[vendor];
      const reply = answer(200, desk.body('job-1', desk.words.running));
      const { open, port, time } = bench.scripted([reply]);
      const options = { deadlineMs: 30 * DAY_MS, cadence: fixed(DAY_MS) };
      const all = [open(vendor, options).run(), open(vendor).watch('job-1', options)].map((job$) =>
        bench.see(job$),
      );
      time.advance(30 * DAY_MS - 1);
      for (const seen of all) expect(seen.words.at(-1)).toBe('running');
      time.advance(1);
      for (const seen of all) {
        expect(seen.words.slice(-2)).toEqual(['!DeadlineExceeded', '|']);
        expect(seen.error).toMatchObject({ jobMayBeRunning: true, ref: { id: 'job-1' } });
      }
      expect(port.posts).toHaveLength(1);
      expect(port.looks.length).toBeLessThanOrEqual(61);
    }),
  ),
  'of a job that ends on its last day': (bench) => {
    const endsAt = START + 29.5 * DAY_MS;
    const { open, time } = bench.scripted(({ at }) => (at < endsAt ? running : done));
    const options = { deadlineMs: 30 * DAY_MS, cadence: fixed(DAY_MS / 4) };
    const seen = bench.see(open('creatify', options).watch('job-1'));
    time.flush();
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
  },
  'of the operator': (bench) => {
    const { time } = bench.scripted([running]);
    const failures: unknown[] = [];
    NEVER.pipe(deadline(30 * DAY_MS, { scheduler: time.scheduler })).subscribe({
      error: (failure: unknown) => failures.push(failure),
    });
    time.advance(30 * DAY_MS - 1);
    expect(failures).toEqual([]);
    time.flush();
    expect(time.now()).toBe(START + 30 * DAY_MS);
    expect(failures).toMatchObject([{ _tag: 'DeadlineExceeded' }]);
  },
  'on real timers': async (bench) => {
    const { run, watch } = await bench.wire('creatify', shows('running'), {
      deadlineMs: 30 * DAY_MS,
    });
    const all = [bench.see(run()), bench.see(watch('job-1'))];
    while (all.some((seen) => seen.words.length === 0)) await pause(2);
    await pause(30);
    for (const seen of all) {
      expect(seen.words).toEqual(['running']);
      seen.leave();
    }
  },
});
