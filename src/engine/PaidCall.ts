import { isLeft, left, right } from '#fp-ts/Either';
import { defer, map, mergeMap, Observable, of, Subject, Subscription, tap, throwError } from 'rxjs';

import type { HttpResponse } from '../contract/HttpPort.js';
import { isJobId } from '../contract/isJobId.js';
import type { SubmissionIntent } from '../contract/JobStore.js';
import { Closed } from '../errors/Closed.js';
import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import type { EpochMs } from '../model/EpochMs.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Claim } from './claimIntent.js';
import { claimIntent } from './claimIntent.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';
import { idempotencyKeyOf, intentOf } from './intentOf.js';
import { unwritten, writeOutcome } from './intentRecords.js';
import { forgottenKey, isRecognized } from './isRecognized.js';
import { ATTEMPTS, judgeSubmission } from './judgeSubmission.js';
import type { Outcome, Product, Purchase } from './Purchase.js';
import type { RetryVerdict } from './retrying.js';
import { retrying } from './retrying.js';
import { send } from './send.js';
import { asAttemptFailure, submissionError } from './submissionError.js';

/** How long a slow store may keep an answer from those who wait for it, in milliseconds. */
const WRITING_MS = 1_000;

/** So many ids are drawn until one is free: a store in which none is says the same of all. */
const MOST_DRAWN = 100;

type Listener<Made> = (outcome: Outcome<Made>) => void;

/** The error of a call that did not leave, where an earlier one under its key may have made the job. */
const asUnknown = (error: JobError): JobError =>
  restateError(error, { outcome: 'unknown', retryable: false, jobMayBeRunning: true });

/** What a call has to do with the other calls of its client. @since 0.1.0 */
export interface CallHooks {
  /** A request may be on its way, or no longer. */
  readonly running: (call: AnyCall, running: boolean) => void;
  /** Waits in line until one of the client's jobs has ended; what is given back leaves the line. */
  readonly whenJobEnds: (then: () => void) => () => void;
}

/** A paid call of whatever it makes. @since 0.1.0 */
export type AnyCall = Pick<
  PaidCall<unknown>,
  'close' | 'intent' | 'isSameAs' | 'keyed' | 'leave' | 'outcome'
>;

/**
 * One call of a paying method: sent at most once to effect, whoever subscribes, leaves or comes late.
 *
 * Until a byte may have left, the last one who leaves cancels it; from then on it belongs to the
 * engine and runs to its end. Its outcome, a `Left` too, is kept.
 *
 * @since 0.1.0
 */
export class PaidCall<Made> {
  readonly #environment: Environment;
  readonly #purchase: Purchase;
  readonly #product: Product<Made>;
  readonly #hooks: CallHooks;
  /** Stays the same however often the call is started. */
  #idempotencyKey: string | undefined;
  readonly #listeners = new Set<Listener<Made>>();
  #intent: SubmissionIntent;
  #outcome: Outcome<Made> | undefined;
  #run: Subscription | undefined;
  #running = false;
  /** When the bytes of the attempt that is under way may have left. */
  #sentAt: EpochMs | undefined;
  /** The same of the last attempt, for the record. */
  #lastSentAt: EpochMs | undefined;
  /** It is made, and the store is being told. */
  #made: Outcome<Made> | undefined;
  /** The intent's record is ours: what becomes of it is written there. */
  #claimed = false;
  /** An earlier attempt may have made a job. */
  #ambiguous = false;
  /** A job that an answer named before it broke off. */
  #named: string | undefined;
  /** The same, of an earlier call under the same key. */
  #earlier = false;
  #closed = false;
  /** Nobody waits for the answer any more. */
  #left = false;
  readonly #cutShort = new Subject<void>();

  constructor(
    environment: Environment,
    purchase: Purchase,
    product: Product<Made>,
    hooks: CallHooks,
  ) {
    this.#environment = environment;
    this.#purchase = purchase;
    this.#product = product;
    this.#hooks = hooks;
    this.#idempotencyKey = idempotencyKeyOf(environment, purchase);
    this.#intent = this.#newIntent();
  }

  /** What it is about to buy, or bought. */
  get intent(): SubmissionIntent {
    return this.#intent;
  }

  /** How it ended, once it has. */
  get outcome(): Outcome<Made> | undefined {
    return this.#outcome;
  }

  /** Whether a job may come of it although nobody knows yet. */
  get mayHaveLeft(): boolean {
    return this.#outcome === undefined && (this.#sentAt !== undefined || this.#ambiguous);
  }

  /** Whether it bears a key of the user's, which stands for one job. */
  get keyed(): boolean {
    return this.#purchase.idempotencyKey !== undefined;
  }

  /** Whether the other call buys the same under the same key. */
  isSameAs({ intent }: Pick<AnyCall, 'intent'>): boolean {
    const { intentId, inputHash } = this.#intent;
    return intentId === intent.intentId && inputHash === intent.inputHash;
  }

