import type { Observer, SchedulerLike } from 'rxjs';
import type { DiagnosticEvent } from '../contract/Diagnostics.js';
import type { HttpPort } from '../contract/HttpPort.js';
import type { JobStore } from '../contract/JobStore.js';
import type { Limiter } from '../contract/Limiter.js';
import type { Cadence } from '../timing/Cadence.js';

/**
 * An axios instance, told by its methods so that whoever brings no axios needs no axios types.
 *
 * @since 0.1.0
 */
export interface AxiosInstanceLike {
  /** Sends one request, as axios does. */
  request(config: never): Promise<unknown>;
  readonly interceptors: object;
  readonly defaults: object;
}

/** What every client can be given, beside its keys. @since 0.1.0 */
export interface ClientOptions {
  /**
   * Where the API is: `https://…`, or `http://` on loopback; a path prefix is kept.
   *
   * @defaultValue the vendor's own address
   */
  readonly baseUrl?: string;
  /**
   * The transport. An axios instance keeps its interceptors and its adapter.
   *
   * @defaultValue axios, loaded at the first request
   */
  readonly http?: HttpPort | AxiosInstanceLike;
  /**
   * Where intents and jobs are kept: `fileStore` of `rushes/node` for a program that is to find its jobs
   * again after a restart or a crash, `keyvStore` for a database.
   *
   * @defaultValue `memoryStore()`, which ends with the process
   */
  readonly store?: JobStore;
  /**
   * Hands out permission to send.
   *
   * @defaultValue the vendor's documented buckets, in memory; all clients in this process that ask the
   * vendor under one key share them, and wait in one line for its slots, unless they were given a
   * `scheduler` or `random`, as in tests
   */
  readonly limiter?: Limiter;
  /** When to look at a job. @defaultValue the best for the kind of job */
  readonly cadence?: Cadence;
  /** The source of time. @defaultValue real time */
  readonly scheduler?: SchedulerLike;
  /** Gives numbers in `[0, 1)`, for jitter and ids. @defaultValue `Math.random`, and secure ids */
  readonly random?: () => number;
  /**
   * How long one watch may take, in milliseconds of wall time, in [1, 366 days].
   *
   * @defaultValue 86_400_000, which is 24 h
   */
  readonly deadlineMs?: number;
  /**
   * How long one request may take in all, in milliseconds, in [1, 2147483647]. A long-poll gets its
   * hold on top.
   *
   * @defaultValue 30_000
   */
  readonly timeoutMs?: number;
  /**
   * How long a status that no source lists is watched, in milliseconds, in [1, 366 days].
   *
   * @defaultValue 600_000, which is 10 min
   */
  readonly unknownForMs?: number;
  /** The account's name in references, where one program serves several. */
  readonly account?: string;
  /** Told of every request, retry and oddity; never of a key, a body or a query. */
  readonly diagnostics?: Partial<Observer<DiagnosticEvent>> | ((event: DiagnosticEvent) => void);
}
