import type { Bucket, Limiter } from '../contract/Limiter.js';
import type { KeySource } from '../engine/Credentials.js';
import { Credentials } from '../engine/Credentials.js';
import { Engine } from '../engine/Engine.js';
import type { Environment } from '../engine/Environment.js';
import { keyIssues } from '../engine/keyIssues.js';
import { clientOptionIssues } from '../engine/readOptions.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import { ownFields } from '../model/ownFields.js';
import { warnOfPage } from './warnOfPage.js';

/**
 * A client that can serve more than one account.
 *
 * @typeParam Self - the client
 * @typeParam Keys - its key options
 * @since 0.1.0
 */
export interface Accounts<Self, Keys> {
  /**
   * A client of another account: it shares the transport and the store, and has keys, buckets and
   * jobs of its own. Closing one closes no other.
   *
   * @param account - its name in references: 1 to 128 printable ASCII characters without spaces
   * @param credentials - the keys of that account
   * @throws InvalidInput, at once, naming every value that breaks a rule; a key is never shown
   */
  forAccount(account: string, credentials: Keys): Self;
}

/** The buckets of one account in a limiter that several share. */
function limiterFor(limiter: Limiter, account: string): Limiter {
  const own = (bucket: Bucket): Bucket => ({ ...bucket, name: `${account}/${bucket.name}` });
  return {
    acquire: (bucket, priority, urgency) => limiter.acquire(own(bucket), priority, urgency),
    waitMs: (bucket, priority) => limiter.waitMs?.(own(bucket), priority) ?? 0,
    release: (bucket) => limiter.release?.(own(bucket)),
    report: (bucket, answer) => limiter.report(own(bucket), answer),
  };
}

function environmentFor(
  environment: Environment,
  account: string,
  credentials: Readonly<Record<string, KeySource>>,
): Environment {
  const { limiter, vendor } = environment;
  const given = typeof credentials === 'object' && credentials !== null ? credentials : {};
  const keys = ownFields(given);
  // A name that is missing would be one client for every account.
  const issues = [
    ...clientOptionIssues({ account: account ?? '' }),
    ...keyIssues(vendor, keys, account),
  ];
  if (issues.length > 0) {
    throw new InvalidInput(issues, { provider: vendor.provider, operation: 'forAccount' });
  }
  warnOfPage(environment, 'forAccount', keys);
  return {
    ...environment,
    account,
    credentials: new Credentials(vendor, keys),
    limiter: limiterFor(limiter, account),
  };
}

/**
 * Makes a client that can make others of its kind for other accounts.
 *
 * @param build - the client's methods over an engine
 * @since 0.1.0
 */
export function withAccounts<Self extends Accounts<Self, Keys>, Keys extends object>(
  environment: Environment,
  build: (engine: Engine) => Omit<Self, 'forAccount'>,
): Self {
  const open = (own: Environment): Self =>
    Object.freeze({
      ...build(new Engine(own)),
      forAccount: (account: string, credentials: Keys) =>
        open(
          environmentFor(environment, account, credentials as Readonly<Record<string, KeySource>>),
        ),
    }) as unknown as Self;
  return open(environment);
}
