import type { SimulatorOptions } from 'rushes/testing';
import { Child } from './Child.js';
import type { ClockSetting, Pace } from './clock/environment.js';
import type { ContestantName, Setting } from './peers/Contestant.js';
import type { ContestantQuestions, Followed } from './peers/ContestantQuestions.js';
import type { TargetName } from './peers/Target.js';
import type { VendorQuestions } from './server/VendorQuestions.js';
import { meanOf, quantileOf } from './figures.js';

const VENDORS = new URL('./server/vendorProcess.js', import.meta.url);
const PLAIN = new URL('./server/plainProcess.js', import.meta.url);
const STANDING = new URL('./standingProcess.js', import.meta.url);
const CONTESTANTS = new URL('./peers/contestantProcess.js', import.meta.url);

/** Who has not seen a job's end so long after all have ended has lost it. */
const SPARE_MS = 1_200_000;

/** Who runs where, and how fast time passes. */
export interface MatchSetting {
  readonly name: ContestantName;
  readonly vendor: TargetName;
  readonly setting?: Setting;
  readonly pace: Pace;
  /** Where time stands still: how late timers are at most, by chance, in milliseconds. @defaultValue 1 */
  readonly mostLateMs?: number;
  readonly world?: SimulatorOptions;
}

/** What a match gave: seconds and milliseconds of the run's clock. */
export interface Score {
  readonly lagsMs: readonly number[];
  readonly jobs: number;
  readonly lost: number;
  readonly looks: number;
  readonly refused: number;
  /** From the first start to the last end that was known, milliseconds. */
  readonly tookMs: number;
  readonly cpuUs: number;
  readonly lateMs: number;
  readonly peakRssBytes: number;
}

/** One contestant against the vendors, each in a process of its own under the same clock. */
export class Match {
  readonly clock: ClockSetting;
  readonly #vendor: TargetName;
  readonly #vendors: Child<VendorQuestions>;
  readonly #contestant: Child<ContestantQuestions>;
  #stretch = 0;

  private constructor(clock: ClockSetting, vendor: TargetName) {
    this.clock = clock;
    this.#vendor = vendor;
    if (clock.pace === 'standing') {
      const both = new Child<VendorQuestions & ContestantQuestions>(STANDING, clock);
      this.#vendors = both;
      this.#contestant = both;
    } else {
      this.#vendors = new Child(vendor === 'plain' ? PLAIN : VENDORS, clock);
      this.#contestant = new Child(CONTESTANTS, clock);
    }
  }

  static async open({
    name,
    vendor,
    setting = {},
    pace,
    mostLateMs = 1,
    world = {},
  }: MatchSetting): Promise<Match> {
    const match = new Match({ pace, epochMs: Date.now(), mostLateMs }, vendor);
    try {
      const { [vendor]: door } = await match.#vendors.ask('openVendors', world);
      if (door === undefined) throw new Error(`${vendor} is not open`);
      await match.#contestant.ask('openContestant', { name, vendor, door, setting });
    } catch (failure) {
      await match.close();
      throw failure;
    }
    return match;
  }

  /** The contestant makes jobs of these durations, each at its moment, and waits for their ends. */
  async run(
    startsMs: readonly number[],
    durationsMs: readonly number[],
    script = {},
  ): Promise<Score> {
    const vendor = this.#vendor;
    const scripts = durationsMs.map((durationMs) => ({ ...script, durationMs }));
    await this.#vendors.ask('planJobs', { vendor, scripts });
    await this.#vendors.ask('mark', vendor);
    const withinMs = Math.max(...startsMs) + Math.max(...durationsMs) + SPARE_MS;
    return this.#score(await this.#contestant.ask('runJobs', { startsMs, withinMs }));
  }

  /** The vendor's side makes jobs, each at its moment; the contestant watches them from then on. */
  async watch(
    kind: string,
    birthsMs: readonly number[],
    durationsMs: readonly number[],
    withinMs = Infinity,
  ): Promise<Score> {
    const vendor = this.#vendor;
    this.#stretch += 1;
    const ids = birthsMs.map((_, index) => idOf(vendor, this.#stretch, index));
    const births = ids.map((id, index) => ({
      id,
      bornInMs: birthsMs[index] ?? 0,
      endsInMs: (birthsMs[index] ?? 0) + (durationsMs[index] ?? 0),
    }));
    const longestMs = Math.max(...births.map(({ endsInMs }) => endsInMs));
    const now = await this.#vendors.ask('bearJobs', { vendor, kind, births });
    await this.#vendors.ask('mark', vendor);
    const jobs = ids.map((id, index) => ({ id, bornAt: now + (birthsMs[index] ?? 0) }));
    const told = { jobs, withinMs: Math.min(withinMs, longestMs + SPARE_MS) };
    return this.#score(await this.#contestant.ask('watchJobs', told));
  }

  async close(): Promise<void> {
    await Promise.all([this.#contestant.close(), this.#vendors.close()]);
  }

  async #score({
    known,
    lost,
    reason,
    begunAt,
    cpuUs,
    lateMs,
    peakRssBytes,
  }: Followed): Promise<Score> {
    if (known.length === 0) throw new Error(`no job's end was seen: ${reason ?? 'in time'}`);
    const { looks, refused, ends } = await this.#vendors.ask('tally', this.#vendor);
    const lagsMs = known.map(({ id, knownAt }) => knownAt - (ends[id] ?? NaN));
    const tookMs = Math.max(...known.map(({ knownAt }) => knownAt)) - begunAt;
    return {
      lagsMs,
      jobs: known.length + lost,
      lost,
      looks,
      refused,
      tookMs,
      cpuUs,
      lateMs,
      peakRssBytes,
    };
  }
}

/** An id as the vendor would give. */
function idOf(vendor: TargetName, stretch: number, index: number): string {
  const number = `${String(stretch)}${String(index).padStart(7, '0')}`;
  return vendor === 'aurous'
    ? `char_01JZBENCH0${number.padStart(17, '0')}`
    : `00000000-0000-4000-8000-${number.padStart(12, '0')}`;
}

/**
 * What the tables say of a score.
 *
 * @param ownProcess - whether the contestant had a process of its own, whose processor time is its own
 */
export function factsOf(score: Score, ownProcess = true): Readonly<Record<string, number>> {
  const { lagsMs, jobs, lost, looks, refused, cpuUs } = score;
  return {
    'mean lag s': meanOf(lagsMs) / 1_000,
    'p95 lag s': quantileOf(lagsMs, 0.95) / 1_000,
    'requests a job': looks / jobs,
    ...(ownProcess ? { 'client CPU ms a job': cpuUs / 1_000 / jobs } : {}),
    ...(refused > 0 ? { '429s': refused } : {}),
    ...(lost > 0 ? { 'jobs lost': lost } : {}),
  };
}
