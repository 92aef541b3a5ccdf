import type { SchedulerLike } from 'rxjs';
import type { LoggedRequest } from './RequestLog.js';

/** Which of the vendors' rate limits bind. @since 0.1.0 */
export type SimulatedLimits = 'default' | 'documented' | 'none';

/** What both doors of the simulator take. @since 0.1.0 */
export interface SimulationOptions {
  /**
   * The same seed, the same ids, durations and progress.
   *
   * @defaultValue `1`
   */
  readonly seed?: number;
  /**
   * How long jobs take: `quick` is 1 to 3 s, `realistic` what the vendors name as typical, a number
   * is a factor on `realistic`: `0.01` is a hundredth of it, `> 0`.
   *
   * @defaultValue `'quick'`
   */
  readonly pace?: 'quick' | 'realistic' | number;
  /** How long every job takes, in milliseconds; goes before `pace`, and a script goes before it. */
  readonly durationMs?: number;
  /**
   * `default`: only Aurous' get bucket binds; `documented`: every limit that a vendor documents;
   * `none`: no limit.
   *
   * @defaultValue `'default'`
   */
  readonly limits?: SimulatedLimits;
  /**
   * The longest long-poll that sync.so takes, in milliseconds. A longer one is refused.
   *
   * @defaultValue `55_000`
   */
  readonly holdCapMs?: number;
  /**
   * How long every answer is under way, in milliseconds. The vendor does its work when the request
   * arrives.
   *
   * @defaultValue `0`
   */
  readonly latencyMs?: number;
  /** Where time comes from. @defaultValue rxjs' `asyncScheduler`: real time */
  readonly scheduler?: SchedulerLike;
  /** Told about every request once its answer leaves, with the vendor's name. */
  readonly onAnswer?: (vendor: string, request: LoggedRequest) => void;
  /** What sources disagree about at Creatify. */
  readonly creatify?: {
    /** The scale of `progress`. @defaultValue `'percent'` */
    readonly progressScale?: 'percent' | 'fraction';
  };
  /** What sources disagree about at sync.so. */
  readonly sync?: {
    /**
     * Generations at once, and batches at once, unless `limits` is `none`.
     *
     * @defaultValue `15`, the Scale plan's, when limits are `documented`; else none
     */
    readonly concurrency?: number;
  };
  /** What sources disagree about at Magic Hour. */
  readonly magicHour?: {
    /**
     * What a look at a deleted project gives, which no page says: a 404, or the project with
     * `enabled: false`.
     *
     * @defaultValue `'not-found'`
     */
    readonly deleted?: 'disabled' | 'not-found';
    /** The shape of error bodies: `{ message }`, or the newer `{ code, message }`. @defaultValue `'message'` */
    readonly errorBody?: 'message' | 'code-and-message';
  };
  /** What sources disagree about at Aurous. */
  readonly aurous?: {
    /** Whether a person must approve a synthesized character; newer pages say no. @defaultValue `true` */
    readonly review?: boolean;
    /**
     * What a look at a character gives that was deleted, but not out of a review: a 404, or the
     * character with the status `deleted`.
     *
     * @defaultValue `'not-found'`
     */
    readonly deleted?: 'not-found' | 'shown';
    /** What a team has to spend; what costs more is refused with a 402. @defaultValue as much as it takes */
    readonly credits?: number;
  };
}

const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Refuses options that cannot be meant.
 *
 * @param options - what a user gave
 * @throws RangeError with the option's name and its range
 * @since 0.1.0
 */
export function checkSimulationOptions(options: SimulationOptions): void {
  const within = (name: string, value: number | undefined, least: number, most: number) => {
    if (value === undefined || (value >= least && value <= most)) return;
    throw new RangeError(`${name} must be a number from ${least} to ${most}, not ${value}`);
  };
  within('seed', options.seed, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (typeof options.pace === 'number') within('pace', options.pace, Number.MIN_VALUE, 1000);
  within('durationMs', options.durationMs, 0, MAX_TIMER_MS);
  within('holdCapMs', options.holdCapMs, 1000, MAX_TIMER_MS);
  within('latencyMs', options.latencyMs, 0, MAX_TIMER_MS);
  within('aurous.credits', options.aurous?.credits, 0, Number.MAX_SAFE_INTEGER);
  within('sync.concurrency', options.sync?.concurrency, 1, Number.MAX_SAFE_INTEGER);
}
