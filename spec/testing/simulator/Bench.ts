import { VirtualTimeScheduler } from 'rxjs';
import { simulate } from 'rushes/testing';
import type { LocalSimulation, SimulationOptions, VendorName } from 'rushes/testing';
import type { HttpMethod, HttpResponse } from '../../../src/contract/HttpPort.js';

/** An answer, or what came instead, at a moment. */
export interface Asked {
  /** Set once the answer is there. */
  readonly response: HttpResponse | undefined;
  readonly error: unknown;
  /** When either came, milliseconds of virtual time. */
  readonly atMs: number | undefined;
  /** The body, parsed. */
  readonly json: Record<string, unknown>;
  readonly status: number | undefined;
  readonly abort: () => void;
}

export interface AskOptions {
  /** JSON, unless it is a text, a form or a file. */
  readonly body?: unknown;
  /** Without the vendor's key. */
  readonly keyless?: boolean;
  /** Added to the key and the content type. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

const KEYS: Readonly<Record<VendorName, Readonly<Record<string, string>>>> = {
  creatify: { 'X-API-ID': 'id', 'X-API-KEY': 'key' },
  sync: { 'x-api-key': 'key' },
  magicHour: { Authorization: 'Bearer key' },
  aurous: { 'X-Api-Key': 'al_live_key' },
};

/** A simulation in virtual time that is asked one request at a time; jobs take a second unless told. */
export class Bench {
  readonly time = new VirtualTimeScheduler();
  readonly sim: LocalSimulation;

  constructor(options: SimulationOptions = {}) {
    const course = options.pace === undefined ? { durationMs: 1000 } : {};
    this.sim = simulate({ ...course, scheduler: this.time, ...options });
  }

  /** Lets virtual time pass. */
  advance(ms: number): void {
    this.time.maxFrames = this.time.now() + ms;
    this.time.schedule(() => undefined, ms);
    this.time.flush();
  }

  ask(vendor: VendorName, line: `${HttpMethod} ${string}`, options: AskOptions = {}): Asked {
    const [method, path] = line.split(' ') as [HttpMethod, string];
    const { body, headers = {}, keyless = false, timeoutMs = 3_600_000 } = options;
    const isForm = body instanceof FormData || body instanceof Blob;
    const sentBody = isForm || typeof body === 'string' ? body : JSON.stringify(body);
    const type: Record<string, string> = isForm ? {} : { 'Content-Type': 'application/json' };
    const asked = new Answer();
    const sent = this.sim.http
      .send({
        method,
        url: `${this.sim[vendor].options.baseUrl}${path}`,
        headers: { ...(keyless ? {} : KEYS[vendor]), ...type, ...headers },
        ...(body === undefined ? {} : { body: sentBody }),
        timeoutMs,
      })
      .subscribe({
        next: (response) => asked.settle(this.time.now(), response, undefined),
        error: (error: unknown) => asked.settle(this.time.now(), undefined, error),
      });
    asked.abort = () => sent.unsubscribe();
    return asked;
  }
}

class Answer implements Asked {
  response: HttpResponse | undefined;
  error: unknown;
  atMs: number | undefined;
  abort: () => void = () => undefined;

  settle(atMs: number, response: HttpResponse | undefined, error: unknown): void {
    this.atMs = atMs;
    this.response = response;
    this.error = error;
  }

  get status(): number | undefined {
    return this.response?.status;
  }

  get json(): Record<string, unknown> {
    return JSON.parse(this.response?.body ?? 'null') as Record<string, unknown>;
  }
}
