import type { Bucket, Limiter } from '../contract/Limiter.js';
import type { Vendor } from '../contract/Vendor.js';
import { clockOf } from '../contract/systemClock.js';
import type { KeySource } from '../engine/Credentials.js';
import type { Limits } from '../engine/Limits.js';
import { markOf, sharedThing } from '../engine/sharedThing.js';
import { SlotQueue } from '../engine/SlotQueue.js';
import { soundLimiter } from '../engine/soundLimiter.js';
import { tokenBuckets } from '../limits/tokenBuckets.js';
import type { ClientOptions } from './ClientOptions.js';

type Keys = Readonly<Record<string, KeySource | undefined>>;

/** Gives the limits of an account, `undefined` being the client's own, by its keys. @since 0.1.0 */
export type LimitsFor = (account: string | undefined, keys: Keys) => Limits;

/** The buckets of one account in a limiter that several share. */
function accountsOwn(limiter: Limiter, account: string): Limiter {
  const own = (bucket: Bucket): Bucket => ({ ...bucket, name: `${account}/${bucket.name}` });
  return {
    acquire: (bucket, priority, urgency) => limiter.acquire(own(bucket), priority, urgency),
    waitMs: (bucket, priority) => limiter.waitMs?.(own(bucket), priority) ?? 0,
    release: (bucket) => limiter.release?.(own(bucket)),
    report: (bucket, answer) => limiter.report(own(bucket), answer),
  };
}

/** What tells the vendor's accounts apart; `undefined` where a proxy knows it instead. */
function accountOf(vendor: Vendor, keys: Keys): string | undefined {
  const marks = Object.keys(vendor.keys).map((name) => {
    const source = keys[name];
    return source === null || source === undefined ? undefined : markOf(source);
  });
  return marks.length === 0 || marks.includes(undefined) ? undefined : marks.join(' ');
}

/** A port of the user's may lead anywhere; what goes by axios goes where its URL says. */
function wayOf(http: ClientOptions['http']): string {
  return http !== undefined && 'send' in http ? markOf(http) : 'axios';
}

/**
 * Who shares limits with whom: all clients in this process that ask one vendor at one address under one
 * key, given as the same text or the same function. What a limiter, time or chance of the user's bounds
 * is that client's and its accounts' alone.
 *
 * @param baseUrl - without a trailing slash
 * @since 0.1.0
 */
export function limitsFor(vendor: Vendor, baseUrl: string, options: ClientOptions): LimitsFor {
  const { http, limiter, random, scheduler } = options;
  // Whoever brings time or chance rehearses, and wants no rehearsal to feel the one before.
  if (limiter !== undefined || scheduler !== undefined || random !== undefined) {
    const clock = clockOf(scheduler);
    const all = limiter === undefined ? tokenBuckets({ clock }) : soundLimiter(limiter);
    return (account) => ({
      limiter: account === undefined ? all : accountsOwn(all, account),
      slots: new SlotQueue(),
    });
  }
  const where = `${vendor.provider} ${baseUrl} ${wayOf(http)}`;
  return (_account, keys) => {
    const account = accountOf(vendor, keys);
    if (account === undefined) return { limiter: tokenBuckets(), slots: new SlotQueue() };
    return {
      limiter: sharedThing(`limiter ${where} ${account}`, () => tokenBuckets()),
      slots: sharedThing(`slots ${where} ${account}`, () => new SlotQueue()),
    };
  };
}
