import { fixed } from 'rushes';
import { asksToWait, shows, Timeline } from './Timeline.js';
import type { Answer } from './Timeline.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let timeline: Timeline;

/** A client in a time of its own. */
function begin(answer: (look: number) => Answer) {
  timeline = new Timeline(answer);
  return { timeline, machine: timeline.machine, ...timeline.open() };
}

afterEach(() => timeline.end());

describe.each([
  ['forward', 10 * HOUR_MS],
  ['back', -10 * HOUR_MS],
])('a clock on the wall that is set ten hours %s', (_, byMs) => {
  it('changes nothing about when a job is looked at', () => {
    const { machine, timeline, watch } = begin(() => shows('running'));
    timeline.see(watch('job-1', { cadence: fixed(5_000) }));
    machine.run(12_000);
    machine.jump(byMs);
    machine.run(12_000);
    expect(timeline.looks).toEqual([0, 5_000, 10_000, 15_000, 20_000]);
  });

  it('lengthens or shortens no wait that the vendor asked for', () => {
    const { machine, timeline, watch } = begin((look) =>
      look === 1 ? asksToWait(60) : shows('running'),
    );
    timeline.see(watch('job-1', { cadence: fixed(5_000) }));
    machine.run(6_000);
    machine.jump(byMs);
    machine.run(65_000);
    const third = timeline.looks[2] ?? 0;
    expect(third).toBeGreaterThanOrEqual(65_000);
    expect(third).toBeLessThan(66_500);
    expect(timeline.looks).toHaveLength(4);
  });

  it('lengthens no request: it ends at its timeout', () => {
    const { machine, get, timeline } = begin(() => shows('done', Infinity));
    const lines = timeline.see(get('job-1'));
    machine.run(10_000);
    machine.jump(byMs);
    machine.run(200_000);
    expect(lines.at(-1)).toMatch(/ \|$/);
    expect(timeline.looks).toHaveLength(3);
    expect(timeline.looks[1]).toBeGreaterThanOrEqual(30_000);
    expect(timeline.looks[1]).toBeLessThan(31_500);
  });
});

it('a deadline is one of the clock on the wall, and is seen within a minute of a jump over it', () => {
  const { machine, timeline, watch } = begin(() => shows('running'));
  const lines = timeline.see(watch('job-1', { deadlineMs: DAY_MS }));
  machine.run(HOUR_MS);
  machine.jump(DAY_MS);
  machine.run(60_000);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/!DeadlineExceeded$/);
  expect(machine.timers).toBe(0);
});

it('a deadline moves with a clock that is set back, and comes all the same', () => {
  const { machine, timeline, watch } = begin(() => shows('running'));
  const lines = timeline.see(watch('job-1', { deadlineMs: HOUR_MS }));
  machine.jump(-10 * HOUR_MS);
  machine.run(HOUR_MS);
  expect(lines).toEqual(['0 running']);
  machine.run(10 * HOUR_MS);
  expect(lines.slice(1)).toEqual([`${11 * HOUR_MS} !DeadlineExceeded`, `${11 * HOUR_MS} |`]);
});

describe.each([
  ['30 days', 30 * DAY_MS],
  ['366 days', 366 * DAY_MS],
])('a deadline of %s', (_, deadlineMs) => {
  it('comes at its moment, and no timer overflows', () => {
    const { machine, timeline, watch } = begin(() => shows('running'));
    const lines = timeline.see(watch('job-1', { deadlineMs, cadence: fixed(DAY_MS) }));
    machine.run(deadlineMs - 1);
    expect(lines).toEqual(['0 running']);
    machine.run(1);
    expect(lines.slice(1)).toEqual([`${deadlineMs} !DeadlineExceeded`, `${deadlineMs} |`]);
    expect(machine.overflows).toEqual([]);
    expect(machine.timers).toBe(0);
    // The look of the last day falls on the deadline itself.
    expect(timeline.looks.length).toBeLessThanOrEqual(deadlineMs / DAY_MS + 1);
    expect(timeline.looks.length).toBeGreaterThanOrEqual(deadlineMs / DAY_MS);
  });
});

it('a machine in virtual time sees timers that overflow', () => {
  const { machine } = begin(() => shows('running'));
  const late = jest.fn();
  setTimeout(late, 30 * DAY_MS);
  machine.run(1);
  expect(late).toHaveBeenCalledTimes(1);
  expect(machine.overflows).toEqual([30 * DAY_MS]);
});

describe('a hidden tab, whose timers fire once a minute,', () => {
  it('looks less often, never twice at once, and finds the end', () => {
    const { machine, timeline, watch } = begin((look) => shows(look < 5 ? 'running' : 'done', 700));
    machine.hide(true);
    const lines = timeline.see(watch('job-1', { cadence: fixed(2_000) }));
    machine.run(10 * 60_000);
    expect(timeline.looks).toEqual([0, 60_000, 120_000, 180_000, 240_000, 300_000]);
    expect(lines).toEqual(['700 running', '300700 succeeded', '300700 |']);
    expect(timeline.mostAtOnce).toBe(1);
    expect(machine.timers).toBe(0);
  });

  it('is looked for once when it is shown again, and goes on at its pace', () => {
    const { machine, timeline, watch } = begin(() => shows('running', 700));
    machine.hide(true);
    timeline.see(watch('job-1', { cadence: fixed(2_000) }));
    machine.run(90_000);
    machine.hide(false);
    machine.run(6_000);
    expect(timeline.looks).toEqual([0, 60_000, 90_000, 92_700, 95_400]);
    expect(timeline.mostAtOnce).toBe(1);
  });

  it('does not call a slow request lost before its time', () => {
    const { get, machine, timeline } = begin(() => shows('done', 29_000));
    machine.hide(true);
    const lines = timeline.see(get('job-1'));
    machine.run(120_000);
    expect(lines).toEqual(['29000 succeeded', '29000 |']);
  });
});

describe('a machine that stands still', () => {
  it.each([500, 5_000, 3_600_000])('for %d ms makes up for it by one look', (stillMs) => {
    const { machine, timeline, watch } = begin(() => shows('running'));
    timeline.see(watch('job-1', { cadence: fixed(100) }));
    machine.run(1_000);
    const before = timeline.looks.length;
    machine.stall(stillMs);
    expect(timeline.looks).toHaveLength(before + 1);
    machine.run(99);
    expect(timeline.looks).toHaveLength(before + 1);
    machine.run(1);
    expect(timeline.looks).toHaveLength(before + 2);
  });
});

describe('ten thousand looks in a row', () => {
  it('leave what one look leaves: one timer for the next, one for the deadline', () => {
    const { machine, timeline, watch } = begin(() => shows('running', 5));
    const lines = timeline.see(watch('job-1', { cadence: fixed(1_000) }));
    machine.run(1_500);
    const { timers } = machine;
    machine.run(10_000 * 1_005);
    expect(timeline.looks.length).toBeGreaterThan(10_000);
    expect(machine.timers).toBe(timers);
    expect(timers).toBe(2);
    expect(timeline.mostAtOnce).toBe(1);
    expect(lines).toEqual(['5 running']);
  });
});
