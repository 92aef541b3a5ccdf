import { virtualTime } from 'rushes/testing';
import { clockOf } from '../../src/contract/systemClock.js';
import type { Urgency } from '../../src/contract/Limiter.js';
import { tokenBuckets } from '../../src/limits/tokenBuckets.js';
import { seededRandom } from '../../src/testing/simulator/seededRandom.js';
import { TokenBucket } from '../../src/testing/simulator/TokenBucket.js';

const BUCKET = { name: 'characters_get', perMinute: 120, burst: 240 };
const MINUTE_MS = 60_000;
const FROM_MS = 30_000;
const TO_MS = 90_000;

/** What is known of a job that takes any time from 30 to 90 s: its age at the last look, and now. */
export type Urgencies = (lookedAtMs: number, ageMs: number) => number;

/** The share of jobs that are at work at this age. */
const atWork = (ageMs: number): number =>
  Math.min(1, Math.max(0, (TO_MS - ageMs) / (TO_MS - FROM_MS)));

/** The integral of `(age - t) f(t)` from the last look to now. */
function accrued(lookedAtMs: number, ageMs: number): number {
  const from = Math.max(FROM_MS, lookedAtMs);
  const to = Math.min(TO_MS, ageMs);
  if (to <= from) return 0;
  return ((ageMs - from) ** 2 - (ageMs - to) ** 2) / 2 / (TO_MS - FROM_MS);
}

/** The mean lag of a job that was at work at the last look, if it is looked at now. */
export const byAccruedLag: Urgencies = (lookedAtMs, ageMs) =>
  accrued(lookedAtMs, ageMs) / Math.max(1e-9, atWork(lookedAtMs));

/** The same for each that will need another look: whoever is over for sure needs none. */
export const byLagPerLookToCome: Urgencies = (lookedAtMs, ageMs) =>
  accrued(lookedAtMs, ageMs) / Math.max(1e-9, atWork(ageMs));

/** Looks are asked for as soon as they would show an end this much too late on average. */
const ASKED_AT_MS = 80;

/** The age at which a look is asked for. */
function askedAt(lookedAtMs: number): number {
  const from = Math.max(FROM_MS, lookedAtMs);
  return Math.min(TO_MS, from + Math.sqrt(2 * Math.max(0, TO_MS - from) * ASKED_AT_MS));
}

/** How it went, in virtual time. */
export interface BucketRun {
  readonly jobs: number;
  readonly requests: number;
  /** Requests that the vendor refused. */
  readonly refused: number;
  readonly meanLagMs: number;
  /** Tokens that there were for each job: r t + B over the jobs. */
  readonly tokens: number;
}

/** What a run is made of. */
export interface BucketRunOptions {
  readonly jobsPerMinute: number;
  readonly minutes: number;
  /** Who is served first; without it, whoever came first. */
  readonly urgencies?: Urgencies;
  /** The way to the vendor takes up to so much, and the way back as well. */
  readonly mostOneWayMs?: number;
  /** Whether answers tell what is left. */
  readonly told?: boolean;
  /** The limiter's own. */
  readonly slackMs?: number;
}

/**
 * Jobs that begin at equal distances at the vendor's side and take any time from 30 to 90 s, each
 * watched with looks that draw on one bucket: the real limiter here, a vendor's bucket of the same
 * numbers there, and ways between them of changing length.
 */
export function bucketRun(options: BucketRunOptions): BucketRun {
  const { jobsPerMinute, minutes, urgencies, mostOneWayMs = 100, told = true, slackMs } = options;
  const time = virtualTime();
  const clock = clockOf(time.scheduler);
  const random = seededRandom('bucket run', jobsPerMinute);
  const limiter = tokenBuckets(slackMs === undefined ? { clock } : { clock, slackMs });
  const vendor = new TokenBucket(BUCKET.name, { ...BUCKET, binds: 'default' }, 0);
  const jobs = jobsPerMinute * minutes;
  let [requests, refused, lagMs, endMs] = [0, 0, 0, 0];
  const later = (ms: number, work: () => void): void => void clock.schedule(ms, work);
  const oneWay = (): number => mostOneWayMs * random();

  const watch = (bornAt: number, tookMs: number): void => {
    const age = (): number => clock.monotonic() - bornAt;
    const look = (lookedAtMs: number): void => {
      const urgency: Urgency | undefined = urgencies && (() => urgencies(lookedAtMs, age()));
      limiter.acquire(BUCKET, 'look', urgency).subscribe(() => {
        requests += 1;
        later(oneWay(), () => {
          const { allowed, capacity, remaining } = vendor.take(clock.monotonic());
          const [seenAt, over] = [age(), age() >= tookMs];
          if (!allowed) refused += 1;
          later(oneWay(), () => {
            const status = allowed ? 200 : 429;
            limiter.report(BUCKET, told ? { status, limit: capacity, remaining } : { status });
            if (!allowed || !over) {
              const from = allowed ? seenAt : lookedAtMs;
              later(Math.max(0, askedAt(from) - age()), () => look(from));
              return;
            }
            lagMs += age() - tookMs;
            endMs = clock.monotonic();
          });
        });
      });
    };
    later(askedAt(0), () => look(0));
  };
  const begin = (job: number): void => {
    const tookMs = FROM_MS + (TO_MS - FROM_MS) * random();
    watch(clock.monotonic(), tookMs);
    if (job < jobs) later(MINUTE_MS / jobsPerMinute, () => begin(job + 1));
  };
  begin(1);
  time.flush();
  const tokens = (BUCKET.burst + (BUCKET.perMinute * endMs) / MINUTE_MS) / jobs;
  return { jobs, requests, refused, meanLagMs: lagMs / jobs, tokens };
}
