import { deferredPort } from '../contract/deferredPort.js';
import type { HttpPort } from '../contract/HttpPort.js';
import { clockOf } from '../contract/systemClock.js';
import { tellTo } from '../contract/tellTo.js';
import type { Vendor } from '../contract/Vendor.js';
import { baseUrlIssues, withoutTrailingSlash } from '../engine/baseUrlIssues.js';
import type { KeySource } from '../engine/Credentials.js';
import { Credentials } from '../engine/Credentials.js';
import type { Environment } from '../engine/Environment.js';
import { keyIssues } from '../engine/keyIssues.js';
import { newIds } from '../engine/newIds.js';
import { clientOptionIssues } from '../engine/readOptions.js';
import { soundStore } from '../engine/soundStore.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import { ownFields } from '../model/ownFields.js';
import { memoryStore } from '../stores/memoryStore.js';
import type { AxiosInstanceLike, ClientOptions } from './ClientOptions.js';
import { limitsFor } from './limitsFor.js';
import type { LimitsFor } from './limitsFor.js';
import { warnOfPage } from './warnOfPage.js';

const DAY_MS = 86_400_000;

const isPort = (http: HttpPort | AxiosInstanceLike): http is HttpPort => 'send' in http;

/** axios is loaded at the first request, so that nobody pays for it who brings a transport. */
function portOf(http: ClientOptions['http']): HttpPort {
  if (http !== undefined && isPort(http)) return http;
  return deferredPort(async () => {
    const { axiosPort } = await import('../http/axiosPort.js');
    return axiosPort(http === undefined ? {} : { instance: http as never });
  });
}

/** What a client's engine works with, and what those of its other accounts need. @since 0.1.0 */
export interface ClientEnvironment extends Environment {
  readonly limitsFor: LimitsFor;
}

/** What a client is made of, beside the options that all clients have. @since 0.1.0 */
export interface ClientParts {
  readonly vendor: Vendor;
  /** The name of the function that makes the client, for errors. */
  readonly operation: string;
  /** Headers of every request beside the keys. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is wrong with the options of this vendor alone. */
  readonly issues?: readonly InputIssue[];
}

/**
 * Checks a client's options and makes what its engine works with.
 *
 * @throws InvalidInput, at once, naming every option that breaks a rule
 * @since 0.1.0
 */
export function environmentOf(parts: ClientParts, options: ClientOptions): ClientEnvironment {
  const { vendor, operation, headers = {}, issues = [] } = ownFields(parts);
  const given = ownFields(
    typeof options === 'object' && options !== null ? options : {},
  ) as ClientOptions & Readonly<Record<string, KeySource>>;
  const baseUrl = given.baseUrl ?? vendor.baseUrl;
  const all = [
    ...keyIssues(vendor, given, given.account),
    ...baseUrlIssues(baseUrl),
    ...clientOptionIssues(given),
    ...issues,
  ];
  if (all.length > 0) throw new InvalidInput(all, { provider: vendor.provider, operation });
  const clock = clockOf(given.scheduler, given.random);
  const limits = limitsFor(vendor, withoutTrailingSlash(baseUrl), given);
  const environment: ClientEnvironment = {
    vendor,
    baseUrl: withoutTrailingSlash(baseUrl),
    account: given.account,
    headers,
    credentials: new Credentials(vendor, given),
    http: portOf(given.http),
    ...limits(undefined, given),
    limitsFor: limits,
    store: given.store === undefined ? memoryStore() : soundStore(given.store),
    clock,
    newId: newIds(clock, given.random !== undefined),
    cadence: given.cadence,
    deadlineMs: given.deadlineMs ?? DAY_MS,
    timeoutMs: given.timeoutMs ?? 30_000,
    unknownForMs: given.unknownForMs ?? 600_000,
    diagnose: tellTo(given.diagnostics),
  };
  warnOfPage(environment, operation, given);
  return environment;
}
