import type { DiagnosticEvent, JobStore } from 'rushes';
import type { VirtualTime } from '../../../src/testing/virtualTime.js';
import type { RawServer } from '../../wire/http/rawServer.js';
import type { ProcessWatch } from './ProcessWatch.js';
import type { Seen } from './Seen.js';
import type { Truth } from './Truth.js';

/** A value that the canaries are looked for in. */
export interface Kept {
  readonly what: string;
  readonly value: unknown;
}

/** All that was seen and done while a fault was tried: what the oracles judge. */
export interface Evidence {
  readonly truths: readonly Truth[];
  readonly stores: readonly JobStore[];
  readonly clients: readonly unknown[];
  readonly seen: readonly Seen[];
  /** Errors that did not come by a stream: of promises, of constructors. */
  readonly thrown: readonly unknown[];
  readonly told: readonly DiagnosticEvent[];
  readonly kept: readonly Kept[];
  readonly times: readonly VirtualTime[];
  readonly signals: readonly AbortSignal[];
  /** Hosts that must learn nothing. */
  readonly strangers: readonly RawServer[];
  readonly process: ProcessWatch;
}
