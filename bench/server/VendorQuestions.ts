import type { EpochMs } from 'rushes';
import type { JobScript, SimulatorOptions } from 'rushes/testing';
import type { TargetName } from '../peers/Target.js';

/** Where a simulated vendor is, and what opens it. */
export interface Door {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Creatify only. */
  readonly apiId?: string;
}

/** A job that the vendor's side makes. */
export interface Birth {
  readonly id: string;
  /** How long from now until it is made, in milliseconds. */
  readonly bornInMs: number;
  /** How long from now until it ends, in milliseconds. */
  readonly endsInMs: number;
}

/** What arrived since the last mark. */
export interface Tally {
  /** Every GET. */
  readonly looks: number;
  /** Those of them that were answered with a 429. */
  readonly refused: number;
  /** When each job ended, by its id: epoch milliseconds of the run's clock. */
  readonly ends: Readonly<Record<string, number>>;
}

/** What the vendor's process is asked. */
export type VendorQuestions = {
  readonly openVendors: (
    options: SimulatorOptions,
  ) => Promise<Readonly<Partial<Record<TargetName, Door>>>>;
  /** Says how the jobs to come go. */
  readonly planJobs: (told: { vendor: TargetName; scripts: readonly JobScript[] }) => void;
  /** Makes jobs at the vendor's side; they are there at once. Gives the moment. */
  readonly bearJobs: (told: {
    vendor: TargetName;
    kind: string;
    births: readonly Birth[];
  }) => EpochMs;
  /** Counts anew from here. */
  readonly mark: (vendor: TargetName) => void;
  readonly tally: (vendor: TargetName) => Tally;
};
