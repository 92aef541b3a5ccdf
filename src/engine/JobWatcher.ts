import { left, right } from '#fp-ts/Either';
import type { Subscriber, Unsubscribable } from 'rxjs';
import type { JobEvent } from '../contract/JobStream.js';
import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import { changeStep } from '../timing/changeStep.js';
import type { Cadence } from '../timing/Cadence.js';
import type { CompletionCommand } from '../timing/completionStep.js';
import { completionStep } from '../timing/completionStep.js';
import { deadlineExceeded } from './deadlineExceeded.js';
import type { Following } from './following.js';
import type { JobLoop } from './JobLoop.js';
import { TimetableEntry } from './Timetable.js';
import type { AnySnapshot } from './toSnapshot.js';
import type { Watcher } from './Watcher.js';

const COMPLETION = {
  settled: completionStep('settled'),
  terminal: completionStep('terminal'),
} as const;

const BEGUN = { over: false };

/** Told of an event that ends a watch with news of the job, before the subscriber is. @since 0.1.0 */
export type EndListener = (event: JobEvent<unknown>) => void;

/**
 * One subscriber who follows a job's loop: its own end, its own deadline, its own idea of news. Drives
 * the steps of completion, change and deadline.
 *
 * One flat object, which is its own teardown: there may be a hundred thousand of them.
 *
 * @since 0.1.0
 */
export class JobWatcher extends TimetableEntry implements Watcher, Unsubscribable {
  readonly #subscriber: Subscriber<JobEvent<unknown>>;
  readonly #loop: JobLoop;
  readonly #following: Following;
  readonly #onEnd: EndListener | undefined;
  #completion = BEGUN;
  #shown: AnySnapshot | undefined;

  constructor(
    subscriber: Subscriber<JobEvent<unknown>>,
    loop: JobLoop,
    following: Following,
    onEnd?: EndListener,
  ) {
    super();
    this.#subscriber = subscriber;
    this.#loop = loop;
    this.#following = following;
    this.#onEnd = onEnd;
  }

  get cadence(): Cadence | undefined {
    return this.#following.cadence;
  }

  get liveProgress(): boolean {
    return this.#following.liveProgress;
  }

  receive(snapshot: AnySnapshot): void {
    const [state, commands] = COMPLETION[this.#following.until](this.#completion, snapshot);
    this.#completion = state;
    if (commands.includes('emit')) this.#show(snapshot, commands);
    if (commands.includes('complete')) this.#end();
  }

  fail(error: JobError): void {
    const { operation, paid } = this.#following;
    const jobMayBeRunning = error.jobMayBeRunning && this.#loop.mayBeRunning;
    const facts = { operation, jobMayBeRunning, ...(paid ? { retryable: false } : {}) };
    this.#end(restateError(error, facts));
  }

  crash(defect: unknown): void {
    this.unsubscribe();
    this.#subscriber.error(defect);
  }

  /** Its deadline has passed. */
  expire(): void {
    const { mayBeRunning: jobMayBeRunning, ref } = this.#loop;
    const { environment } = this.#loop.rounds;
    this.#end(deadlineExceeded(environment, this.#following, { ref, jobMayBeRunning }));
  }

  /** Leaves the loop. */
  unsubscribe(): void {
    this.#loop.deadlines.remove(this);
    this.#loop.leave(this);
  }

  #show(snapshot: AnySnapshot, commands: readonly CompletionCommand[]): void {
    const last = this.#shown;
    const [, news] = changeStep(last === undefined ? {} : { last }, snapshot);
    this.#shown = snapshot;
    if (news.length === 0 && this.#following.emit !== 'looks') return;
    const event = right(snapshot);
    if (commands.includes('complete')) this.#onEnd?.(event);
    this.#subscriber.next(event);
  }

  #end(error?: JobError): void {
    this.unsubscribe();
    if (error !== undefined) this.#subscriber.next(left(error));
    this.#subscriber.complete();
  }
}
