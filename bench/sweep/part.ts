import { moments } from '../draws.js';
import { meanOf } from '../figures.js';
import { inTurn } from '../inTurn.js';
import { factsOf, Match } from '../Match.js';
import type { Score } from '../Match.js';
import type { ContestantName } from '../peers/Contestant.js';
import { TITLES } from '../peers/Contestant.js';
import type { Part, Result } from '../Result.js';

const GAP_MS = 2_000;
const LIFE_MS = 21_000;
const SWEEPS = Math.ceil(LIFE_MS / GAP_MS);
const VENDORS = ['creatify', 'sync'] as const;

type SweepVendor = (typeof VENDORS)[number];

/** Many jobs of one vendor, made within one gap and each looked at every 2 s until it ends. */
async function sweep(name: ContestantName, vendor: SweepVendor, jobs: number): Promise<Score> {
  const match = await Match.open({ name, vendor, setting: { gapMs: GAP_MS }, pace: 'standing' });
  try {
    const births = moments(jobs, GAP_MS, jobs);
    return await match.run(
      births,
      births.map(() => LIFE_MS),
    );
  } finally {
    await match.close();
  }
}

const perSweep = ({ looks, jobs }: Score): number => looks / (jobs * SWEEPS);

/** Requests for each job and look, where a vendor can be asked about many jobs at once. */
export const part: Part = ({ quick, say }) =>
  inTurn(
    1,
    VENDORS.map((vendor) => async (): Promise<Result> => {
      const own = await sweep('rushes', vendor, quick ? 300 : 1_000);
      say(`Rushes, ${vendor}`);
      // Each of its jobs is looked at alone, however many there are.
      const loop = await sweep('fetchLoop', vendor, 100);
      say(`${TITLES.fetchLoop}, ${vendor}`);
      return {
        id: `sweep.${vendor}`,
        part: 'sweep',
        name: `requests a job and look, ${String(own.jobs)} ${vendor} jobs looked at every 2 s`,
        unit: 'requests',
        time: 'virtual',
        runs: 1,
        figure: perSweep(own),
        limit: 0.01,
        goal: { id: 'G9', value: 0.02 },
        facts: { 'mean lag s': meanOf(own.lagsMs) / 1_000 },
        peers: [{ name: TITLES.fetchLoop, figure: perSweep(loop), facts: factsOf(loop, false) }],
      };
    }),
  );
