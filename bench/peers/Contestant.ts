import type { Target, TargetName } from './Target.js';

/** What a contestant is set to, beside its own defaults. */
export interface Setting {
  /** The gap between looks, in milliseconds; for loops that have one. */
  readonly gapMs?: number;
  /** What Rushes is to aim at: the mean lag, in milliseconds. */
  readonly lagMs?: number;
  /** Whether Rushes is told to go by progress, where there is any, even if its default would not. */
  readonly byProgress?: boolean;
}

/** A job whose end the contestant's code was told of. */
export interface Known {
  readonly id: string;
  /** When, epoch milliseconds of the run's clock. */
  readonly knownAt: number;
}

/** A way to wait for a job's end. */
export interface Contestant {
  /** Waits for the end of a job that was made `bornAt`, epoch milliseconds. */
  readonly follow: (id: string, bornAt: number) => Promise<void>;
  /** Makes a job and waits for its end; a POST and {@link follow} unless told. */
  readonly run?: () => Promise<Known>;
}

/** Opens a contestant. Each file of this folder that holds one exports it as `open`. */
export type OpenContestant = (target: Target, setting: Setting, vendor: TargetName) => Contestant;

/** Contestants by the names of their files. */
export type ContestantName =
  | 'rushes'
  | 'fetchLoop'
  | 'longPoll'
  | 'rxjsAxios'
  | 'coreLro'
  | 'smithyWaiter'
  | 'rxPolling'
  | 'magicHourSdk'
  | 'syncSdk'
  | 'replicate'
  | 'fal';

/** How the tables name them. */
export const TITLES: Readonly<Record<ContestantName, string>> = {
  rushes: 'Rushes',
  fetchLoop: 'fetch loop by hand',
  longPoll: 'long-poll by hand',
  rxjsAxios: 'RxJS + axios by hand',
  coreLro: '@azure/core-lro',
  smithyWaiter: '@smithy/util-waiter',
  rxPolling: 'rx-polling',
  magicHourSdk: 'magic-hour',
  syncSdk: '@sync.so/sdk',
  replicate: 'replicate',
  fal: '@fal-ai/client',
};