  /** How many listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /**
   * Starts the call if need be, and tells its outcome, at once if there is one.
   *
   * @returns stops listening
   */
  attach(listener: Listener<Made>): () => void {
    if (this.#outcome !== undefined) {
      listener(this.#outcome);
      return () => undefined;
    }
    this.#listeners.add(listener);
    if (!this.#running) this.#start();
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#abandon();
    };
  }

  /** Tells what was made without waiting for the store any longer, if it is made. */
  tell(): boolean {
    if (this.#made === undefined || this.#outcome !== undefined) return false;
    this.#cancel();
    this.#finish(this.#made);
    return true;
  }

  /** Ends a call that has not left with the given error; one that may have left is not touched. */
  giveUp(error: JobError): boolean {
    if (this.mayHaveLeft || this.#outcome !== undefined) return false;
    this.#cancel();
    this.#record('not-sent');
    this.#finish(left(this.#earlier ? asUnknown(error) : error));
    return true;
  }

  /** Sends nothing more: the client is closed. Only an attempt that is under way goes on. */
  close(error: JobError): void {
    this.#closed = true;
    if (!this.giveUp(error) && this.#sentAt === undefined) this.leave();
  }

  /** Stops waiting for the answer to what may have left: the client is closed. */
  leave(): void {
    if (this.tell()) return;
    this.#left = true;
    // What has come of an answer by now may name the job.
    this.#cutShort.next();
    if (this.#outcome !== undefined) return;
    this.#cancel();
    this.#fail(undefined);
  }

  #start(): void {
    const environment = this.#environment;
    this.#setRunning(true);
    this.#intent = this.#newIntent();
    const attempt = defer(() =>
      this.#outlived() ? throwError(() => this.#forgotten()) : send(environment, this.#exchange()),
    ).pipe(map((response) => this.#read(response)));
    const sending = retrying(environment.clock, attempt, {
      judge: (failure) => {
        const verdict = judgeSubmission(failure, this.#purchase);
        this.#sentAt = undefined;
        this.#ambiguous ||= verdict.ambiguous;
        this.#named = failure.fault.candidateId ?? this.#named;
        return this.#bounded(verdict);
      },
      onRetry: (afterMs, { _tag: reason }) => {
        const { operation, provider } = this.#intent;
        const { ref } = this.#purchase;
        environment.diagnose({ type: 'retry', afterMs, reason, provider, operation, ref });
      },
      hurry: ({ fault }, now) =>
        fault.slotsFull === true ? this.#hooks.whenJobEnds(now) : undefined,
    });
    // Kept before it begins: whoever is told of it may make an end of it at once.
    const run = new Subscription();
    this.#run = run;
    run.add(
      this.#claim()
        .pipe(
          mergeMap((claim) => {
            const { job } = this.#product;
            if (claim.type === 'made' && job !== undefined) return of(job.madeBefore(claim.ref));
            if (claim.type === 'send' && claim.open !== undefined) {
              this.#intent = claim.open;
              this.#earlier = true;
            }
            return sending;
          }),
          mergeMap((made: Made) => this.#written(made)),
        )
        .subscribe({
          next: (made: Made) => this.#finish(right(made)),
          error: (failure: unknown) => this.#fail(failure),
        }),
    );
  }

  #newIntent(): SubmissionIntent {
    const intent = intentOf(this.#environment, this.#purchase, this.#idempotencyKey);
    return this.#product.job === undefined ? { ...intent, makesNoJob: true } : intent;
  }

  /** Whether the vendor may have forgotten the key under which something may have been made. */
  #outlived(): boolean {
    const { idempotency } = this.#purchase;
    if (idempotency === undefined || !(this.#ambiguous || this.#earlier)) return false;
    return !isRecognized(idempotency, this.#intent.createdAt, this.#environment.clock.now());
  }

  #forgotten(): AttemptFailure {
    return new AttemptFailure(forgottenKey(this.#intent), false);
  }

  /** Who waits has a deadline; without anybody, or in a closed client, attempts have to end. */
  #bounded({ transient, attempts }: RetryVerdict): RetryVerdict {
    if (this.#closed) return { transient: false, attempts };
    return { transient, attempts: this.listeners > 0 ? attempts : Math.min(attempts, ATTEMPTS) };
  }

  /** Asks the store whether it may be sent; what costs nothing needs no record. */
  #claim(): Observable<Claim> {
    const { paid } = this.#purchase;
    this.#claimed = false;
    this.#earlier = false;
    const claim$ = paid ? this.#ownClaim(MOST_DRAWN) : of<Claim>({ type: 'send' });
    return claim$.pipe(
      tap(({ type }) => {
        this.#claimed = paid && type === 'send';
      }),
    );
  }

  /** Claims under ids that nobody has: where chance repeats itself, two calls are two jobs all the same. */
  #ownClaim(draws: number): Observable<Claim> {
    const environment = this.#environment;
    return claimIntent(environment, this.#intent, this.#purchase).pipe(
      mergeMap((claim) => {
        if (claim.type !== 'taken') return of(claim);
        if (draws <= 1) return throwError(() => unwritten(this.#intent));
        this.#idempotencyKey = idempotencyKeyOf(environment, this.#purchase);
        this.#intent = this.#newIntent();
        return this.#ownClaim(draws - 1);
      }),
    );
  }

  #exchange(): Exchange {
    const { request, body, operation, ref, bucket, paid, idempotency, errorOf, whenLimited } =
      this.#purchase;
    const key = this.#idempotencyKey;
    const headers =
      idempotency === undefined || key === undefined ? {} : { [idempotency.header]: key };
    const onSend = (): void => {
      this.#sentAt = this.#environment.clock.now();
      this.#lastSentAt = this.#sentAt;
    };
    return {
      request,
      body: body.content,
      operation,
      ref,
      bucket,
      paid,
      makesJob: paid && this.#product.job !== undefined,
      patienceMs: whenLimited === 'fail' ? 0 : undefined,
      priority: 'submit',
      errorOf,
      headers,
      cutShort: this.#cutShort,
      onSend,
    };
  }

  #read(response: HttpResponse): Made {
    const read = this.#product.read(response, this.#sentAt ?? this.#intent.createdAt);
    if (isLeft(read)) throw new AttemptFailure(read.left.error, true, read.left.fault, response);
    return read.right;
  }

  /** The last one left: what has not left yet never will; what may have left goes on alone. */
  #abandon(): void {
    if (this.mayHaveLeft) return;
    this.#cancel();
    this.#record('not-sent');
  }

  #cancel(): void {
    this.#run?.unsubscribe();
    this.#run = undefined;
    this.#setRunning(false);
  }

  #setRunning(running: boolean): void {
    this.#running = running;
    this.#hooks.running(this, running);
  }

  /** The answer to what may have left was not waited for to its end. */
  #unheard(thrown: unknown): AttemptFailure {
    const { operation, provider } = this.#intent;
    const error = new Closed(`${operation}: the client was closed`, { provider, operation });
    const known = { candidateId: this.#named };
    return new AttemptFailure(error, true, thrown instanceof AttemptFailure ? thrown.fault : known);
  }

  #fail(thrown: unknown): void {
    const failure = this.#left ? this.#unheard(thrown) : asAttemptFailure(thrown, this.#intent);
    if (failure !== thrown && failure.sent) this.#ambiguous ||= this.#purchase.paid;
    const ambiguous = this.#ambiguous || this.#earlier;
    const error = submissionError(failure, ambiguous, this.#purchase, this.#intent);
    const candidates = error._tag === 'SubmissionUnknown' ? error.candidates : [];
    const usable = candidates.filter(({ id }) => isJobId(id));
    this.#record(error.outcome ?? 'unknown', usable.length === 0 ? {} : { candidates: usable });
    this.#finish(left(error));
  }

  /** What was made, once the store has it, or is too slow to keep the id from who paid for it. */
  #written(made: Made): Observable<Made> {
    this.#made = right(made);
    if (!this.#claimed) return of(made);
    const ref = this.#product.job?.refOf(made);
    const record = this.#recordOf('created', ref === undefined ? {} : { ref });
    return new Observable<Made>((subscriber) => {
      const told = (): void => {
        subscriber.next(made);
        subscriber.complete();
      };
      subscriber.add(this.#environment.clock.schedule(WRITING_MS, told));
      // Goes on where nobody waits for it any more.
      writeOutcome(this.#environment, record).subscribe({ complete: told });
    });
  }

  #recordOf(made: SubmissionIntent['state'], facts: Partial<SubmissionIntent>): SubmissionIntent {
    const sentAt = this.#lastSentAt;
    // What this call did not send, an earlier one under its key may have.
    const state = this.#earlier && made !== 'created' ? 'unknown' : made;
    return { ...this.#intent, state, ...(sentAt === undefined ? {} : { sentAt }), ...facts };
  }

  /** Written without waiting: that nothing is known is what the record says already. */
  #record(state: SubmissionIntent['state'], facts: Partial<SubmissionIntent> = {}): void {
    if (!this.#claimed) return;
    writeOutcome(this.#environment, this.#recordOf(state, facts)).subscribe();
  }

  #finish(outcome: Outcome<Made>): void {
    this.#run = undefined;
    this.#outcome = outcome;
    this.#setRunning(false);
    if (!isLeft(outcome)) this.#product.job?.onMade(outcome.right);
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener(outcome);
  }
}
