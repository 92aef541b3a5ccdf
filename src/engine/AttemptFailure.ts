import type { HttpResponse } from '../contract/HttpPort.js';
import type { VendorFault } from '../contract/JobKind.js';
import type { JobError } from '../errors/JobError.js';

/** How one attempt failed: on the error channel of `send`. @since 0.1.0 */
export class AttemptFailure extends Error {
  constructor(
    readonly error: JobError,
    /** `false` only when it is certain that nothing left. */
    readonly sent: boolean,
    readonly fault: VendorFault = {},
    readonly response?: HttpResponse,
  ) {
    super(error.message);
  }
}
