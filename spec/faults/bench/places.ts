import type { ClientOptions, RunOptions, WatchOptions } from 'rushes';
import type { LocalSimulation, SimulationOptions, VendorName } from 'rushes/testing';
import { simulate } from 'rushes/testing';
import { virtualTime } from '../../../src/testing/virtualTime.js';
import type { VirtualTime } from '../../../src/testing/virtualTime.js';
import type {
  Reply,
  Script,
  ScriptedPort,
  ScriptedPortOptions,
} from '../../engine/scriptedPort.js';
import { scriptedPort } from '../../engine/scriptedPort.js';
import type { Jobs, Methods } from './desks.js';
import { VENDORS } from './desks.js';
import type { Truth } from './Truth.js';
import { countOrders, orderIn } from './Truth.js';

/** A client under watch. */
export interface Opened extends Omit<Methods, 'run'> {
  /** Buys a job; without an order it is a new one. */
  readonly run: (options?: RunOptions & { readonly order?: string }) => Jobs;
  readonly watch: (id: string, options?: WatchOptions) => Jobs;
}

/** Opens a client of a vendor, under watch. */
export type Open = (vendor: VendorName, options?: ClientOptions) => Opened;

/** A moment that nobody takes for milliseconds since the start. */
export const START = Date.UTC(2026, 10, 22);

/** Real clients in virtual time on a vendor that does what a script says. */
export interface Scripted {
  readonly time: VirtualTime;
  readonly port: ScriptedPort;
  readonly truth: Truth;
  readonly options: ClientOptions;
}

const idIn = (body: string): string | undefined => {
  try {
    const { id } = JSON.parse(body) as { readonly id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
};

/** What answers of a create say that was made: with a 2xx an id, after a loss nobody knows. */
const mayHaveMade = ({ response, fault }: Reply): boolean => {
  if (response !== undefined) return response.status < 300 || response.status >= 500;
  return fault === undefined || fault.sent;
};

/** How a scripted vendor is set up. */
export interface ScriptedPlaceOptions extends ScriptedPortOptions {
  /** Where its time comes from. @defaultValue virtual time from {@link START} on */
  readonly time?: VirtualTime;
}

/** Sets up virtual time and a scripted vendor; every lost create counts as made. */
export function scriptedPlace(
  script: Script,
  { time = virtualTime({ startAt: START }), ...options }: ScriptedPlaceOptions = {},
): Scripted {
  const made: { readonly order: string; readonly id: string | undefined }[] = [];
  const played: Script = (call, index) => {
    const reply =
      typeof script === 'function'
        ? script(call, index)
        : script[Math.min(index, script.length - 1)];
    if (reply === undefined) throw new Error('a script has at least one reply');
    if (call.method !== 'POST' || !mayHaveMade(reply)) return reply;
    // The same key is the same order, however often it is sent.
    const key = call.headers['idempotency-key'];
    const order = orderIn(call.body ?? '');
    if (key === undefined || !made.some((one) => one.order === order)) {
      made.push({ order, id: idIn(reply.response?.body ?? '') });
    }
    return reply;
  };
  const port = scriptedPort(time, played, options);
  const truth: Truth = {
    get created() {
      return countOrders(made.map(({ order }) => order));
    },
    get minted() {
      return made.flatMap(({ id }) => (id === undefined ? [] : [id]));
    },
  };
  return { time, port, truth, options: { http: port, scheduler: time.scheduler } };
}

/** Real clients in virtual time on the simulator. */
export interface Simulated {
  readonly time: VirtualTime;
  readonly sim: LocalSimulation;
  readonly truth: Truth;
  readonly optionsOf: (vendor: VendorName) => ClientOptions;
}

/** Sets up virtual time and the four simulated vendors. */
export function simulatedPlace(options: SimulationOptions = {}): Simulated {
  const time = virtualTime({ startAt: START });
  const sim = simulate({ scheduler: time.scheduler, ...options });
  const truth: Truth = {
    get created() {
      return VENDORS.map((vendor) => {
        const posts = sim[vendor].requests.filter(({ method }) => method === 'POST');
        const orders = new Set(posts.map(({ body }) => orderIn(body)));
        return { order: vendor, jobs: sim[vendor].creates, wanted: orders.size };
      });
    },
    get minted() {
      const jobs = VENDORS.flatMap((vendor) => sim[vendor].jobs);
      return jobs.filter(({ creates }) => creates > 0).map(({ id }) => id);
    },
  };
  return {
    time,
    sim,
    truth,
    optionsOf: (vendor) => ({
      baseUrl: sim[vendor].options.baseUrl,
      http: sim.http,
      scheduler: time.scheduler,
    }),
  };
}
