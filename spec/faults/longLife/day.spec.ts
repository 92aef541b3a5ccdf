import { isLeft } from 'rushes';
import type { JobStore, StoreRecord } from 'rushes';
import { of } from 'rxjs';
import type { Methods } from '../bench/desks.js';
import { runsOf } from '../effort.js';
import { chanceOf } from '../walk/chanceOf.js';
import { Machine } from '../walk/Machine.js';
import { SHOPS } from '../walk/shops.js';
import type { ShopName } from '../walk/Story.js';
import { heapBytes } from './flatHeap.js';
import type { LongVendorOptions } from './LongVendor.js';
import { LongVendor } from './LongVendor.js';

// A day of virtual time with the platform's own timers, on which things break all the time.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A day takes some seconds, and longer where others work on the machine; whoever soaks, waits. */
const PATIENCE_MS = 86_400_000;

/** A store that forgets jobs that ended and intents that are settled, so that what grows is the client. */
function shortMemory(): { readonly store: JobStore; readonly records: Map<string, StoreRecord> } {
  const records = new Map<string, StoreRecord>();
  const isOver = (record: StoreRecord): boolean => {
    if (record.type === 'durations') return true;
    return record.type === 'job'
      ? ['succeeded', 'failed', 'canceled', 'gone'].includes(record.phase)
      : record.state !== 'pending' && record.state !== 'unknown';
  };
  const write = (key: string, record: StoreRecord): void => {
    if (isOver(record)) records.delete(key);
    else records.set(key, record);
  };
  const store: JobStore = {
    get: (key) => of(records.get(key)),
    put: (key, record) => of(write(key, record)),
    putIfAbsent: (key, record) => {
      const before = records.get(key);
      if (before === undefined) write(key, record);
      return of(before);
    },
    remove: (key) => of(void records.delete(key)),
    list: () => of([...records.values()]),
  };
  return { store, records };
}

/** What could grow. */
interface Counts {
  readonly timers: number;
  readonly requests: number;
  readonly listeners: number;
  /** Jobs and intents that are not settled. */
  readonly records: number;
}

/** A day in which clients of some vendors buy jobs all the time, on one store. */
class Day {
  readonly machine = new Machine();
  readonly vendors: readonly LongVendor[];
  readonly endings: Record<string, number> = {};
  readonly #records = shortMemory();
  readonly #jobs: number;
  readonly #clients: readonly Methods[];
  #bought = 0;
  #watching = 0;

  constructor(names: readonly ShopName[], jobs: number, longestMs: number) {
    const chance = chanceOf(jobs);
    const jobMs = (): number => 2_000 + chance() * longestMs;
    const how: LongVendorOptions = { jobMs, latencyMs: 40, faults: 0.08, chance };
    this.#jobs = jobs;
    this.vendors = names.map((name) => new LongVendor(this.machine, SHOPS[name], how));
    this.#clients = names.map((name, index) =>
      SHOPS[name].open({
        http: (this.vendors[index] as LongVendor).port,
        store: this.#records.store,
        random: chanceOf(index),
        deadlineMs: 2 * HOUR_MS,
      }),
    );
  }

  get counts(): Counts {
    return {
      timers: this.machine.timers,
      requests: this.vendors.reduce((sum, { open }) => sum + open, 0),
      listeners: this.#watching,
      records: this.#records.records.size,
    };
  }

  /** Buys on until that hour, and then nothing until all that was bought has ended. */
  until(hour: number): void {
    const uninstall = this.machine.install();
    const gapMs = DAY_MS / this.#jobs;
    while (this.machine.now < hour * HOUR_MS && this.#bought < this.#jobs) {
      this.#buy();
      this.machine.run(gapMs);
    }
    this.machine.run(3 * HOUR_MS, () => this.#watching === 0);
    // Creates that nobody waits for run to their own end.
    this.machine.run(10 * 60_000);
    uninstall();
  }

  close(): void {
    const uninstall = this.machine.install();
    for (const { client } of this.#clients) void client.close();
    this.machine.run(1_000);
    uninstall();
  }

  #buy(): void {
    const client = this.#clients[this.#bought % this.#clients.length] as Methods;
    let last = '';
    this.#bought += 1;
    this.#watching += 1;
    client.run(`order-${this.#bought}`).subscribe({
      next: (event) => {
        last = isLeft(event) ? event.left._tag : event.right.phase;
      },
      complete: () => {
        this.#watching -= 1;
        this.endings[last] = (this.endings[last] ?? 0) + 1;
      },
    });
  }
}

const NOTHING = { timers: 0, requests: 0, listeners: 0 };

it(
  'in a day of 1,000 jobs, with something broken all the time, nobody pays twice and nothing is left',
  () => {
    const day = new Day(['creatify', 'sync', 'magicHour', 'aurous', 'own'], 1_000, 60_000);
    const { endings, machine, vendors } = day;
    for (const hour of [2, 12, 23]) {
      day.until(hour);
      expect(day.counts).toMatchObject(NOTHING);
    }
    expect(vendors.flatMap(({ paidTwice }) => paidTwice)).toEqual([]);
    expect(vendors.flatMap(({ lookedTwice }) => lookedTwice)).toEqual([]);
    const { succeeded = 0, ...others } = endings;
    const unfollowed = Object.values(others).reduce((sum, count) => sum + count, 0);
    // Many a create is lost, but a job that was made and told of is followed to its end.
    expect(Object.keys(others)).toEqual(['SubmissionUnknown']);
    expect(succeeded).toBeGreaterThan(800);
    expect(succeeded + unfollowed).toBeGreaterThan(850);
    expect(vendors.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(5_000);
    expect(day.counts.records).toBe(unfollowed);
    day.close();
    expect(day.counts).toMatchObject(NOTHING);
    expect(machine.overflows).toEqual([]);
  },
  PATIENCE_MS,
);

it(
  'memory does not grow once the last thousand jobs are remembered',
  async () => {
    const jobs = runsOf({ quick: 2_400, whole: 12_000, soak: 100_000 });
    const day = new Day(['creatify'], jobs, 1_000);
    day.until(12);
    const before = await heapBytes();
    day.until(24);
    const bytesPerJob = ((await heapBytes()) - before) / (jobs / 2);
    day.close();
    // An intent of a lost job stays for ever, and should. A snapshot that stays has a kilobyte and more.
    expect(bytesPerJob).toBeLessThan(600);
  },
  PATIENCE_MS,
);
