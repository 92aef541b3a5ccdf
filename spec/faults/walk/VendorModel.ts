import type { HttpCall, HttpResponse } from '../../../src/contract/HttpPort.js';
import { orderIn } from '../bench/Truth.js';
import { inputHashOf } from './inputHashOf.js';
import type { Machine } from './Machine.js';
import { beginning, oddBody, oddId } from './oddBodies.js';
import type { Shop } from './shops.js';
import { LOOK_PATHS } from './shops.js';
import type { Story, Trouble } from './Story.js';
import type { Visit } from './Visit.js';

/** A job that was made, and will be paid for. */
export interface Made {
  readonly id: unknown;
  readonly order: string;
  /** By this an intent of it is known. */
  readonly inputHash: string;
  readonly createdAt: number;
  readonly endsAt: number;
  /** Who waited for it when its id arrived. */
  readonly waiting: Visit[];
}

/** What a request is for. */
export type Sort = 'creates' | 'looks' | 'others';

const textOf = ({ body }: HttpCall): string => (typeof body === 'string' ? body : '');

const keyOf = ({ headers }: HttpCall): string | undefined =>
  Object.entries(headers).find(([name]) => /^(?:idempotency-key|x-once)$/i.test(name))?.[1];

/** The vendor's side: it owns the truth about what was made, and never forgets it. */
export class VendorModel {
  /** From now on all is well. */
  calm = false;
  readonly #machine: Machine;
  readonly #shop: Shop;
  readonly #story: Story;
  readonly #made: Made[] = [];
  readonly #byKey = new Map<string, Made>();
  readonly #counts: Record<Sort, number> = { creates: 0, looks: 0, others: 0 };
  #underWay = 0;

  constructor(machine: Machine, shop: Shop, story: Story) {
    this.#machine = machine;
    this.#shop = shop;
    this.#story = story;
  }

  get made(): readonly Made[] {
    return this.#made;
  }

  /** Creates that left and have not come in. */
  get underWay(): number {
    return this.#underWay;
  }

  sortOf({ method, url }: HttpCall): Sort {
    if (method === 'POST') return 'creates';
    return this.idIn(url) === undefined ? 'others' : 'looks';
  }

  /** The id that a look asks for. */
  idIn(url: string): string | undefined {
    return LOOK_PATHS[this.#shop.name].exec(new URL(url).pathname)?.[1];
  }

  /** What happens to the request that is sent now. */
  troubleOf(call: HttpCall): Trouble | undefined {
    if (this.calm) return undefined;
    const sort = this.sortOf(call);
    this.#counts[sort] += 1;
    return this.#story[sort][this.#counts[sort] - 1];
  }

  /** A request left: it comes in so much later, whatever becomes of who sent it. */
  receive(call: HttpCall, trouble: Trouble | undefined, afterMs: number, then: Answering): void {
    const isCreate = this.sortOf(call) === 'creates';
    if (isCreate) this.#underWay += 1;
    const comeIn = (): void => {
      if (isCreate) this.#underWay -= 1;
      const commits = trouble === undefined || !('commit' in trouble) || trouble.commit;
      const made = isCreate && commits ? this.#make(call, trouble) : undefined;
      then(this.#answer(call, made, trouble), made);
    };
    if (afterMs === 0) comeIn();
    else this.#machine.elsewhere(afterMs, comeIn);
  }

  /** A good answer, as far as it came before the connection broke. */
  partOf({ body }: HttpResponse, part: number): string {
    return beginning(JSON.parse(body) as object, part);
  }

  #make(call: HttpCall, trouble: Trouble | undefined): Made | undefined {
    const body = textOf(call);
    const key = this.#shop.knowsKeys ? keyOf(call) : undefined;
    const order = orderIn(body);
    const known = key === undefined ? undefined : this.#byKey.get(key);
    if (known !== undefined) return known.order === order ? known : undefined;
    const number = this.#made.length + 1;
    const made: Made = {
      id: trouble?.do === 'id' ? oddId(trouble.id, number) : `job-${number}-${this.#shop.name}`,
      order,
      inputHash: inputHashOf(call),
      createdAt: this.#machine.trueWall,
      endsAt: this.#machine.now + this.#story.jobMs,
      waiting: [],
    };
    this.#made.push(made);
    if (key !== undefined) this.#byKey.set(key, made);
    return made;
  }

  #wordOf({ endsAt }: Made): string {
    const { words } = this.#shop;
    return this.#machine.now >= endsAt ? words[this.#story.ends] : words.running;
  }

  #answer(call: HttpCall, made: Made | undefined, trouble: Trouble | undefined): HttpResponse {
    const { body, words } = this.#shop;
    const id = this.idIn(call.url);
    const job = made ?? this.#made.find((one) => String(one.id) === id);
    const shownId = trouble?.do === 'id' ? (made?.id ?? oddId(trouble.id, 0)) : (job?.id ?? id);
    const usual = made !== undefined || job === undefined ? words.running : this.#wordOf(job);
    const good = body(shownId, trouble?.do === 'word' ? trouble.word : usual);
    switch (trouble?.do) {
      case 'status': {
        const { body: name, retryAfter, status } = trouble;
        const text = oddBody(name, good, this.#shop);
        return this.#response(status, text, retryAfter);
      }
      case 'body':
        return this.#response(trouble.status, oddBody(trouble.body, good, this.#shop));
      default:
        return this.#wellAnswer(call, job, good);
    }
  }

  #wellAnswer(call: HttpCall, job: Made | undefined, good: object): HttpResponse {
    const { list, refusal } = this.#shop;
    const sort = this.sortOf(call);
    if (sort !== 'others' && job !== undefined) {
      return this.#response(sort === 'creates' ? 201 : 200, JSON.stringify(good));
    }
    if (sort === 'creates') {
      // Another input under a key that is known.
      return this.#response(422, JSON.stringify(refusal('key_reused', 'another input')));
    }
    if (sort === 'others' && new URL(call.url).pathname === list?.path) {
      const items = this.#made.map((made) => ({ ...made, word: this.#wordOf(made) }));
      return this.#response(200, JSON.stringify(list.body(items)));
    }
    return this.#response(404, JSON.stringify(refusal('not_found', 'no such thing')));
  }

  #response(status: number, body: string, retryAfter?: string): HttpResponse {
    const date = 'Sun, 22 Nov 2026 00:00:00 GMT';
    const headers = {
      'content-type': 'application/json',
      date,
      location: 'https://elsewhere.example/',
      'x-request-id': `request-${this.#machine.now}`,
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    };
    return { status, headers, body };
  }
}

/** Told of what the vendor answers, and of the job that came of a create. */
export type Answering = (response: HttpResponse, made: Made | undefined) => void;
