import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/** Where the way to the vendor broke. @since 0.1.0 */
export type NetworkFaultReason =
  'refused' | 'reset' | 'dns' | 'tls' | 'proxy' | 'offline' | 'other';

/**
 * The way to the vendor broke before a whole answer arrived.
 *
 * @since 0.1.0
 */
export class NetworkFault extends JobErrorBase {
  readonly _tag = 'NetworkFault';
  /** Where it broke: connecting, resolving the name, the TLS handshake, a proxy, or under way. */
  readonly reason: NetworkFaultReason;

  constructor(message: string, reason: NetworkFaultReason, facts: JobErrorFacts) {
    super('NetworkFault', message, facts);
    this.reason = reason;
  }
}
