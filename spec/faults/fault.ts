import type { VendorName } from 'rushes/testing';
import { Bench } from './bench/Bench.js';
import { VENDORS } from './bench/desks.js';
import type { FaultId } from './catalogue.js';
import { CATALOGUE } from './catalogue.js';
import { runsOf } from './effort.js';

/** Tries a fault on a bench; what it expects beyond the oracles it says itself. */
export type Trial = (bench: Bench) => Promise<unknown> | void;

/** Runs one trial, and then the oracles; fails with everything that is wrong. */
export async function judged(trial: Trial): Promise<void> {
  const bench = new Bench();
  try {
    await trial(bench);
    expect(await bench.violations()).toEqual([]);
  } finally {
    await bench.close();
  }
}

/**
 * One row of the catalogue as tests: one, or one for each variant. After each the seven oracles judge.
 *
 * @throws Error for a row that is not in the catalogue, or that it excludes
 */
export function fault(id: FaultId, trials: Trial | Readonly<Record<string, Trial>>): void {
  const row = CATALOGUE.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`the catalogue has no ${id}`);
  if (row.excluded !== undefined) throw new Error(`${id} is excluded: ${row.excluded}`);
  const name = `${id} ${row.fault}: ${row.expected}`;
  if (typeof trials === 'function') {
    test(name, () => judged(trials));
    return;
  }
  for (const [variant, trial] of Object.entries(trials)) {
    test(`${name} [${variant}]`, () => judged(trial));
  }
}

/**
 * The same trial at one vendor in `npm test`, and at all of them in `npm run faults`: for what costs a
 * process or much memory, and where vendors differ in nothing that matters.
 *
 * @param first - the one that is always tried
 */
export function atVendorsFrom(
  first: VendorName,
  trial: (bench: Bench, vendor: VendorName) => Promise<unknown> | void,
): Readonly<Record<string, Trial>> {
  const all = [first, ...VENDORS.filter((vendor) => vendor !== first)];
  const tried = all.slice(0, runsOf({ quick: 1, whole: all.length, soak: all.length }));
  return Object.fromEntries(
    tried.map((vendor) => [vendor, (bench: Bench) => trial(bench, vendor)]),
  );
}

/** The same trial at every vendor. */
export const atEveryVendor = (
  trial: (bench: Bench, vendor: VendorName) => Promise<unknown> | void,
): Readonly<Record<string, Trial>> =>
  Object.fromEntries(VENDORS.map((vendor) => [vendor, (bench: Bench) => trial(bench, vendor)]));
