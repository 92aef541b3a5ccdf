import type { PartOptions, PeerFigure, Result } from '../Result.js';
import { medianOf } from '../figures.js';
import { inChild } from './inChild.js';
import type { PaceSaid, PaceTold, PaceWindow, Stall } from './paceChild.js';
import type { WatchingName } from './watchings.js';
import { BY_HAND, FLOOR, WITHOUT_STREAM } from './watchings.js';

/** Goal G5: CPU time of deciding when to look next, and the longest that the event loop stands still. */
const GOAL_US = 1;
const GOAL_STALL_MS = 10;
const WINDOWS = 3;
const SLICE = 20;

/** How often each job is looked at: so often that the CPU time of ours can be seen, and the stubs' is. */
const OURS_GAP_MS = 20_000;
const STUB_GAP_MS = 2_000;
const STALL_GAP_MS = 100_000;

const over = ({ windows }: PaceSaid, of: (window: PaceWindow) => number): number =>
  medianOf(windows.map(of));

const stallOf = (said: PaceSaid): Stall => ({
  longestMs: over(said, ({ stall }) => stall.longestMs),
  collectorMs: over(said, ({ stall }) => stall.collectorMs),
});

const stalling = (name: string, { longestMs, collectorMs }: Stall): PeerFigure => ({
  name,
  figure: longestMs,
  facts: { 'longest pause of the garbage collector ms': collectorMs },
});

/** CPU time a look by what it was spent on: the shares of a profile, of the time without profiler. */
function spentOf(said: PaceSaid): Readonly<Record<string, number>> {
  const cpuUs = over(said, (window) => window.cpuUs);
  const spent = Object.entries(said.spentUs ?? {});
  const sum = spent.reduce((all, [, us]) => all + us, 0);
  return Object.fromEntries(spent.map(([part, us]) => [part, (us / sum) * cpuUs]));
}

function decisionResult(
  jobs: number,
  ours: PaceSaid,
  floor: PaceSaid,
  peers: readonly PeerFigure[],
): Result {
  const { decision = NaN, ...others } = spentOf(ours);
  return {
    id: 'decision.cpu',
    part: 'machine',
    name: `CPU time of deciding when to look next, ${jobs.toLocaleString('en')} jobs`,
    unit: 'us',
    figure: decision,
    time: 'real',
    runs: WINDOWS,
    facts: {
      'a whole look us': over(ours, (window) => window.cpuUs),
      ...Object.fromEntries(Object.entries(others).map(([part, us]) => [`${part} us`, us])),
      'subscribing us': ours.subscribeUs,
    },
    goal: { id: 'G5', value: GOAL_US },
    limit: over(floor, (window) => window.cpuUs),
    peers,
    note: 'Shares of a CPU profile: the schedule of the cadence and the timetable. Peers: a whole look at a stub, at 2 s gaps, so that they share wake-ups.',
  };
}

function stallResult(
  id: string,
  what: string,
  figure: Stall,
  idle: Stall,
  peers: readonly PeerFigure[],
): Result {
  return {
    id,
    part: 'machine',
    name: `longest stall of the event loop ${what}`,
    unit: 'ms',
    figure: figure.longestMs,
    time: 'real',
    runs: WINDOWS,
    facts: {
      'idle process ms': idle.longestMs,
      'longest pause of the garbage collector ms': figure.collectorMs,
    },
    goal: { id: 'G5', value: GOAL_STALL_MS },
    peers,
    note: 'The worst of a window, median of the windows; a process that does nothing shows what the machine itself adds.',
  };
}

/** What watching many jobs takes of the CPU, and of everybody else's time. */
export async function pace({ quick, say }: PartOptions): Promise<readonly Result[]> {
  const jobs = quick ? 10_000 : 100_000;
  const windowMs = quick ? 1_000 : 5_000;
  const of = async (name: WatchingName, gapMs: number, profiled = false): Promise<PaceSaid> => {
    const told: PaceTold = {
      name,
      jobs,
      gapMs,
      slice: SLICE,
      windowMs,
      windows: WINDOWS,
      profiled,
    };
    const said = await inChild<PaceTold, PaceSaid>('paceChild', told);
    const { length } = said.windows;
    say(
      `${jobs} jobs, a look each ${gapMs / 1_000} s, ${name}: ${over(said, (window) => window.cpuUs).toFixed(1)} us a look, stall ${stallOf(said).longestMs.toFixed(1)} ms (${length} windows)`,
    );
    return said;
  };
  const ours = await of('Rushes by file', OURS_GAP_MS, true);
  const calm = await of('Rushes', STALL_GAP_MS);
  const idle = await of('nothing', STALL_GAP_MS);
  const floor = await of(FLOOR, STUB_GAP_MS);
  const cpu: PeerFigure[] = [];
  const stalls: PeerFigure[] = [];
  const subscribing: PeerFigure[] = [];
  for (const name of [...BY_HAND, ...WITHOUT_STREAM]) {
    const said = await of(name, STUB_GAP_MS);
    cpu.push({ name, figure: over(said, (window) => window.cpuUs) });
    stalls.push(stalling(name, stallOf(said)));
    subscribing.push(stalling(name, said.subscribing));
  }
  const many = `${jobs.toLocaleString('en')} jobs`;
  return [
    decisionResult(jobs, ours, floor, cpu),
    stallResult(
      'stall.watching',
      `while ${many} are watched, a look each 100 s`,
      stallOf(calm),
      stallOf(idle),
      stalls,
    ),
    stallResult(
      'stall.subscribing',
      `while ${many} are subscribed, ${SLICE} at a time`,
      calm.subscribing,
      idle.subscribing,
      subscribing,
    ),
  ];
}
