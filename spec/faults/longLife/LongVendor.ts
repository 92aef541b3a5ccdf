import { Observable } from 'rxjs';
import { HttpFault } from '../../../src/contract/HttpFault.js';
import type { HttpCall, HttpPort, HttpResponse } from '../../../src/contract/HttpPort.js';
import { orderIn } from '../bench/Truth.js';
import type { Machine } from '../walk/Machine.js';
import { SIGNED } from '../walk/oddBodies.js';
import type { Shop } from '../walk/shops.js';
import { LOOK_PATHS } from '../walk/shops.js';

/** How long jobs take, how long answers take, and how often something breaks. */
export interface LongVendorOptions {
  readonly jobMs: () => number;
  readonly latencyMs: number;
  /** In `[0, 1]`. */
  readonly faults: number;
  readonly chance: () => number;
}

interface Job {
  readonly id: string;
  readonly endsAt: number;
}

/** What a request ends with. */
type Ending = HttpResponse | HttpFault | 'silence';

const MOST_TRAVELS = 3;

/** A vendor for months: it counts what it made, and forgets what nobody will ask for again. */
export class LongVendor {
  /** Jobs that were made, of which nobody was told the end. */
  readonly jobs = new Map<string, Job>();
  /** Every order of which more than one job was made. */
  readonly paidTwice: string[] = [];
  /** Jobs that were looked at twice at once. */
  readonly lookedTwice: string[] = [];
  made = 0;
  requests = 0;
  /** Requests under way. */
  open = 0;
  readonly #machine: Machine;
  readonly #shop: Shop;
  readonly #options: LongVendorOptions;
  readonly #orders = new Map<string, string>();
  readonly #looking = new Set<string>();

  constructor(machine: Machine, shop: Shop, options: LongVendorOptions) {
    this.#machine = machine;
    this.#shop = shop;
    this.#options = options;
  }

  get port(): HttpPort {
    return { announcesSend: true, send: (call) => this.#send(call) };
  }

  #send(call: HttpCall): Observable<HttpResponse> {
    return new Observable((subscriber) => {
      this.requests += 1;
      this.open += 1;
      const id = call.method === 'GET' ? this.#idIn(call) : undefined;
      if (id !== undefined) {
        if (this.#looking.has(id)) this.lookedTwice.push(id);
        this.#looking.add(id);
      }
      subscriber.add(() => {
        this.open -= 1;
        if (id !== undefined) this.#looking.delete(id);
      });
      call.onSend?.();
      const ending = this.#endingOf(call, id);
      if (ending === 'silence') return;
      const { latencyMs, chance } = this.#options;
      const travelMs = latencyMs * (1 + Math.floor(chance() * MOST_TRAVELS));
      const arrive = (): void => {
        if (ending instanceof HttpFault) return subscriber.error(ending);
        subscriber.next(ending);
        subscriber.complete();
      };
      subscriber.add(this.#machine.arrive(travelMs, arrive));
    });
  }

  #idIn({ url }: HttpCall): string | undefined {
    return LOOK_PATHS[this.#shop.name].exec(new URL(url).pathname)?.[1];
  }

  #endingOf(call: HttpCall, id: string | undefined): Ending {
    const { faults, chance } = this.#options;
    const broken = chance() < faults;
    const spoiled = broken ? this.#broken(chance()) : undefined;
    if (call.method === 'POST') {
      const commits = spoiled === undefined || chance() < 0.5;
      const refused = !(spoiled instanceof HttpFault) && spoiled !== 'silence' && isNo(spoiled);
      if (!commits || refused) return spoiled ?? 'silence';
      const made = this.#make(call);
      return spoiled ?? this.#json(201, this.#shop.body(made, this.#shop.words.running));
    }
    if (spoiled !== undefined) return spoiled;
    const job = id === undefined ? undefined : this.jobs.get(id);
    if (job === undefined) return this.#json(404, this.#shop.refusal('not_found', SIGNED));
    const isDone = this.#machine.now >= job.endsAt;
    if (isDone) this.jobs.delete(job.id);
    return this.#json(200, this.#shop.body(job.id, this.#shop.words[isDone ? 'done' : 'running']));
  }

  #make(call: HttpCall): string {
    const order = orderIn(call.body as string);
    const known = this.#orders.get(order);
    if (known !== undefined && this.#shop.knowsKeys) return known;
    if (known !== undefined) this.paidTwice.push(order);
    this.made += 1;
    const id = `job-${this.made}`;
    this.#orders.set(order, id);
    this.jobs.set(id, { id, endsAt: this.#machine.now + this.#options.jobMs() });
    return id;
  }

  #broken(chance: number): Ending {
    const { refusal } = this.#shop;
    const endings: readonly (() => Ending)[] = [
      () => new HttpFault({ reason: 'reset', sent: true, message: 'reset' }),
      () => new HttpFault({ reason: 'refused', sent: true, message: 'gone' }),
      () => 'silence',
      () => this.#json(500, refusal('down', SIGNED)),
      () => this.#json(503, refusal('busy', 'busy'), { 'retry-after': '20' }),
      () => this.#json(429, refusal('slow', 'slow down'), { 'retry-after': '7' }),
      () => ({ status: 200, headers: {}, body: '<html>maintenance</html>' }),
      () => ({ status: 200, headers: {}, body: '{"id":"jo' }),
    ];
    return endings[Math.floor(chance * endings.length)]?.() ?? 'silence';
  }

  #json(status: number, body: object, headers: Readonly<Record<string, string>> = {}) {
    return { status, headers, body: JSON.stringify(body) };
  }
}

/** Whether an answer says that nothing was done. */
const isNo = (answer: HttpResponse | undefined): boolean => answer?.status === 429;
