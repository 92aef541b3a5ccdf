import type { ClientOptions, DiagnosticEvent } from 'rushes';
import type { HttpCall } from '../../../src/contract/HttpPort.js';
import type { Jobs, Methods } from '../bench/desks.js';
import { chanceOf } from './chanceOf.js';
import { Life } from './Life.js';
import { Machine } from './Machine.js';
import { Shelf } from './Shelf.js';
import type { Shop } from './shops.js';
import { SHOPS } from './shops.js';
import { storeOf } from './storeOf.js';
import type { Story } from './Story.js';
import { VendorModel } from './VendorModel.js';
import type { Visit } from './Visit.js';
import { wireOf } from './wireOf.js';

/** How long a watch may take. */
const DEADLINE_MS = 600_000;

/** A stream of a client, which may be subscribed to again. */
export interface Stream {
  readonly life: Life;
  readonly what: string;
  readonly stream$: Jobs;
  /** The job, where it was asked for by its id. */
  readonly id?: string;
  /** Whether it looks by itself, beside the loop of the job. */
  readonly looksAlone?: boolean;
}

/** What may be put between a client and its world, to see whether anybody notices. */
export interface Tampering {
  readonly options?: (options: ClientOptions, world: World) => ClientOptions;
  readonly methods?: (methods: Methods) => Methods;
  readonly stream?: (stream$: Jobs) => Jobs;
}

/** Everything that a walk happens in, and what is seen of it. */
export class World {
  readonly story: Story;
  readonly shop: Shop;
  readonly machine = new Machine();
  readonly vendor: VendorModel;
  readonly shelf = new Shelf();
  readonly lives: Life[] = [];
  readonly visits: Visit[] = [];
  readonly streams: Stream[] = [];
  readonly signals: AbortSignal[] = [];
  readonly closings: { readonly life: Life; done: boolean }[] = [];
  readonly told: DiagnosticEvent[] = [];
  readonly notes: string[] = [];
  readonly wrongs: string[] = [];
  readonly #slots = new Map<number, Life>();
  readonly #tampering: Tampering;

  constructor(story: Story, tampering: Tampering = {}) {
    this.story = story;
    this.#tampering = tampering;
    this.shop = SHOPS[story.shop];
    this.vendor = new VendorModel(this.machine, this.shop, story);
  }

  /** Whether nothing goes wrong any more. */
  get calm(): boolean {
    return this.vendor.calm;
  }

  /** Whether anybody waits for something. */
  get busy(): boolean {
    return this.visits.some(({ open }) => open);
  }

  note(line: string): void {
    this.notes.push(`${this.machine.now} ${line}`);
  }

  wrong(line: string): void {
    this.note(`WRONG: ${line}`);
    this.wrongs.push(line);
  }

  /** The client in a slot; after a death another one, on the same shelf. */
  life(slot: number): Life {
    const known = this.#slots.get(slot);
    if (known?.alive === true) return known;
    const life = new Life(`client ${this.lives.length + 1}`);
    this.lives.push(life);
    this.#slots.set(slot, life);
    const options: ClientOptions = {
      http: wireOf(this, life),
      store: storeOf(this, life),
      random: chanceOf(this.story.chance + 7_919 * this.lives.length),
      deadlineMs: DEADLINE_MS,
      diagnostics: (event) => void (life.alive && this.told.push(event)),
    };
    const { options: tamper, methods: spoil } = this.#tampering;
    const opened = this.shop.open(tamper?.(options, this) ?? options);
    const methods = spoil?.(opened) ?? opened;
    life.begin(methods, () => {
      this.note(`${life.name} dies`);
      // What is left of it must not fill the machine: without wire, store and ears it does nothing.
      this.machine.elsewhere(0, () => void methods.client.close());
    });
    return life;
  }

  /** Closes a client, and writes down when that is done. */
  close(life: Life): void {
    this.note(`${life.name} is closed`);
    const closing = { life, done: false };
    this.closings.push(closing);
    void life.close().then(() => {
      closing.done = true;
    });
  }

  /** A stream of a client. */
  offer(stream: Stream): Stream {
    const stream$ = this.#tampering.stream?.(stream.stream$) ?? stream.stream$;
    const offered = { ...stream, stream$ };
    this.streams.push(offered);
    return offered;
  }

  /** What holds for every request, whoever sends it. */
  checkRequest(life: Life, call: HttpCall): void {
    const { origin, keys } = this.shop;
    const path = `${call.method} ${new URL(call.url).pathname}`;
    if (life.closed) this.wrong(`${life.name} asks for ${path} after it was closed`);
    if (new URL(call.url).origin !== origin) this.wrong(`a request goes to ${call.url}`);
    const shown = `${call.url} ${typeof call.body === 'string' ? call.body : ''}`;
    if (keys.some((key) => shown.includes(key))) this.wrong(`${path} shows a key`);
    const id = this.vendor.idIn(call.url);
    if (call.method !== 'GET' || id === undefined) return;
    const reasons = life.visits.filter((visit) => visit.mayLookAt(id));
    if (reasons.length === 0) this.wrong(`${life.name} looks at ${id}, and nobody watches`);
    const alone = reasons.filter(({ looksAlone }) => looksAlone).length;
    const loops = reasons.length > alone ? 1 : 0;
    if (life.looksAt(id) + 1 > alone + loops) this.wrong(`${life.name} has two looks at ${id}`);
  }
}
