import type { ClientOptions, Either, JobError } from 'rushes';
import { isLeft } from 'rushes';
import { Observable } from 'rxjs';
import type { HttpPort, HttpResponse } from '../../../src/contract/HttpPort.js';
import type { Methods } from '../bench/desks.js';
import { Machine } from '../walk/Machine.js';
import { SHOPS } from '../walk/shops.js';

const shop = SHOPS.creatify;

/** What the vendor answers a look with, so many milliseconds later. */
export interface Answer {
  readonly afterMs: number;
  readonly response: HttpResponse;
}

const respond = (status: number, body: object, headers = {}): HttpResponse => ({
  status,
  headers,
  body: JSON.stringify(body),
});

/** A look that shows the job running, or done. */
export const shows = (word: 'running' | 'done', afterMs = 0): Answer => ({
  afterMs,
  response: respond(200, shop.body('job-1', shop.words[word])),
});

/** A look that is to be made again after so many seconds. */
export const asksToWait = (seconds: number): Answer => ({
  afterMs: 0,
  response: respond(429, shop.refusal('slow', 'slow down'), { 'retry-after': String(seconds) }),
});

/** One client on the platform's own timers and clocks, in virtual time. */
export class Timeline {
  readonly machine = new Machine();
  /** When looks were made, in milliseconds since the start. */
  readonly looks: number[] = [];
  /** Looks under way, at most. */
  mostAtOnce = 0;
  readonly #answer: (look: number) => Answer;
  readonly #uninstall = this.machine.install();
  #underWay = 0;

  /** @param answer - what the vendor says to the nth look, from 0 */
  constructor(answer: (look: number) => Answer) {
    this.#answer = answer;
  }

  /** Opens a client. */
  open(options: ClientOptions = {}): Methods {
    return shop.open({ http: this.#port, random: () => 0.5, ...options });
  }

  /** Writes down what a stream tells, and when. */
  see(source$: Observable<Either<JobError, unknown>>): readonly string[] {
    const lines: string[] = [];
    const note = (word: string): void => void lines.push(`${this.machine.now} ${word}`);
    source$.subscribe({
      next: (event) => {
        if (isLeft(event)) return note(`!${event.left._tag}`);
        note((event.right as { readonly phase: string }).phase);
      },
      complete: () => note('|'),
    });
    return lines;
  }

  /** Gives the platform back. */
  end(): void {
    this.#uninstall();
  }

  get #port(): HttpPort {
    const send = (): Observable<HttpResponse> =>
      new Observable((subscriber) => {
        const { afterMs, response } = this.#answer(this.looks.length);
        this.looks.push(this.machine.now);
        this.#underWay += 1;
        this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
        subscriber.add(() => (this.#underWay -= 1));
        const arrive = (): void => {
          subscriber.next(response);
          subscriber.complete();
        };
        if (afterMs === 0) arrive();
        else subscriber.add(this.machine.arrive(afterMs, arrive));
      });
    return { send };
  }
}
