import { isLeft, tokenBucket } from 'rushes';
import type { JobStore } from 'rushes';
import { NEVER, Observable, of } from 'rxjs';
import type { HttpCall, HttpPort, HttpResponse } from '../../../src/contract/HttpPort.js';
import { memoryStore } from '../../../src/stores/memoryStore.js';
import { storedRecords, storedRefs } from '../../engine/storedRefs.js';
import { runsOf } from '../effort.js';
import { Machine } from '../walk/Machine.js';
import { SHOPS } from '../walk/shops.js';
import type { ShopName } from '../walk/Story.js';

// What `close()` does to many jobs at once, whatever hangs.

const NAMES = Object.keys(SHOPS) as readonly ShopName[];

/** A thousand jobs take seconds: so many vendors have them. */
const MANY_AT = runsOf({ quick: 1, whole: NAMES.length, soak: NAMES.length });

let machine: Machine;
let uninstall: () => void;

beforeEach(() => {
  machine = new Machine();
  uninstall = machine.install();
});
afterEach(() => uninstall());

/** A vendor whose jobs run for ever; it counts what is asked and what is open. */
class Endless {
  requests = 0;
  open = 0;
  readonly #name: ShopName;
  #made = 0;

  constructor(name: ShopName) {
    this.#name = name;
  }

  /** @param hangs - which requests are never answered */
  port(hangs: (call: HttpCall) => boolean = () => false): HttpPort {
    const { body, words } = SHOPS[this.#name];
    const send = (call: HttpCall): Observable<HttpResponse> =>
      new Observable((subscriber) => {
        this.requests += 1;
        this.open += 1;
        subscriber.add(() => (this.open -= 1));
        if (hangs(call)) return;
        if (call.method === 'POST') this.#made += 1;
        const id =
          call.method === 'POST' ? `job-${this.#made}` : (/job-\d+/.exec(call.url)?.[0] ?? '');
        subscriber.next({
          status: 200,
          headers: {},
          body: JSON.stringify(body(id, words.running)),
        });
        subscriber.complete();
      });
    return { send };
  }
}

/** Buys so many jobs, and counts how they end. */
function buy(name: ShopName, jobs: number, http: HttpPort, store: JobStore) {
  // The vendors' limits would have most of them wait.
  const limiter = tokenBucket({ perMinute: Infinity, burst: Infinity });
  const { client, run } = SHOPS[name].open({ http, limiter, store, random: () => 0.5 });
  const endings: Record<string, number> = {};
  let over = 0;
  for (let number = 0; number < jobs; number += 1) {
    run(`order-${number}`).subscribe({
      next: (event) => {
        if (isLeft(event)) endings[event.left._tag] = (endings[event.left._tag] ?? 0) + 1;
      },
      complete: () => {
        over += 1;
      },
    });
  }
  return { client, endings, over: () => over };
}

/** Closes, and lets one second pass; whether it was done by then. */
async function closed(client: { close(): Promise<void> }): Promise<boolean> {
  let done = false;
  const closing = client.close();
  void closing.then(() => (done = true));
  expect(client.close()).toBe(closing);
  machine.run(1_000);
  for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
  return done;
}

const isPost = ({ method }: HttpCall): boolean => method === 'POST';
const isLook = ({ method }: HttpCall): boolean => method === 'GET';

describe.each(NAMES)('close() of %s', (name) => {
  it.each(NAMES.indexOf(name) < MANY_AT ? [50, 1_000] : [50])(
    'ends %d running jobs, keeps their ids, and asks for nothing more',
    async (jobs) => {
      const vendor = new Endless(name);
      const store = memoryStore();
      const { client, endings, over } = buy(name, jobs, vendor.port(), store);
      machine.run(2_500);
      const { requests } = vendor;
      expect(await closed(client)).toBe(true);
      expect(endings).toEqual({ Closed: jobs });
      expect(over()).toBe(jobs);
      expect(storedRefs(store)).toHaveLength(jobs);
      machine.run(3_600_000);
      expect(vendor.requests).toBe(requests);
      expect(machine.timers).toBe(0);
    },
  );

  it('does not wait for looks that hang', async () => {
    const vendor = new Endless(name);
    const store = memoryStore();
    const { client, endings } = buy(name, 50, vendor.port(isLook), store);
    machine.run(5_000);
    // All at once, one by one or in one request.
    expect(vendor.open).toBe(name === 'creatify' || name === 'aurous' ? 1 : 50);
    expect(await closed(client)).toBe(true);
    expect(endings).toEqual({ Closed: 50 });
    expect(vendor.open).toBe(0);
    expect(machine.timers).toBe(0);
  });

  it('gives creates that hang a second, and then calls them unknown', async () => {
    const vendor = new Endless(name);
    const store = memoryStore();
    const { client, endings } = buy(name, 50, vendor.port(isPost), store);
    const left = vendor.open;
    expect(await closed(client)).toBe(true);
    expect(endings['SubmissionUnknown']).toBe(left);
    expect(left + (endings['Closed'] ?? 0)).toBe(50);
    expect(vendor.open).toBe(0);
    expect(machine.timers).toBe(0);
    const unclear = storedRecords(store).filter(
      (record) => record.type === 'intent' && record.state === 'unknown',
    );
    expect(unclear).toHaveLength(left);
  });

  it('does not wait longer for a store that hangs, and tells the ids', async () => {
    const kept = memoryStore();
    // Intents are taken; what is written of their outcome is never answered.
    const store: JobStore = { ...kept, put: () => NEVER };
    const { client, endings, over } = buy(name, 50, new Endless(name).port(), store);
    machine.run(5_000);
    expect(await closed(client)).toBe(true);
    expect(endings).toEqual({ Closed: 50 });
    expect(over()).toBe(50);
    expect(machine.timers).toBe(0);
  });

  it('does not wait longer for a store that never takes an intent: nothing was sent', async () => {
    const vendor = new Endless(name);
    const store: JobStore = { ...memoryStore(), putIfAbsent: () => NEVER, list: () => of([]) };
    const { client, endings } = buy(name, 50, vendor.port(), store);
    expect(await closed(client)).toBe(true);
    expect(endings).toEqual({ Closed: 50 });
    expect(vendor.requests).toBe(0);
    expect(machine.timers).toBe(0);
  });
});
