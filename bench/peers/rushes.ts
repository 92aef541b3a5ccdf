import type { OpenContestant } from './Contestant.js';
import { cadenceOf, endOf, rushesJobs } from './rushesJobs.js';

/** Rushes as its users write it, at its own default cadence unless a setting says otherwise. */
export const open: OpenContestant = ({ door }, setting, vendor) => {
  const jobs = rushesJobs(vendor, door, cadenceOf(setting));
  return {
    follow: async (id, bornAt) => {
      await endOf(jobs.watch(id, bornAt));
    },
    run: async () => {
      const id = await endOf(jobs.run());
      return { id, knownAt: Date.now() };
    },
  };
};
