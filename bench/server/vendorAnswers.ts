import { startSimulator } from 'rushes/testing';
import type { Simulator } from 'rushes/testing';
import type { VendorQuestions } from './VendorQuestions.js';

let opened: Simulator | undefined;
let marked = 0;

function simulator(): Simulator {
  if (opened === undefined) throw new Error('not open yet');
  return opened;
}

/** Answers for the vendors of this process. */
export const vendorAnswers: VendorQuestions = {
  openVendors: async (options) => {
    opened = await startSimulator(options);
    const { creatify, sync, magicHour, aurous } = opened;
    return {
      creatify: creatify.options,
      sync: sync.options,
      magicHour: magicHour.options,
      aurous: aurous.options,
    };
  },
  planJobs: ({ vendor, scripts }) => simulator()[vendor].nextJob(...scripts),
  bearJobs: ({ vendor, kind, births }) => {
    const now = Date.now();
    for (const { id, endsInMs } of births) {
      simulator()[vendor].createJob(kind, { id, durationMs: endsInMs, queuedMs: 0 });
    }
    return now;
  },
  mark: (vendor) => {
    marked = simulator()[vendor].requests.length;
  },
  tally: (vendor) => {
    const looks = simulator()
      [vendor].requests.slice(marked)
      .filter(({ method }) => method === 'GET');
    const ends = simulator()[vendor].jobs.map(({ id, finishedAt = NaN }) => [id, finishedAt]);
    return {
      looks: looks.length,
      refused: looks.filter(({ status }) => status === 429).length,
      ends: Object.fromEntries(ends) as Readonly<Record<string, number>>,
    };
  },
};
