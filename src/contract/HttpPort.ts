import type { Observable } from 'rxjs';

/** The methods that vendors use. @since 0.1.0 */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request, ready for the wire. @since 0.1.0 */
export interface HttpCall {
  readonly method: HttpMethod;
  /** Absolute URL; never holds a key. */
  readonly url: string;
  /** Header names in any case; the keys are here and nowhere else. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The body: text, most often JSON; a form, whose content type with its boundary is the port's to
   * write; or the bytes of a file.
   */
  readonly body?: string | FormData | Blob;
  /**
   * How long the whole attempt may take, in milliseconds, from `onSend` on. The engine keeps this time
   * too, one second longer for ports that say `announcesSend`.
   */
  readonly timeoutMs: number;
  /** Asks for a connection of its own, so that no stale socket makes the outcome of a create unclear. */
  readonly fresh?: boolean;
  /**
   * The request goes to another origin than the vendor's API, such as a file to its storage: nothing of
   * a user's own settings that is meant for the vendor, such as default headers, may go along.
   */
  readonly elsewhere?: boolean;
  /**
   * Once it emits, the time is up at once: the port fails as after `timeoutMs`, with what has come of
   * the answer so far. A port that takes no notice of it is left soon after.
   */
  readonly cutShort?: Observable<unknown>;
  /**
   * Called just before the first byte may leave, by ports that say so with `announcesSend`;
   * unsubscribing before the call sends nothing.
   */
  readonly onSend?: () => void;
}

/** One whole answer, of any status. @since 0.1.0 */
export interface HttpResponse {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text, not parsed. */
  readonly body: string;
}

/**
 * The way to a vendor: a cold Observable of one answer; unsubscribing aborts the request.
 *
 * Every HTTP status is an answer. Redirects are not followed. Failures are `HttpFault`s on the error
 * channel; nothing of the transport beneath may be reachable from them.
 *
 * @since 0.1.0
 */
export interface HttpPort {
  /** Whether the port calls `onSend`; one that does not is taken to send at once. */
  readonly announcesSend?: boolean;
  /** Sends the call at each subscription, once. */
  send(call: HttpCall): Observable<HttpResponse>;
}

/**
 * How much longer than its timeout a create is waited for, in milliseconds.
 *
 * After a sleep of the machine timers fire before sockets are read: the answer to what was paid may
 * lie there already.
 *
 * @since 0.1.0
 */
export const WAKE_GRACE_MS = 50;
