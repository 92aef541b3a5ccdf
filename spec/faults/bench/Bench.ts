import { firstValueFrom } from 'rxjs';
import type { ClientOptions, DiagnosticEvent, JobError, JobStore, StoreRecord } from 'rushes';
import { fixed, isJobError, memoryStore } from 'rushes';
import type { SimulationOptions, VendorName } from 'rushes/testing';
import type { Script as Replies } from '../../engine/scriptedPort.js';
import type { Behaviour, RawServer, RawServerOptions } from '../../wire/http/rawServer.js';
import { bytesOf, startRawServer } from '../../wire/http/rawServer.js';
import { violations } from '../oracles/oracles.js';
import { DESKS } from './desks.js';
import type { Evidence } from './Evidence.js';
import type { Act, ModelServer, Script } from './ModelServer.js';
import { startModelServer } from './ModelServer.js';
import type { Open, Opened, Scripted, ScriptedPlaceOptions, Simulated } from './places.js';
import { scriptedPlace, simulatedPlace } from './places.js';
import { watchProcess } from './ProcessWatch.js';
import type { Seen, Watched } from './Seen.js';
import { see } from './Seen.js';
import type { Truth } from './Truth.js';

/** A vendor over a real socket, and how clients of it are opened. */
export interface Wired extends Opened {
  readonly server: ModelServer;
  /** Another client of the same vendor. */
  readonly open: (options?: ClientOptions) => Opened;
}

/**
 * Where one fault is tried. It writes down what is made, seen, told and stored, and has the oracles
 * judge it at the end.
 */
export class Bench {
  /** The store of every client that is given no other. */
  readonly store: JobStore = memoryStore();
  readonly #stores = new Set<JobStore>([this.store]);
  readonly #truths: Truth[] = [];
  readonly #opened: Opened[] = [];
  readonly #seen: Seen[] = [];
  readonly #thrown: unknown[] = [];
  readonly #told: DiagnosticEvent[] = [];
  readonly #kept: Evidence['kept'][number][] = [];
  readonly #times: Evidence['times'][number][] = [];
  readonly #signals: AbortSignal[] = [];
  readonly #strangers: RawServer[] = [];
  readonly #closing: (() => Promise<unknown>)[] = [];
  readonly #process = watchProcess();
  #orders = 0;

  /** What clients told by their diagnostics. */
  get told(): readonly DiagnosticEvent[] {
    return this.#told;
  }

  /** Opens a client with marked keys, quick waits, and this bench's store and diagnostics. */
  readonly open: Open = (vendor, options = {}) => {
    const quick = { cadence: fixed(1), random: () => 0.001 };
    const given: ClientOptions = {
      store: this.store,
      diagnostics: (event) => void this.#told.push(event),
      ...(options.scheduler === undefined ? quick : { random: () => 0.5 }),
      ...options,
    };
    if (given.store !== undefined) this.#stores.add(given.store);
    const methods = DESKS[vendor].open(given);
    const opened: Opened = {
      ...methods,
      run: ({ order = this.order(), ...how } = {}) => methods.run(order, how),
    };
    this.#opened.push(opened);
    this.#closing.push(() => methods.client.close());
    return opened;
  };

  /** Starts a vendor over a real socket, and opens a client of it. */
  async wire(
    vendor: VendorName,
    script: Script | Act = {},
    options: ClientOptions & { readonly server?: RawServerOptions } = {},
  ): Promise<Wired> {
    const { server: how, ...rest } = options;
    const server = await startModelServer(DESKS[vendor], script, how);
    this.#closing.push(() => server.close());
    this.#truths.push(server);
    const open = (more: ClientOptions = {}): Opened =>
      this.open(vendor, { baseUrl: server.url, ...rest, ...more });
    return { ...open(), server, open };
  }

