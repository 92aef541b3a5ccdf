import type { Door } from '../server/VendorQuestions.js';
import type { ContestantName, Known, Setting } from './Contestant.js';
import type { TargetName } from './Target.js';

/** A job that is there already, and from when on it is watched. */
export interface Watched {
  readonly id: string;
  /** Its birth, epoch milliseconds of the run's clock. */
  readonly bornAt: number;
}

/** What a stretch of a run gave. */
export interface Followed {
  readonly known: readonly Known[];
  /** Jobs that were given up on, and the first reason. */
  readonly lost: number;
  readonly reason?: string;
  /** When the stretch began, epoch milliseconds of the run's clock. */
  readonly begunAt: number;
  /** Processor time of the process, user and system, microseconds. */
  readonly cpuUs: number;
  /** How late timers of the process were on average, milliseconds of real time: more than a few, and it was starved. */
  readonly lateMs: number;
  /** Largest resident set of the process so far, bytes. */
  readonly peakRssBytes: number;
}

/** What a contestant's process is asked. */
export type ContestantQuestions = {
  readonly openContestant: (told: {
    readonly name: ContestantName;
    readonly vendor: TargetName;
    readonly door: Door;
    readonly setting: Setting;
  }) => Promise<void>;
  /** Makes jobs, each so many milliseconds from now, and follows them to their ends. */
  readonly runJobs: (told: {
    readonly startsMs: readonly number[];
    readonly withinMs: number;
  }) => Promise<Followed>;
  /** Follows jobs of the vendor's side, each from its birth on. */
  readonly watchJobs: (told: {
    readonly jobs: readonly Watched[];
    readonly withinMs: number;
  }) => Promise<Followed>;
};
