import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import { Observable } from 'rxjs';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { JobVerb } from '../contract/JobKind.js';
import type { RunOptions } from '../contract/JobOptions.js';
import type { JobStream } from '../contract/JobStream.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type { Engine } from './Engine.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import { following } from './following.js';
import { jobRefOf } from './jobRefOf.js';
import { runOptionIssues } from './optionIssues.js';
import { PaidCall } from './PaidCall.js';
import type { Purchase } from './Purchase.js';
import { issuesOf, refuse } from './refuse.js';
import { runStream } from './runStream.js';

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
    return engine.live(call.right).attach((outcome) => {
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
