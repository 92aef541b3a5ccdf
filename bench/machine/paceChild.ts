// CPU of watching many jobs that are looked at steadily, and how long the event loop stands still.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { answer } from './inChild.js';
import { sharesOf } from './profileShares.js';
import type { WatchingName } from './watchings.js';
import { WATCHINGS } from './watchings.js';

/** What the program is told. */
export interface PaceTold {
  readonly name: WatchingName;
  readonly jobs: number;
  readonly gapMs: number;
  /** How many jobs begin at once before others get their turn. */
  readonly slice: number;
  /** How long one window of measurement takes, in milliseconds. */
  readonly windowMs: number;
  readonly windows: number;
  /** Whether a window more is spent on seeing where the CPU time goes. */
  readonly profiled: boolean;
}

/** What was measured in one window. */
export interface PaceWindow {
  /** CPU time a look, in microseconds, whatever it was spent on. */
  readonly cpuUs: number;
  readonly looksPerSecond: number;
  /** The longest that the event loop stood still, in milliseconds. */
  readonly stallMs: number;
}

/** What the program says. */
export interface PaceSaid {
  readonly windows: readonly PaceWindow[];
  /** The longest stall while jobs were being subscribed, in milliseconds. */
  readonly subscribeStallMs: number;
  readonly subscribeUs: number;
  /** CPU time a look by where it was spent, in microseconds. */
  readonly spentUs?: Readonly<Record<string, number>>;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Beyond the timer's own resolution of 1 ms, how long it was kept waiting at most. */
async function stallDuring(work: () => Promise<void>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await wait(20);
  delays.reset();
  await work();
  // What was scheduled while the loop stood still is seen one turn later.
  await wait(5);
  delays.disable();
  return Math.max(0, delays.max / 1e6 - 1);
}

async function cpuDuring(
  windowMs: number,
  looks: () => number,
): Promise<readonly [number, number]> {
  const cpu = process.cpuUsage();
  const before = looks();
  await wait(windowMs);
  const { user, system } = process.cpuUsage(cpu);
  return [user + system, looks() - before];
}

answer(async (told: PaceTold): Promise<PaceSaid> => {
  const { name, jobs, gapMs, slice, windowMs } = told;
  const { begin, looks } = await WATCHINGS[name]({ jobs, gapMs, spread: true });
  const begun = process.cpuUsage();
  const subscribeStallMs = await stallDuring(async () => {
    for (let index = 0; index < jobs; index += 1) {
      begin(index);
      if (index % slice === slice - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  });
  const { user, system } = process.cpuUsage(begun);
  // Until every job had its first gap, and what was subscribed lies where the collector leaves it.
  await wait(Math.min(gapMs, 10_000));
  const windows: PaceWindow[] = [];
  for (let window = 0; window < told.windows; window += 1) {
    const [us, seen] = await cpuDuring(windowMs, looks);
    const stallMs = await stallDuring(() => wait(windowMs));
    windows.push({ cpuUs: us / seen, looksPerSecond: (seen * 1_000) / windowMs, stallMs });
  }
  const figures = { windows, subscribeStallMs, subscribeUs: (user + system) / jobs };
  if (!told.profiled) return figures;
  const before = looks();
  const shares = await sharesOf(() => wait(windowMs));
  const seen = looks() - before;
  const spent = Object.entries(shares).map(([part, us]) => [part, us / seen] as const);
  return { ...figures, spentUs: Object.fromEntries(spent) };
});