  /** Starts a server that speaks bytes, for what breaks before a request was read. */
  async bytes(behave: Behaviour, options: RawServerOptions = {}): Promise<RawServer> {
    const server = await startRawServer(behave, { apart: true, ...options });
    this.#closing.push(() => server.close());
    return server;
  }

  /** Sets up virtual time and a vendor that gives the replies of a script. */
  scripted(replies: Replies, options?: ScriptedPlaceOptions): Scripted & { readonly open: Open } {
    const place = scriptedPlace(replies, options);
    this.#truths.push(place.truth);
    this.#times.push(place.time);
    return { ...place, open: (vendor, more) => this.open(vendor, { ...place.options, ...more }) };
  }

  /** Sets up virtual time and the four simulated vendors. */
  simulated(options?: SimulationOptions): Simulated & { readonly open: Open } {
    const place = simulatedPlace(options);
    this.#truths.push(place.truth);
    this.#times.push(place.time);
    const open: Open = (vendor, more) => this.open(vendor, { ...place.optionsOf(vendor), ...more });
    return { ...place, open };
  }

  /** Starts a host that must learn nothing. */
  async stranger(): Promise<RawServer> {
    const answer = bytesOf('200 OK', ['Content-Type: application/json'], '{}');
    const server = await this.bytes((socket) => socket.end(answer));
    this.#strangers.push(server);
    return server;
  }

  /** A new order, for `run`. */
  order(): string {
    this.#orders += 1;
    return `order-${this.#orders}`;
  }

  /** Subscribes now, and writes down what comes; the oracles demand that it ends or is left. */
  see<T>(stream$: Watched<T>, what = 'the stream'): Seen<T> {
    const seen = see(what, stream$);
    this.#seen.push(seen);
    return seen;
  }

  /** Subscribes, and gives the words once the stream has ended. */
  ended<T>(stream$: Watched<T>, what?: string): Promise<readonly string[]> {
    return this.see(stream$, what).ended;
  }

  /** What a promise rejects with, or a constructor throws. */
  async thrownBy(work: () => unknown): Promise<JobError> {
    const error: unknown = await Promise.resolve()
      .then(work)
      .then(
        () => new Error('nothing was thrown'),
        (thrown: unknown) => thrown,
      );
    this.#thrown.push(error);
    if (!isJobError(error)) throw error;
    return error;
  }

  /** A controller whose signal has to be without listeners at the end. */
  controller(): AbortController {
    const controller = new AbortController();
    this.#signals.push(controller.signal);
    return controller;
  }

  /** Has the oracles look at something else: a file, what a child process wrote, a log. */
  keep(what: string, value: unknown): void {
    this.#kept.push({ what, value });
  }

  /** Has the oracles ask another vendor's side what is true there. */
  believe(truth: Truth): void {
    this.#truths.push(truth);
  }

  /** What this bench's store holds. */
  async stored(): Promise<readonly StoreRecord[]> {
    return firstValueFrom(this.store.list(''));
  }

  /** Has the oracles read another store. */
  alsoStoredIn(store: JobStore): void {
    this.#stores.add(store);
  }

  /** Closes something once all is judged. */
  closeLater(close: () => Promise<unknown>): void {
    this.#closing.push(close);
  }

  get evidence(): Evidence {
    return {
      truths: this.#truths,
      stores: [...this.#stores],
      clients: this.#opened.map(({ client }) => client),
      seen: this.#seen,
      thrown: this.#thrown,
      told: this.#told,
      kept: this.#kept,
      times: this.#times,
      signals: this.#signals,
      strangers: this.#strangers,
      process: this.#process,
    };
  }

  /** Everything that is wrong, by the seven oracles. */
  violations(): Promise<readonly string[]> {
    return violations(this.evidence);
  }

  /** Ends what was begun here; nothing is judged after it. */
  async close(): Promise<void> {
    for (const one of this.#seen) one.leave();
    // Clients before their servers.
    for (const close of this.#closing.splice(0).reverse()) await close();
    this.#process.stop();
  }
}
