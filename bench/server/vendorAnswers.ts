import { startSimulator } from 'rushes/testing';
import type { SimulatedVendor, Simulator } from 'rushes/testing';
import type { TargetName } from '../peers/Target.js';
import type { VendorQuestions } from './VendorQuestions.js';

let opened: Simulator | undefined;
let marked = 0;

function vendorOf(name: TargetName): SimulatedVendor<unknown> {
  if (opened === undefined || name === 'plain') throw new Error(`${name} is not open`);
  return opened[name];
}

/** How long before it is watched a job is made, in milliseconds. */
const EARLY_MS = 5;

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
  planJobs: ({ vendor, scripts }) => vendorOf(vendor).nextJob(...scripts),
  bearJobs: ({ vendor, kind, births }) => {
    const now = Date.now();
    for (const { id, bornInMs, endsInMs } of births) {
      // A moment before anybody asks: lists show no job that was not made yet.
      const inMs = Math.max(0, bornInMs - EARLY_MS);
      const bear = (): void => {
        vendorOf(vendor).createJob(kind, { id, durationMs: endsInMs - inMs, queuedMs: 0 });
      };
      if (inMs === 0) bear();
      else setTimeout(bear, inMs);
    }
    return now;
  },
  mark: (vendor) => {
    marked = vendorOf(vendor).requests.length;
  },
  tally: (vendor) => {
    const looks = vendorOf(vendor)
      .requests.slice(marked)
      .filter(({ method }) => method === 'GET');
    const ends = vendorOf(vendor).jobs.map(({ id, finishedAt = NaN }) => [id, finishedAt]);
    return {
      looks: looks.length,
      refused: looks.filter(({ status }) => status === 429).length,
      ends: Object.fromEntries(ends) as Readonly<Record<string, number>>,
    };
  },
};
