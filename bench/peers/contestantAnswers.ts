import { monitorEventLoopDelay } from 'node:perf_hooks';
import { passing } from '../clock/standing.js';
import type { Contestant, Known, OpenContestant } from './Contestant.js';
import type { ContestantQuestions, Followed } from './ContestantQuestions.js';
import { targetOf } from './Target.js';

let following: Required<Contestant> | undefined;

function contestant(): Required<Contestant> {
  if (following === undefined) throw new Error('not open yet');
  return following;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** All that end within a time; those that do not are lost. */
async function allOf(jobs: readonly (() => Promise<Known>)[], withinMs: number): Promise<Followed> {
  const before = process.cpuUsage();
  const begunAt = Date.now();
  const lateness = monitorEventLoopDelay({ resolution: 20 });
  lateness.enable();
  const known: Known[] = [];
  const reasons: unknown[] = [];
  const all = jobs.map((job) =>
    job().then(
      (end) => known.push(end),
      (reason: unknown) => reasons.push(reason),
    ),
  );
  await passing(Promise.race([Promise.all(all), sleep(withinMs)]));
  lateness.disable();
  const { user, system } = process.cpuUsage(before);
  return {
    known,
    lost: jobs.length - known.length,
    ...(reasons.length === 0 ? {} : { reason: String(reasons[0]) }),
    begunAt,
    cpuUs: user + system,
    lateMs: Math.max(0, lateness.mean / 1e6 - 20),
    peakRssBytes: process.resourceUsage().maxRSS * 1_024,
  };
}

/** Answers for the contestant of this process. */
export const contestantAnswers: ContestantQuestions = {
  openContestant: async ({ name, vendor, door, setting }) => {
    const { open } = (await import(`./${name}.js`)) as { readonly open: OpenContestant };
    const target = targetOf(vendor, door);
    const { follow, run } = open(target, setting, vendor);
    const byPost = async (): Promise<Known> => {
      const id = await target.create();
      await follow(id, Date.now());
      return { id, knownAt: Date.now() };
    };
    following = { follow, run: run ?? byPost };
  },
  runJobs: ({ startsMs, withinMs }) =>
    allOf(
      startsMs.map((startMs) => async () => {
        await sleep(startMs);
        return contestant().run();
      }),
      withinMs,
    ),
  watchJobs: ({ jobs, withinMs }) =>
    allOf(
      jobs.map(({ id, bornAt }) => async () => {
        await sleep(bornAt - Date.now());
        await contestant().follow(id, bornAt);
        return { id, knownAt: Date.now() };
      }),
      withinMs,
    ),
};
