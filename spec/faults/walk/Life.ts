import type { HttpCall } from '../../../src/contract/HttpPort.js';
import type { Methods } from '../bench/desks.js';
import type { Visit } from './Visit.js';

/** One client from its making to its end; when it dies, nothing of it reaches the world any more. */
export class Life {
  readonly name: string;
  readonly visits: Visit[] = [];
  /** Looks that are under way, by their ids. */
  readonly #looks = new Map<string, number>();
  #requests = 0;
  #methods: Methods | undefined;
  #alive = true;
  #closed = false;
  #writesLost = false;
  #onDeath: () => void = () => undefined;

  constructor(name: string) {
    this.name = name;
  }

  get alive(): boolean {
    return this.#alive;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether what it was writing when it died got lost. */
  get writesLost(): boolean {
    return this.#writesLost;
  }

  /** How many requests are under way. */
  get requests(): number {
    return this.#requests;
  }

  get methods(): Methods {
    if (this.#methods === undefined) throw new Error('a client is made before it is used');
    return this.#methods;
  }

  /** Begins, with a client and with what happens when it dies. */
  begin(methods: Methods, onDeath: () => void): void {
    this.#methods = methods;
    this.#onDeath = onDeath;
  }

  /** Looks under way at one job. */
  looksAt(id: string): number {
    return this.#looks.get(id) ?? 0;
  }

  /** Counts a request until what is given back is called. */
  underWay({ method }: HttpCall, id: string | undefined): () => void {
    const isLook = method === 'GET' && id !== undefined;
    this.#requests += 1;
    if (isLook) this.#looks.set(id, this.looksAt(id) + 1);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#requests -= 1;
      if (isLook) this.#looks.set(id, this.looksAt(id) - 1);
    };
  }

  close(): Promise<void> {
    this.#closed = true;
    return this.methods.client.close();
  }

  /** The process dies: from this moment on nothing that it does has any effect. */
  die(writes: 'kept' | 'lost'): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#writesLost = writes === 'lost';
    for (const visit of this.visits) visit.bury();
    this.#onDeath();
  }
}
