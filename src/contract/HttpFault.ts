import type { NetworkFaultReason } from '../errors/NetworkFault.js';

/** Why no whole answer arrived. @since 0.1.0 */
export type HttpFaultReason = NetworkFaultReason | 'timeout' | 'too-large' | 'redirect';

/** What came of a 2xx answer that broke off in the middle. @since 0.1.0 */
export interface PartialAnswer {
  readonly status: number;
  /** The body as far as it came, unpacked; more than 100,000 characters of it are not kept. */
  readonly body: string;
}

/** Longest beginning of an answer that a fault keeps, in characters. @since 0.1.0 */
export const MOST_PARTIAL_CHARS = 100_000;

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
  readonly #partial: PartialAnswer | undefined;

  constructor(facts: {
    readonly reason: HttpFaultReason;
    readonly sent: boolean;
    readonly message: string;
    readonly partial?: PartialAnswer | undefined;
  }) {
    super(facts.message);
    Object.defineProperty(this, 'name', { value: 'HttpFault', configurable: true });
    this.reason = facts.reason;
    this.sent = facts.sent;
    const { status = 0, body = '' } = facts.partial ?? {};
    if (body !== '') this.#partial = { status, body: body.slice(0, MOST_PARTIAL_CHARS) };
  }

  /**
   * What came of the answer, where it was a 2xx that broke off: it may name the job that it made.
   *
   * Nothing that prints, copies or writes the fault as JSON shows it.
   */
  get partial(): PartialAnswer | undefined {
    return this.#partial;
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
