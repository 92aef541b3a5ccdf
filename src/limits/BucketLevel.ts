import type { Bucket, RateAnswer } from '../contract/Limiter.js';
import type { Unanswered } from './InFlight.js';

/** A `Retry-After` counts for a day at most, so that one absurd header cannot stop a client for good. */
const MOST_BLOCKED_MS = 24 * 60 * 60_000;

/** Sums of many small refills may fall this far short of a whole token, which then counts. */
const ROUNDING = 1e-9;

/** So much of its burst is left to the vendor at most. */
const MOST_RESERVED = 1 / 2;

/** So many pass at once at a rate that was learned. */
const MOST_AT_ONCE = 10;

const NONE: Unanswered = { others: 0, alone: false };

/** How full a bucket is at a moment: plain numbers, no clock. @since 0.1.0 */
export interface BucketLevel {
  /** Tokens that lie ready, at most `capacity`; below 0 where the vendor has fewer than it should. */
  readonly tokens: number;
  /** Most tokens that can lie ready, `>= 1`. */
  readonly capacity: number;
  /** The same as it was documented. */
  readonly burst: number;
  /** Tokens that come back in a millisecond, `> 0`; may be `Infinity`. */
  readonly perMs: number;
  /** What we leave at the vendor while the bucket is in use, `>= 0`. */
  readonly reserve: number;
  /** The moment from which on tokens come back, in monotonic milliseconds. */
  readonly at: number;
  /** Nothing is taken before this moment, in monotonic milliseconds. */
  readonly blockedUntil: number;
}

/**
 * A full bucket.
 *
 * @param slackMs - by how much the ways of two requests to the vendor may differ: what comes back in
 * that time is left to the vendor
 * @since 0.1.0
 */
export function fullBucket({ perMinute, burst }: Bucket, now: number, slackMs = 0): BucketLevel {
  const perMs = perMinute / 60_000;
  const reserve = perMs === Infinity ? 0 : Math.min(slackMs * perMs, burst * MOST_RESERVED);
  return { tokens: burst, capacity: burst, burst, perMs, reserve, at: now, blockedUntil: now };
}

/** What a bucket in use fills up to; only one at rest becomes quite full. */
const usable = ({ capacity, reserve }: BucketLevel): number => Math.max(1, capacity - reserve);

function refilled(level: BucketLevel, now: number): BucketLevel {
  const { capacity, perMs, tokens: before } = level;
  const elapsedMs = Math.max(0, now - level.at);
  // Infinity times 0 is NaN: a bucket without a rate is full at every moment.
  const sum = before + (perMs === Infinity ? Infinity : elapsedMs * perMs);
  const tokens = sum >= capacity ? capacity : Math.max(before, Math.min(sum, usable(level)));
  return { ...level, tokens, at: Math.max(now, level.at) };
}

/** Whether it is no different from one that was never used. @since 0.1.0 */
export function isFull(level: BucketLevel, now: number): boolean {
  const { blockedUntil, burst, capacity, tokens } = refilled(level, now);
  return tokens >= capacity && capacity === burst && blockedUntil <= now;
}

/**
 * Takes one token, if one lies ready.
 *
 * @returns the level after it, and 0, or the milliseconds after which asking again may pay, `>= 1`
 * @since 0.1.0
 */
export function takeToken(
  level: BucketLevel,
  now: number,
): readonly [level: BucketLevel, waitMs: number] {
  const current = refilled(level, now);
  const { at, blockedUntil, perMs, reserve, tokens } = current;
  const missing = Math.max(0, 1 - ROUNDING - tokens);
  if (blockedUntil <= now && missing === 0) {
    // At the vendor the bucket may stay full for as long as the slowest request is on its way.
    const from = tokens > usable(current) ? Math.max(at, now + reserve / perMs) : at;
    return [{ ...current, tokens: Math.max(0, tokens - 1), at: from }, 0];
  }
  const refillMs = missing === 0 ? 0 : at - now + missing / perMs;
  return [current, Math.max(1, Math.ceil(Math.max(blockedUntil - now, refillMs)))];
}

/** Puts a token back whose request was never sent. @since 0.1.0 */
export function returnToken(level: BucketLevel, now: number): BucketLevel {
  const current = refilled(level, now);
  return { ...current, tokens: Math.min(current.capacity, current.tokens + 1) };
}

/**
 * Brings a bucket to what the vendor said of it.
 *
 * A 429 empties it. What is left at the vendor, less the requests that may not be counted in it yet and
 * our reserve, is the most that there can be. Tokens are added only if the answered request was alone,
 * and the vendor speaks of a bucket as large as ours: then nothing else can be meant. A `Retry-After`
 * blocks it only on a 429 or 503 (on a good answer it speaks of one job), and for a day at most.
 *
 * @param answer - what the vendor said
 * @param unanswered - what else was on its way
 * @since 0.1.0
 */
export function correctLevel(
  level: BucketLevel,
  answer: RateAnswer,
  now: number,
  { alone, others }: Unanswered = NONE,
): BucketLevel {
  const current = refilled(level, now);
  const { status, retryAfterMs = 0, limit, remaining = Infinity } = answer;
  const capacity = limit === undefined ? current.capacity : Math.max(1, limit);
  const known = remaining === Infinity ? Infinity : remaining - others - current.reserve;
  const most = status === 429 ? Math.min(0, known) : known;
  const least = alone && limit === level.burst ? Math.min(most, usable(level)) : -Infinity;
  const blockedMs = status === 429 || status === 503 ? Math.min(retryAfterMs, MOST_BLOCKED_MS) : 0;
  return {
    ...current,
    capacity,
    tokens: Math.max(Math.min(current.tokens, capacity, most), least),
    // Of an empty bucket it is known that it refills by now.
    at: status === 429 ? now : current.at,
    blockedUntil: Math.max(current.blockedUntil, now + blockedMs),
  };
}

/**
 * A bucket without a documented rate, at one that was learned: a few at once, as the retries of one job
 * may be, and then at that rate.
 *
 * @param perMs - `Infinity` makes it as good as new
 * @since 0.1.0
 */
export function atRate(level: BucketLevel, perMs: number, now: number): BucketLevel {
  const current = refilled(level, now);
  if (perMs !== Infinity) {
    const capacity = Math.min(level.burst, MOST_AT_ONCE);
    return { ...current, perMs, capacity, tokens: Math.min(capacity, current.tokens) };
  }
  return { ...current, perMs, capacity: level.burst, tokens: level.burst };
}
