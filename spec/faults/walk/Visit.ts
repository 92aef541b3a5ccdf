import { isLeft, isRight } from 'rushes';
import type { Either, JobError, JobRef } from 'rushes';
import type { Observable, Subscription } from 'rxjs';

/** What streams of a client tell of a job. */
export interface Told {
  readonly ref?: JobRef;
  readonly phase?: string;
}

type Event = Either<JobError, unknown>;

const wordOf = (event: Event): string => {
  if (isLeft(event)) return `!${event.left._tag}`;
  return (event.right as Told | undefined)?.phase ?? 'value';
};

/** What a subscription may have looks made for. */
export interface Reason {
  readonly id?: string | undefined;
  readonly looksAlone?: boolean | undefined;
  /** Whether it stays until the job has ended. */
  readonly follows?: boolean | undefined;
}

/** One subscription to a stream, and what it saw. */
export class Visit {
  readonly what: string;
  /** The job, where it was asked for by its id. */
  readonly id: string | undefined;
  /** Whether it makes looks of its own, beside the loop of the job. */
  readonly looksAlone: boolean;
  readonly follows: boolean;
  readonly events: Event[] = [];
  readonly words: string[] = [];
  readonly defects: unknown[] = [];
  #subscription: Subscription | undefined;
  #endings = 0;
  #late = false;
  #left = false;
  #buried = false;

  constructor(what: string, { follows = false, id, looksAlone = false }: Reason = {}) {
    this.what = what;
    this.id = id;
    this.looksAlone = looksAlone;
    this.follows = follows;
  }

  get endings(): number {
    return this.#endings;
  }

  /** Whether something came after its end, or after it had left. */
  get late(): boolean {
    return this.#late;
  }

  get left(): boolean {
    return this.#left;
  }

  /** Its client died. */
  get buried(): boolean {
    return this.#buried;
  }

  get open(): boolean {
    return this.#endings === 0 && !this.#left && !this.#buried;
  }

  get values(): readonly Told[] {
    return this.events.filter(isRight).map(({ right: value }) => (value ?? {}) as Told);
  }

  get errors(): readonly JobError[] {
    return this.events.filter(isLeft).map(({ left: error }) => error);
  }

  /** Whether it may be the reason of a look at the job. */
  mayLookAt(id: string): boolean {
    if (!this.open) return false;
    const known = this.id ?? this.values[0]?.ref?.id;
    return known === undefined || known === id;
  }

  /** Subscribes; `act` is what the subscriber does with each event. */
  begin(stream$: Observable<Event>, act: () => void, ended: () => void = () => undefined): void {
    const end = (word: string): void => {
      if (this.#buried) return;
      this.#late ||= this.#left;
      this.words.push(word);
      this.#endings += 1;
      ended();
    };
    const subscription = stream$.subscribe({
      next: (event) => {
        if (this.#buried) return;
        this.#late ||= !this.open;
        this.events.push(event);
        this.words.push(wordOf(event));
        act();
      },
      error: (error: unknown) => {
        this.defects.push(error);
        end('#');
      },
      complete: () => end('|'),
    });
    this.#subscription = subscription;
    if (this.#left || this.#buried) subscription.unsubscribe();
  }

  leave(): void {
    if (!this.open) return;
    this.#left = true;
    this.#subscription?.unsubscribe();
  }

  /** Its process died: it hears nothing more, and what holds it goes away. */
  bury(): void {
    this.#buried = true;
    this.#subscription?.unsubscribe();
  }
}
