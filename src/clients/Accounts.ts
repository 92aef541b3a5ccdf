import type { KeySource } from '../engine/Credentials.js';
import { Credentials } from '../engine/Credentials.js';
import { Engine } from '../engine/Engine.js';
import { keyIssues } from '../engine/keyIssues.js';
import { clientOptionIssues } from '../engine/readOptions.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import { ownFields } from '../model/ownFields.js';
import type { ClientEnvironment } from './environmentOf.js';
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

function environmentFor(
  environment: ClientEnvironment,
  account: string,
  credentials: Readonly<Record<string, KeySource>>,
): ClientEnvironment {
  const { limitsFor, vendor } = environment;
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
    ...limitsFor(account, keys),
  };
}

/**
 * Makes a client that can make others of its kind for other accounts.
 *
 * @param build - the client's methods over an engine
 * @since 0.1.0
 */
export function withAccounts<Self extends Accounts<Self, Keys>, Keys extends object>(
  environment: ClientEnvironment,
  build: (engine: Engine) => Omit<Self, 'forAccount'>,
): Self {
  const open = (own: ClientEnvironment): Self =>
    Object.freeze({
      ...build(new Engine(own)),
      forAccount: (account: string, credentials: Keys) =>
        open(
          environmentFor(environment, account, credentials as Readonly<Record<string, KeySource>>),
        ),
    }) as unknown as Self;
  return open(environment);
}
