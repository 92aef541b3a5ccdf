import type { NetworkFaultReason } from '../errors/NetworkFault.js';

/** Why no whole answer arrived. @since 0.1.0 */
export type HttpFaultReason = NetworkFaultReason | 'timeout' | 'too-large' | 'redirect';

/**
 * What an `HttpPort` says when no whole answer arrived; the engine makes a `JobError` of it.
 *
 * @since 0.1.0
 */
export class HttpFault extends Error {
  readonly _tag = 'HttpFault';
  /** Where it broke. */
  readonly reason: HttpFaultReason;
  /** `false` only when it is certain that no byte of the request left. */
  readonly sent: boolean;

  constructor(facts: {
    readonly reason: HttpFaultReason;
    readonly sent: boolean;
    readonly message: string;
  }) {
    super(facts.message);
    Object.defineProperty(this, 'name', { value: 'HttpFault', configurable: true });
    this.reason = facts.reason;
    this.sent = facts.sent;
  }
}

/**
 * Whether a value is an {@link HttpFault}, also of another copy of this package.
 *
 * @since 0.1.0
 */
export function isHttpFault(value: unknown): value is HttpFault {
  return value instanceof Error && (value as Partial<HttpFault>)._tag === 'HttpFault';
}
