import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, isRight, left, right } from '#fp-ts/Either';
import { Observable } from 'rxjs';
import type { Subscription } from 'rxjs';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { JobVerb } from '../contract/JobKind.js';
import type { RunOptions } from '../contract/JobOptions.js';
import type { JobEvent, JobStream } from '../contract/JobStream.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import { isSettled } from '../model/JobSnapshot.js';
import { deadlineTimer } from './deadlineTimer.js';
import type { Engine } from './Engine.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import type { Following } from './follow.js';
import { deadlineExceeded, follow } from './follow.js';
import { following } from './following.js';
import { jobRefOf } from './jobRefOf.js';
import { runOptionIssues } from './optionIssues.js';
import { PaidCall } from './PaidCall.js';
import type { Outcome, Purchase } from './Purchase.js';
import { issuesOf, refuse } from './refuse.js';

type Written = Pick<Purchase, 'request' | 'body'>;

/** The request and its body as they are at the call; what the user changes later does not matter. */
function write(
  make: () => HttpRequest,
  extraBody: RunOptions['extraBody'],
): Either<readonly InputIssue[], Written> {
  try {
    const request = make();
    const json =
      extraBody === undefined ? request.json : { ...(request.json as object), ...extraBody };
    return right({ request, body: json === undefined ? undefined : JSON.stringify(json) });
  } catch {
    return left([{ path: '', message: 'cannot be written as JSON: give plain values' }]);
  }
}

/** The outcome of a paid call as a stream, up to the moment when there is a job to follow. */
function runStream(
  engine: Engine,
  call: PaidCall,
  how: Following,
  ref?: JobRef,
): JobStream<unknown> {
  const { environment, loops } = engine;
  let ended: JobEvent<unknown> | undefined;
  return new Observable<JobEvent<unknown>>((subscriber) => {
    if (ended !== undefined) {
      subscriber.next(ended);
      subscriber.complete();
      return undefined;
    }
    const finish = (event: JobEvent<unknown>): void => {
      subscriber.next(event);
      subscriber.complete();
    };
    if (engine.closed && call.outcome === undefined && !call.mayHaveLeft) {
      finish(left(engine.closedError(how.operation, { outcome: 'not-sent' })));
      return undefined;
    }
    const endsAt = environment.clock.now() + how.deadlineMs;
    let inner: Subscription | undefined;
    const cancelDeadline = deadlineTimer(environment.clock, how.deadlineMs, () => {
      const { mayHaveLeft } = call;
      const outcome = mayHaveLeft ? 'unknown' : 'not-sent';
      const facts = {
        ref,
        outcome,
        jobMayBeRunning: mayHaveLeft,
        retryable: !mayHaveLeft,
      } as const;
      const error = deadlineExceeded(environment, how, facts);
      if (call.listeners > 1 || !call.giveUp(error)) finish(left(error));
    });
    const detach = call.attach((outcome: Outcome) => {
      cancelDeadline();
      if (isLeft(outcome)) return finish(outcome);
      const { kind } = call;
      const { ref: made, snapshot } = outcome.right;
      const loopOf = (): ReturnType<typeof loops.obtain> => {
        const loop = loops.obtain(kind, made);
        if (loop.last === undefined) loop.adopt(snapshot);
        return loop;
      };
      let last: JobEvent<unknown> | undefined;
      inner = follow(engine, loopOf, how, {
        restMs: endsAt - environment.clock.now(),
        replay: true,
      }).subscribe({
        next: (event) => {
          last = event;
          if (isRight(event) && isSettled(event.right) && how.until === 'settled') ended = event;
          subscriber.next(event);
        },
        complete: () => {
          if (last !== undefined && isRight(last)) ended = last;
          subscriber.complete();
        },
        error: (error: unknown) => subscriber.error(error),
      });
    });
    return () => {
      cancelDeadline();
      detach();
      inner?.unsubscribe();
    };
  });
}

interface Order {
  readonly family: Family;
  readonly operation: string;
  readonly issues: readonly InputIssue[];
  readonly options: RunOptions | undefined;
  readonly make: () => HttpRequest;
  readonly terms: Pick<Purchase, 'bucket' | 'idempotency' | 'paid' | 'ref'>;
}

function callFor(engine: Engine, order: Order): Either<readonly InputIssue[], PaidCall> {
  const { family, operation, options, terms } = order;
  const issues = [...order.issues, ...runOptionIssues(options)];
  if (issues.length > 0) return left(issues);
  const written = write(order.make, options?.extraBody);
  if (isLeft(written)) return written;
  const { idempotencyKey, whenLimited = 'wait' } = options ?? {};
  const purchase: Purchase = {
    kind: family.kind,
    operation,
    ...written.right,
    ...terms,
    idempotencyKey,
    whenLimited,
  };
  return right(new PaidCall(engine.environment, purchase, engine.hooks));
}

function createCall(
  engine: Engine,
  family: Family,
  method: 'run' | 'submit',
  input: unknown,
  options: RunOptions | undefined,
): Either<readonly InputIssue[], PaidCall> {
  const { buckets, check, idempotency, submit } = family.kind;
  return callFor(engine, {
    family,
    operation: operationOf(family, method),
    issues: issuesOf(check, input),
    options,
    make: () => submit?.(input) as HttpRequest,
    terms: { bucket: buckets.submit, idempotency, paid: true, ref: undefined },
  });
}

/** Makes a job and follows it: one stream of one paid call. */
export function run(
  engine: Engine,
  family: Family,
  input: unknown,
  options?: RunOptions & { readonly progress?: boolean },
): JobStream<unknown> {
  const operation = operationOf(family, 'run');
  const call = createCall(engine, family, 'run', input, options);
  if (isLeft(call)) return refuse(engine.environment, operation, call.left, 'not-sent');
  return runStream(engine, call.right, following(engine.environment, operation, options, true));
}

/** Makes a job and gives its reference: one paid call. */
export function submit(
  engine: Engine,
  family: Family,
  input: unknown,
  options?: RunOptions,
): Observable<Either<JobError, JobRef>> {
  const operation = operationOf(family, 'submit');
  const call = createCall(engine, family, 'submit', input, options);
  if (isLeft(call)) return refuse(engine.environment, operation, call.left, 'not-sent');
  return new Observable<Either<JobError, JobRef>>((subscriber) => {
    if (engine.closed && call.right.outcome === undefined) {
      subscriber.next(left(engine.closedError(operation, { outcome: 'not-sent' })));
      subscriber.complete();
      return undefined;
    }
    return call.right.attach((outcome) => {
      subscriber.next(isLeft(outcome) ? outcome : right(outcome.right.ref));
      subscriber.complete();
    });
  });
}

/** One of a vendor's own verbs on a job that exists, which is followed from there. */
export function perform<Input>(
  engine: Engine,
  family: Family,
  verb: JobVerb<Input>,
  given: unknown,
  input: Input,
  options?: RunOptions,
): JobStream<unknown> {
  const { environment } = engine;
  const operation = operationOf(family, verb.name);
  const ref = jobRefOf(environment, family.kind.kind, given);
  if (isLeft(ref)) return refuse(environment, operation, ref.left, 'not-sent');
  const { bucket, idempotency, paid } = verb;
  const call = callFor(engine, {
    family,
    operation,
    issues: issuesOf(verb.check, input),
    options,
    make: () => verb.request(ref.right.id, input),
    terms: { bucket, idempotency, paid, ref: ref.right },
  });
  if (isLeft(call)) return refuse(environment, operation, call.left, 'not-sent');
  return runStream(engine, call.right, following(environment, operation, options, paid), ref.right);
}
