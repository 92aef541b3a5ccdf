import type { Clock } from '../contract/Clock.js';
import type { DiagnosticEvent } from '../contract/Diagnostics.js';
import type { HttpPort } from '../contract/HttpPort.js';
import type { JobStore } from '../contract/JobStore.js';
import type { Vendor } from '../contract/Vendor.js';
import type { Cadence } from '../timing/Cadence.js';
import type { Credentials } from './Credentials.js';
import type { Limits } from './Limits.js';

/** All that an engine works with; checked before it is made. @since 0.1.0 */
export interface Environment extends Limits {
  readonly vendor: Vendor;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly account?: string | undefined;
  /** Headers of every request beside the keys. */
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: Credentials;
  readonly http: HttpPort;
  readonly store: JobStore;
  readonly clock: Clock;
  /** Makes ids for intents and idempotency keys. */
  readonly newId: () => string;
  /** The user's own cadence; absent: the best for the kind. */
  readonly cadence?: Cadence | undefined;
  readonly deadlineMs: number;
  readonly timeoutMs: number;
  readonly unknownForMs: number;
  readonly diagnose: (event: DiagnosticEvent) => void;
}
