// CPU of watching many jobs that are looked at steadily, and how long the event loop stands still.
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
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
  readonly stall: Stall;
}

/** Milliseconds. */
export interface Stall {
  /** The longest that the event loop stood still. */
  readonly longestMs: number;
  /** The longest that the garbage collector alone stopped everything. */
  readonly collectorMs: number;
}

/** What the program says. */
export interface PaceSaid {
  readonly windows: readonly PaceWindow[];
  readonly subscribing: Stall;
  readonly subscribeUs: number;
  /** CPU time a look by where it was spent, in microseconds. */
  readonly spentUs?: Readonly<Record<string, number>>;
}

const IDLE_MS = 3_600_000;
const WARM_UP = 2_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Beyond the timer's own resolution of 1 ms, how long it was kept waiting at most. */
async function stallDuring(work: () => Promise<void>): Promise<Stall> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  let collectorMs = 0;
  const collections = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collectorMs = Math.max(collectorMs, duration);
  });
  delays.enable();
  await wait(20);
  delays.reset();
  collections.observe({ entryTypes: ['gc'] });
  await work();
  // What was scheduled while the loop stood still is seen one turn later.
  await wait(5);
  delays.disable();
  collections.disconnect();
  return { longestMs: Math.max(0, delays.max / 1e6 - 1), collectorMs };
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
  // What is compiled for the first jobs is no job's.
  const warm = await WATCHINGS[name]({ jobs, gapMs: IDLE_MS, spread: false });
  for (let index = 0; index < WARM_UP; index += 1) warm.begin(index);
  const { begin, looks } = await WATCHINGS[name]({ jobs, gapMs, spread: true });
  const begun = process.cpuUsage();
  const subscribing = await stallDuring(async () => {
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
    const stall = await stallDuring(() => wait(windowMs));
    windows.push({ cpuUs: us / seen, looksPerSecond: (seen * 1_000) / windowMs, stall });
  }
  const figures = { windows, subscribing, subscribeUs: (user + system) / jobs };
  if (!told.profiled) return figures;
  const before = looks();
  const shares = await sharesOf(() => wait(windowMs));
  const seen = looks() - before;
  const spent = Object.entries(shares).map(([part, us]) => [part, us / seen] as const);
  return { ...figures, spentUs: Object.fromEntries(spent) };
});
