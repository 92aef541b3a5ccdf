import type { HttpCall, HttpResponse } from '../contract/HttpPort.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { VendorFault } from '../contract/JobKind.js';
import type { Bucket, LimiterPriority, Urgency } from '../contract/Limiter.js';
import type { JobRef } from '../model/JobRef.js';

/** One request to be made once. @since 0.1.0 */
export interface Exchange {
  readonly request: HttpRequest;
  /** An absolute URL outside the vendor's API; only the request's own headers go there. */
  readonly url?: string | undefined;
  /** The body as it was when the user's method was called; default: `request.json` written now. */
  readonly body?: HttpCall['body'] | undefined;
  /** Headers beside those of the request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly operation: string;
  readonly ref?: JobRef | undefined;
  readonly bucket?: Bucket | undefined;
  readonly priority: LimiterPriority;
  /** What waiting for a token costs; absent: nobody knows. */
  readonly urgency?: Urgency | undefined;
  readonly errorOf: (response: HttpResponse) => VendorFault;
  /** Added to the client's timeout for requests that the vendor holds open. */
  readonly holdMs?: number | undefined;
  /**
   * Waits no longer than this for a token, in milliseconds, and then is not sent at all. Nothing waits
   * for more than 15 minutes, which is the default.
   */
  readonly patienceMs?: number | undefined;
  /** It makes a job: where its answer breaks off, the job's id is looked for in what came. */
  readonly makesJob?: boolean;
  /** A paid request: it gets a connection of its own, and a moment's grace at its timeout. */
  readonly paid?: boolean;
  /** Once it emits, the attempt ends with what has come of its answer. */
  readonly cutShort?: HttpCall['cutShort'] | undefined;
  /** Called once the bytes may have left. */
  readonly onSend?: (() => void) | undefined;
}
