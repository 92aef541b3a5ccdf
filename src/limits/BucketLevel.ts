import type { Bucket, RateAnswer } from '../contract/Limiter.js';

/** A `Retry-After` counts for a day at most, so that one absurd header cannot stop a client for good. */
const MOST_BLOCKED_MS = 24 * 60 * 60_000;

/** Sums of many small refills may fall this far short of a whole token, which then counts. */
const ROUNDING = 1e-9;

/** How full a bucket is at a moment: plain numbers, no clock. @since 0.1.0 */
export interface BucketLevel {
  /** Tokens that lie ready, in `[0, capacity]`. */
  readonly tokens: number;
  /** Most tokens that can lie ready, `>= 1`. */
  readonly capacity: number;
  /** Tokens that come back in a millisecond, `> 0`; may be `Infinity`. */
  readonly perMs: number;
  /** The moment that `tokens` is about, in monotonic milliseconds. */
  readonly at: number;
  /** Nothing is taken before this moment, in monotonic milliseconds. */
  readonly blockedUntil: number;
}

/** A full bucket. @since 0.1.0 */
export function fullBucket({ perMinute, burst }: Bucket, now: number): BucketLevel {
  return { tokens: burst, capacity: burst, perMs: perMinute / 60_000, at: now, blockedUntil: now };
}

function refilled(level: BucketLevel, now: number): BucketLevel {
  const elapsedMs = Math.max(0, now - level.at);
  // Infinity times 0 is NaN: a bucket without a rate is full at every moment.
  const gained = level.perMs === Infinity ? Infinity : elapsedMs * level.perMs;
  const tokens = Math.min(level.capacity, level.tokens + gained);
  return { ...level, tokens, at: Math.max(now, level.at) };
}

/** Whether it is no different from one that was never used. @since 0.1.0 */
export function isFull(level: BucketLevel, { burst }: Bucket, now: number): boolean {
  const { blockedUntil, capacity, tokens } = refilled(level, now);
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
  const blockedMs = current.blockedUntil - now;
  const missing = Math.max(0, 1 - ROUNDING - current.tokens);
  if (blockedMs <= 0 && missing === 0) {
    return [{ ...current, tokens: Math.max(0, current.tokens - 1) }, 0];
  }
  return [current, Math.max(1, Math.ceil(Math.max(blockedMs, missing / current.perMs)))];
}

/** Puts a token back whose request was never sent. @since 0.1.0 */
export function returnToken(level: BucketLevel, now: number): BucketLevel {
  const current = refilled(level, now);
  return { ...current, tokens: Math.min(current.capacity, current.tokens + 1) };
}

/**
 * Brings a bucket down to what the vendor said of it; tokens are never added.
 *
 * A 429 empties it. A `Retry-After` blocks it only on a 429 or 503 (on a good answer it speaks of one
 * job), and for a day at most.
 *
 * @since 0.1.0
 */
export function correctLevel(level: BucketLevel, answer: RateAnswer, now: number): BucketLevel {
  const current = refilled(level, now);
  const { status, retryAfterMs = 0, limit, remaining = Infinity } = answer;
  const capacity = limit === undefined ? current.capacity : Math.max(1, limit);
  const left = status === 429 ? 0 : remaining;
  const blockedMs = status === 429 || status === 503 ? Math.min(retryAfterMs, MOST_BLOCKED_MS) : 0;
  return {
    ...current,
    capacity,
    tokens: Math.max(0, Math.min(current.tokens, capacity, left)),
    blockedUntil: Math.max(current.blockedUntil, now + blockedMs),
  };
}
