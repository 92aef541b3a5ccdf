import type { PartialAnswer } from '../contract/HttpFault.js';
import type { HttpResponse } from '../contract/HttpPort.js';

/** How a {@link Passage} ended: with a whole answer, or with whatever was thrown. @since 0.1.0 */
export type PassageEnd = (answer: HttpResponse | undefined, error?: unknown) => void;

/** One request on its way: it is begun once, may be stopped, and can be asked about. @since 0.1.0 */
export interface Passage {
  /**
   * Hands the request over.
   *
   * @param onEnd - called once, unless the passage is stopped before
   */
  begin(onEnd: PassageEnd): void;
  /** Closes the connection at once. */
  stop(): void;
  /** What came of the last 2xx whose body did not come to its end. */
  readonly partial: PartialAnswer | undefined;
  /** Whether a proxy was asked for. */
  readonly proxied: boolean;
  /** `false` only when it is certain, now, that no byte of the request left. */
  readonly sent: boolean;
}
