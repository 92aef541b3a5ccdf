import { isLeft, left, right } from '#fp-ts/Either';
import { concat, defer, map, mergeMap, of } from 'rxjs';
import type { Subscription } from 'rxjs';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { SubmissionIntent } from '../contract/JobStore.js';
import { Closed } from '../errors/Closed.js';
import { isJobError } from '../errors/isJobError.js';
import type { JobError } from '../errors/JobError.js';
import type { JobErrorFacts } from '../errors/JobErrorBase.js';
import { NetworkFault } from '../errors/NetworkFault.js';
import { restateError } from '../errors/restateError.js';
import { SubmissionUnknown } from '../errors/SubmissionUnknown.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';
import { AttemptFailure } from './AttemptFailure.js';
import { send } from './send.js';
import { fingerprint } from './fingerprint.js';
import { judgeSubmission } from './judgeSubmission.js';
import { newId } from './newId.js';
import type { Outcome, Purchase, Purchased } from './Purchase.js';
import { readCreated } from './readCreated.js';
import { writeIntent, writeOutcome } from './records.js';
import { retrying } from './retrying.js';

type Listener = (outcome: Outcome) => void;

/** What the engine wants to know of its calls. */
export interface CallHooks {
  /** A request may be on its way, or no longer. */
  readonly running: (call: PaidCall, running: boolean) => void;
  /** A job was made; told before any listener. */
  readonly made: (purchase: Purchase, made: Purchased) => void;
}

/**
 * One call of a paying method: sent at most once to effect, whoever subscribes, leaves or comes late.
 *
 * Until a byte may have left, the last one who leaves cancels it; from then on it belongs to the
 * engine and runs to its end. Its outcome, a `Left` too, is kept.
 */
export class PaidCall {
  readonly #environment: Environment;
  readonly #purchase: Purchase;
  readonly #hooks: CallHooks;
  readonly #listeners = new Set<Listener>();
  readonly #intent: SubmissionIntent;
  #outcome: Outcome | undefined;
  #run: Subscription | undefined;
  #running = false;
  /** An attempt is under way whose bytes may have left. */
  #sent = false;
  /** An earlier attempt may have made a job. */
  #ambiguous = false;

  constructor(environment: Environment, purchase: Purchase, hooks: CallHooks) {
    this.#environment = environment;
    this.#purchase = purchase;
    this.#hooks = hooks;
    this.#intent = intentOf(environment, purchase);
  }

  /** The sort of job that is made or gone on with. */
  get kind(): AnyKind {
    return this.#purchase.kind;
  }

  /** How it ended, once it has. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  /** Whether a job may come of it although nobody knows yet. */
  get mayHaveLeft(): boolean {
    return this.#outcome === undefined && (this.#sent || this.#ambiguous);
  }

