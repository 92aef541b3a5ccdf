import { fixed } from 'rushes';
import { machine as node } from '../../wire/http/oracles.js';
import { answer, broken } from '../../engine/scriptedPort.js';
import type { Bench } from '../bench/Bench.js';
import { DESKS } from '../bench/desks.js';
import { START } from '../bench/places.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';
import type { MachineByHand } from './machineByHand.js';
import { onMachineByHand } from './machineByHand.js';

// The wall clock is set, or comes to a moment where programs break: gaps are measured on another one.

const GAP_MS = 10_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const JOB = 'job-1';

const { body, words } = DESKS.creatify;
const running = answer(200, body(JOB, words.running));
const done = answer(200, body(JOB, words.done));

interface Jump {
  /** What the wall clock shows when the watch begins. */
  readonly from?: number;
  /** What it is set to, 25 s later. */
  readonly to?: (now: number) => number;
  readonly zone?: string;
}

const JUMPS: Readonly<Record<string, Jump>> = {
  'an hour on': { to: (now) => now + HOUR_MS },
  'an hour back': { to: (now) => now - HOUR_MS },
  'a second that is repeated': { to: (now) => now - 1_000 },
  'a second that is left out': { to: (now) => now + 1_000 },
  'back to 1970': { to: () => 0 },
  'a day on and back by a correction': { to: (now) => now - 23 * HOUR_MS },
  'into summer time': { from: Date.UTC(2027, 2, 28, 0, 59, 40), zone: 'Europe/Berlin' },
  'into winter time': { from: Date.UTC(2027, 9, 31, 0, 59, 40), zone: 'Europe/Berlin' },
  'past the last second of 32 bits': { from: 2 ** 31 * 1_000 - 20_000 },
  'past the last second of 32 bits without a sign': { from: 2 ** 32 * 1_000 - 20_000 },
};

/** Runs something under a time zone of the process. */
function inZone<T>(zone: string | undefined, work: () => T): T {
  const { TZ } = node.env;
  if (zone !== undefined) node.env['TZ'] = zone;
  try {
    return work();
  } finally {
    if (TZ === undefined) delete node.env['TZ'];
    else node.env['TZ'] = TZ;
  }
}

const onJump = ({ from = START, to, zone }: Jump, trial: (machine: Jumping) => void): void =>
  inZone(zone, () =>
    onMachineByHand(from, (machine) =>
      trial({
        ...machine,
        jump: () => {
          if (to !== undefined) machine.setWallClock(to(machine.wallClock()));
        },
      }),
    ),
  );

interface Jumping extends MachineByHand {
  readonly jump: () => void;
}

const gapsOf = (calls: readonly { readonly at: number }[]): readonly number[] =>
  calls.slice(1).map(({ at }, index) => Math.round(at - (calls[index]?.at ?? 0)));

/** What is asked of a trial once for each jump. */
const atEveryJump = (what: string, trial: (bench: Bench, machine: Jumping) => void) =>
  named(
    what,
    Object.fromEntries(
      Object.entries(JUMPS).map(([name, jump]) => [
        name,
        (bench: Bench) => onJump(jump, (machine) => trial(bench, machine)),
      ]),
    ),
  );

fault('G9', {
  ...atEveryJump('gaps between looks', (bench, time) => {
    const { open, port } = bench.scripted(({}, index) => (index < 5 ? running : done), { time });
    const seen = bench.see(open('creatify').watch(JOB, { cadence: fixed(GAP_MS) }));
    time.advance(25_000);
    time.jump();
    time.advance(60_000);
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(gapsOf(port.looks)).toEqual(Array(5).fill(GAP_MS));
  }),
  ...atEveryJump('the wait after a failure', (bench, time) => {
    const busy = answer(503, {}, { headers: { 'retry-after': '60' } });
    const replies = [running, busy, done];
    const { open, port } = bench.scripted(replies, { time });
    const seen = bench.see(open('creatify').watch(JOB, { cadence: fixed(GAP_MS) }));
    time.advance(25_000);
    time.jump();
    time.advance(2 * MINUTE_MS);
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(gapsOf(port.looks)).toEqual([GAP_MS, MINUTE_MS]);
  }),
  ...atEveryJump('the tokens of a limit', (bench, time) => {
    let made = 0;
    const desk = DESKS.aurous;
    const { open, port } = bench.scripted(
      ({ method }) =>
        method === 'POST'
          ? answer(200, desk.body(`job-${(made += 1)}`, desk.words.running))
          : broken('offline', { sent: false }),
      { time },
    );
    const { run } = open('aurous');
    const all = Array.from({ length: 20 }, () => bench.see(run()));
    time.advance(25_000);
    // Twelve at once, and one every ten seconds.
    expect(port.posts).toHaveLength(14);
    time.jump();
    time.advance(30_000);
    expect(port.posts).toHaveLength(17);
    for (const seen of all) seen.leave();
  }),
  ...atEveryJump('the time of a request', (bench, time) => {
    const { open, port } = bench.scripted([{ afterMs: Infinity }], { time });
    const seen = bench.see(open('creatify', { timeoutMs: 40_000 }).run());
    time.advance(25_000);
    time.jump();
    time.advance(14_999);
    expect(seen.words).toEqual([]);
    time.advance(1_000);
    expect(seen.words).toEqual(['!SubmissionUnknown', '|']);
    expect(port.posts).toHaveLength(1);
  }),
  ...named(
    'a job that was just made and is not found yet',
    atEveryVendor((bench, vendor) =>
      onMachineByHand(START, (time) => {
        const desk = DESKS[vendor];
        const { open, port } = bench.scripted(
          ({ method }, index) => {
            if (method === 'POST') return answer(200, { id: JOB });
            return index < 4 ? answer(404, {}) : answer(200, desk.body(JOB, desk.words.done));
          },
          { time },
        );
        const seen = bench.see(open(vendor, { cadence: fixed(2_000) }).run());
        time.advance(3_000);
        time.setWallClock(time.wallClock() + HOUR_MS);
        time.advance(MINUTE_MS);
        expect(seen.words.slice(-2)).toEqual(['succeeded', '|']);
        expect(port.posts).toHaveLength(1);
      }),
    ),
  ),
  'a deadline is of the wall clock: it ends within a minute of a jump past it': (bench) =>
    onMachineByHand(START, (time) => {
      const { open } = bench.scripted([running], { time });
      const seen = bench.see(open('creatify').watch(JOB, { deadlineMs: HOUR_MS }));
      time.advance(25_000);
      time.setWallClock(time.wallClock() + 2 * HOUR_MS);
      time.advance(MINUTE_MS);
      expect(seen.words).toEqual(['running', '!DeadlineExceeded', '|']);
      expect(seen.error).toMatchObject({ jobMayBeRunning: true, ref: { id: JOB } });
    }),
});
