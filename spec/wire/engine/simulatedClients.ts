import type { Observable } from 'rxjs';
import type { ClientOptions, Either, JobError, JobSnapshot } from 'rushes';
import { fixed } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import type { Simulation, VendorName } from 'rushes/testing';
import {
  AURORA_INPUT,
  CHARACTER_INPUT,
  GENERATION_INPUT,
  LIP_SYNC_INPUT,
} from '../../engine/bodies.js';

/** Looks in quick succession, over the default transport. */
const QUICK = { cadence: fixed(5) };

/** One run at a vendor. */
export type Run = (
  sim: Simulation,
  options?: ClientOptions,
) => Observable<Either<JobError, JobSnapshot<unknown>>>;

/** One run at each vendor. */
export const RUNS: Readonly<Record<VendorName, Run>> = {
  creatify: (sim, options) =>
    createCreatify({ ...sim.creatify.options, ...QUICK, ...options }).aurora.run(AURORA_INPUT),
  sync: (sim, options) =>
    createSync({ ...sim.sync.options, ...QUICK, ...options }).generations.run(GENERATION_INPUT),
  magicHour: (sim, options) =>
    createMagicHour({ ...sim.magicHour.options, ...QUICK, ...options }).lipSync.run(LIP_SYNC_INPUT),
  aurous: (sim, options) =>
    createAurous({ ...sim.aurous.options, ...QUICK, ...options }).characters.run(CHARACTER_INPUT),
};

export const VENDORS = Object.keys(RUNS) as readonly VendorName[];
