import { uniform } from '../../spec/timing/durationModels.js';
import { drawn, moments, stratified } from '../draws.js';
import { meanOf, medianOf } from '../figures.js';
import type { Score } from '../Match.js';
import { factsOf, Match } from '../Match.js';
import type { ContestantName } from '../peers/Contestant.js';
import { TITLES } from '../peers/Contestant.js';
import type { Part, PartOptions, PeerFigure, Result } from '../Result.js';

const MODEL = uniform(10_000, 20_000);
const PEERS: readonly ContestantName[] = ['fetchLoop', 'rxjsAxios', 'coreLro'];

/** Rushes sees so many before, from which it learns. The others learn nothing, so they get none. */
const LEARNED_JOBS = 30;
const LEARNED_WITHIN_MS = 15_000;

interface Crowd {
  readonly jobs: number;
  /** Within which they are made, in milliseconds. */
  readonly withinMs: number;
  readonly pace: number;
  readonly times: number;
}

/** Many jobs at once over HTTP, each contestant in a process of its own, one after the other. */
export const part: Part = async (options) => {
  const { quick } = options;
  const crowds: readonly Crowd[] = [
    { jobs: 1_000, withinMs: 2_000, pace: 2, times: quick ? 1 : 3 },
    ...(quick ? [] : [{ jobs: 10_000, withinMs: 10_000, pace: 1, times: 3 }]),
  ];
  const results: Result[] = [];
  for (const crowd of crowds) results.push(...(await measure(crowd, options)));
  return results;
};

async function once(name: ContestantName, crowd: Crowd, seed: number): Promise<Score> {
  const { jobs, withinMs, pace } = crowd;
  // As quick as a loop of 2 s, so that what it costs can be compared.
  const setting = name === 'rushes' ? { lagMs: 1_000 } : {};
  const match = await Match.open({ name, vendor: 'plain', setting, pace });
  try {
    if (name === 'rushes') {
      const first = moments(LEARNED_JOBS, LEARNED_WITHIN_MS, seed + 1);
      await match.watch('jobs', first, drawn(MODEL, LEARNED_JOBS, seed + 2));
    }
    return await match.watch('jobs', moments(jobs, withinMs, seed), stratified(MODEL, jobs, seed));
  } finally {
    await match.close();
  }
}

async function measure(crowd: Crowd, { say }: PartOptions): Promise<readonly Result[]> {
  const { jobs, pace, times } = crowd;
  const played = new Map<ContestantName, Score[]>();
  for (let time = 1; time <= times; time += 1) {
    for (const name of ['rushes', ...PEERS] as const) {
      const score = await once(name, crowd, 1_000 * time);
      played.set(name, [...(played.get(name) ?? []), score]);
      say(`${TITLES[name]}, ${String(jobs)} jobs`);
    }
  }
  const medianIn = (name: ContestantName, of: (score: Score) => number): number =>
    medianOf((played.get(name) ?? []).map(of));
  const facts = (name: ContestantName) => {
    const scores = played.get(name) ?? [];
    const columns = scores.map((score) => ({
      ...factsOf(score),
      'peak RSS MB': score.peakRssBytes / 1e6,
      'timers late ms': score.lateMs,
    }));
    const names = Object.keys(columns[0] ?? {}) as (keyof (typeof columns)[number])[];
    return Object.fromEntries(
      names.map((column) => [column, medianOf(columns.map((row) => row[column] ?? 0))]),
    );
  };
  const result = (
    id: string,
    what: string,
    unit: string,
    of: (score: Score) => number,
  ): Result => ({
    id: `many.${String(jobs)}.${id}`,
    part: 'many',
    name: `${what}, ${String(jobs)} jobs at once, ${MODEL.name} s`,
    unit,
    time: pace === 1 ? 'real' : pace,
    runs: times,
    figure: medianIn('rushes', of),
    facts: facts('rushes'),
    note: 'Rushes is set to learned({ lagMs: 1000 }), the lag of a 2 s loop, and has seen 30 jobs before.',
    peers: PEERS.map((name): PeerFigure => ({
      name: TITLES[name],
      figure: medianIn(name, of),
      facts: facts(name),
    })),
  });
  return [
    result('cpu', 'client CPU a job', 'ms', ({ cpuUs, jobs: all }) => cpuUs / 1_000 / all),
    result('lag', 'mean lag', 's', ({ lagsMs }) => meanOf(lagsMs) / 1_000),
    result('requests', 'requests a job', 'requests', ({ looks, jobs: all }) => looks / all),
    result('rss', 'peak RSS', 'MB', ({ peakRssBytes }) => peakRssBytes / 1e6),
  ];
}