  /**
   * Starts the call if need be, and tells its outcome, at once if there is one.
   *
   * @returns stops listening
   */
  attach(listener: Listener): () => void {
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

  /** How many listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Ends a call that has not left with the given error; one that may have left is not touched. */
  giveUp(error: JobError): boolean {
    if (this.mayHaveLeft || this.#outcome !== undefined) return false;
    this.#record('not-sent');
    this.#cancel();
    this.#finish(left(error));
    return true;
  }

  /** Stops waiting for an answer, whatever may have left: the client is closed. */
  leave(): void {
    this.#ambiguous = true;
    this.#cancel();
    const { operation, ref } = this.#purchase;
    const { provider } = this.#environment.vendor;
    const error = new Closed(`${operation}: the client was closed`, { provider, operation, ref });
    this.#fail(new AttemptFailure(error, true));
  }

  #start(): void {
    const environment = this.#environment;
    const terms = this.#purchase;
    this.#setRunning(true);
    const attempt = defer(() => send(environment, this.#exchange())).pipe(
      map((response) => this.#read(response)),
    );
    const sending = retrying(environment.clock, attempt, {
      judge: (failure) => {
        const verdict = judgeSubmission(failure, terms);
        this.#sent = false;
        this.#ambiguous ||= verdict.ambiguous;
        return verdict;
      },
      onRetry: (afterMs, error) => this.#tellRetry(afterMs, error),
    });
    const intent = this.#purchase.paid ? writeIntent(environment, this.#intent) : of(undefined);
    const run = intent
      .pipe(
        mergeMap(() => sending),
        mergeMap((made) =>
          concat(
            writeOutcome(environment, { ...this.#intent, state: 'created', ref: made.ref }),
            of(made),
          ),
        ),
      )
      .subscribe({
        next: (made) => this.#finish(right(made)),
        error: (failure: unknown) => this.#fail(failure),
      });
    if (this.#running) this.#run = run;
  }

  #exchange(): Exchange {
    const { request, body, operation, ref, bucket, paid, kind, idempotency } = this.#purchase;
    const key = this.#intent.idempotencyKey;
    return {
      request,
      body,
      operation,
      ref,
      bucket,
      paid,
      priority: 'submit',
      errorOf: kind.errorOf,
      headers: idempotency === undefined || key === undefined ? {} : { [idempotency.header]: key },
      onSend: () => {
        this.#sent = true;
      },
    };
  }

  #read(response: HttpResponse): Purchased {
    const { kind, operation, ref } = this.#purchase;
    const read = readCreated(this.#environment, kind, response, {
      operation,
      ref,
      submittedAt: this.#intent.createdAt,
    });
    if (isLeft(read)) throw new AttemptFailure(read.left.error, true, read.left.fault, response);
    return read.right;
  }

  #tellRetry(afterMs: number, error: JobError): void {
    const { operation, ref } = this.#purchase;
    const { provider } = this.#environment.vendor;
    this.#environment.diagnose({
      type: 'retry',
      afterMs,
      reason: error._tag,
      provider,
      operation,
      ref,
    });
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

  #fail(failure: unknown): void {
    const { operation, ref } = this.#purchase;
    const { provider } = this.#environment.vendor;
    const known = failure instanceof AttemptFailure || isJobError(failure);
    this.#ambiguous ||= !known && this.#purchase.paid;
    const { error, sent, fault } = asFailure(failure, { provider, operation, ref });
    const outcome = sent ? 'rejected' : 'not-sent';
    if (!this.#ambiguous) {
      const retryable = this.#purchase.paid ? error.retryable && !sent : error.retryable;
      const limited = error._tag === 'RateLimited';
      const jobMayBeRunning = this.#purchase.ref !== undefined && error.jobMayBeRunning;
      const facts = { outcome, retryable: retryable || limited, jobMayBeRunning } as const;
      this.#record(outcome);
      return this.#finish(left(restateError(error, facts)));
    }
    this.#record('unknown');
    this.#finish(left(this.#unknown(error, fault.candidateId)));
  }

  #unknown(error: JobError, candidateId: string | undefined): JobError {
    const { kind, operation, ref } = this.#purchase;
    const { vendor } = this.#environment;
    if (error._tag === 'UnexpectedRedirect') {
      return restateError(error, { outcome: 'unknown', retryable: false, jobMayBeRunning: true });
    }
    const { provider } = vendor;
    const candidates: readonly JobRef[] =
      candidateId === undefined ? [] : [{ v: 1, provider, kind: kind.kind, id: candidateId }];
    const { httpStatus, vendorCode, requestId, attempts } = error;
    return new SubmissionUnknown(
      `${operation}: it was sent, but its answer got lost; it is not sent again (${error.message})`,
      { intentId: this.#intent.intentId, candidates },
      { provider, operation, ref, httpStatus, vendorCode, requestId, attempts, cause: error },
    );
  }

  #record(state: SubmissionIntent['state']): void {
    if (!this.#purchase.paid) return;
    writeOutcome(this.#environment, { ...this.#intent, state }).subscribe();
  }

  #finish(outcome: Outcome): void {
    this.#run = undefined;
    this.#outcome = outcome;
    this.#setRunning(false);
    if (!isLeft(outcome)) this.#hooks.made(this.#purchase, outcome.right);
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener(outcome);
  }
}

function intentOf(environment: Environment, purchase: Purchase): SubmissionIntent {
  const { account, clock, vendor } = environment;
  const { operation, kind, body, request, idempotency, idempotencyKey } = purchase;
  const key = idempotencyKey ?? (idempotency === undefined ? undefined : newId(environment));
  return {
    v: 1,
    type: 'intent',
    intentId: newId(environment),
    provider: vendor.provider,
    kind: kind.kind,
    operation,
    ...(account === undefined ? {} : { account }),
    ...(key === undefined ? {} : { idempotencyKey: key }),
    inputHash: fingerprint(`${request.method} ${request.path} ${body ?? ''}`),
    createdAt: clock.now(),
    state: 'pending',
  };
}

/**
 * Whatever the chain may throw, as a failure. What is none of ours is a defect, such as in a user's
 * port; since nobody knows what left by then, it is taken as the worst.
 */
function asFailure(failure: unknown, who: JobErrorFacts): AttemptFailure {
  if (failure instanceof AttemptFailure) return failure;
  if (isJobError(failure)) return new AttemptFailure(failure, false);
  const text = failure instanceof Error ? failure.message : 'for no stated reason';
  return new AttemptFailure(
    new NetworkFault(`${who.operation}: failed: ${text}`, 'other', who),
    true,
  );
}
