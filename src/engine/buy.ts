import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { JobVerb } from '../contract/JobKind.js';
import type { JobStream } from '../contract/JobStream.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type { Engine } from './Engine.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import type { Following } from './following.js';
import { following } from './following.js';
import { jobProduct } from './jobProduct.js';
import { jobRefOf } from './jobRefOf.js';
import { MISPLACED_KEY } from './keyIssues.js';
import { outcomeOf } from './outcomeOf.js';
import { PaidCall } from './PaidCall.js';
import type { Purchase } from './Purchase.js';
import type { Purchased } from './Purchased.js';
import type { RunningOptions } from './readOptions.js';
import { readRunOptions } from './readOptions.js';
import { issuesOf, refuse } from './refuse.js';
import { runStream } from './runStream.js';
import { writtenBody } from './writtenBody.js';

interface Order {
  readonly family: Family;
  readonly operation: string;
  readonly issues: readonly InputIssue[];
  readonly options: RunningOptions | undefined;
  readonly make: () => HttpRequest;
  readonly terms: Pick<Purchase, 'bucket' | 'idempotency' | 'paid' | 'ref' | 'search'>;
  readonly goesOn: boolean;
}

/** A call that was checked, and how its job is to be followed. */
interface Ordered {
  readonly call: PaidCall<Purchased>;
  readonly how: Following;
}

function callFor(engine: Engine, order: Order): Either<readonly InputIssue[], Ordered> {
  const { family, operation, terms } = order;
  const options = readRunOptions(order.options);
  const issues = [...order.issues, ...(isLeft(options) ? options.left : [])];
  if (isLeft(options) || issues.length > 0) return left(issues);
  const { extraBody, idempotencyKey, whenLimited = 'wait' } = options.right;
  // It is kept in the store.
  if (idempotencyKey !== undefined && engine.environment.credentials.isIn(idempotencyKey)) {
    return left([{ path: 'idempotencyKey', message: MISPLACED_KEY }]);
  }
  const written = writtenBody(order.make, extraBody);
  if (isLeft(written)) return written;
  const { kind } = family;
  const { paid, ref } = terms;
  const purchase: Purchase = {
    kind: kind.kind,
    operation,
    ...written.right,
    ...terms,
    idempotencyKey,
    whenLimited,
    errorOf: kind.errorOf,
  };
  const { goesOn } = order;
  const product = jobProduct(engine, { kind, operation, ref, idempotencyKey, goesOn, paid });
  return right({
    call: new PaidCall(engine.environment, purchase, product, engine.hooks),
    how: following(engine.environment, operation, options.right, terms.paid),
  });
}

function createCall(
  engine: Engine,
  family: Family,
  method: string,
  input: unknown,
  options: RunningOptions | undefined,
): Either<readonly InputIssue[], Ordered> {
  const { buckets, check, goesOn = false, idempotency, search, submit } = family.kind;
  return callFor(engine, {
    family,
    operation: operationOf(family, method),
    issues: issuesOf(check, input),
    options,
    make: () => submit?.(input) as HttpRequest,
    terms: { bucket: buckets.submit, idempotency, paid: true, ref: undefined, search },
    goesOn,
  });
}

/**
 * Makes a job and follows it: one stream of one paid call.
 *
 * @param method - the client's method: `run`, or another create of the same family, such as `preview`
 * @since 0.1.0
 */
export function run(
  engine: Engine,
  family: Family,
  input: unknown,
  options?: RunningOptions,
  method = 'run',
): JobStream<unknown> {
  const ordered = createCall(engine, family, method, input, options);
  if (isLeft(ordered)) {
    return refuse(engine.environment, operationOf(family, method), ordered.left, 'not-sent');
  }
  const { call, how } = ordered.right;
  return runStream(engine, family.kind, call, how);
}

/** Makes a job and gives its reference: one paid call. @since 0.1.0 */
export function submit(
  engine: Engine,
  family: Family,
  input: unknown,
  options?: RunningOptions,
): Observable<Either<JobError, JobRef>> {
  const ordered = createCall(engine, family, 'submit', input, options);
  if (isLeft(ordered)) {
    return refuse(engine.environment, operationOf(family, 'submit'), ordered.left, 'not-sent');
  }
  const { call, how } = ordered.right;
  return outcomeOf(engine, call, how).pipe(
    map((outcome) => (isLeft(outcome) ? outcome : right(outcome.right.ref))),
  );
}

/** One of a vendor's own verbs on a job that exists, which is followed from there. @since 0.1.0 */
export function perform<Input>(
  engine: Engine,
  family: Family,
  verb: JobVerb<Input>,
  given: unknown,
  input: Input,
  options?: RunningOptions,
): JobStream<unknown> {
  const { environment } = engine;
  const operation = operationOf(family, verb.name);
  const ref = jobRefOf(environment, family.kind.kind, given);
  if (isLeft(ref)) return refuse(environment, operation, ref.left, 'not-sent');
  const { bucket, goesOn = false, idempotency, makesJob = false, paid } = verb;
  const goesOnWith = makesJob ? undefined : ref.right;
  const ordered = callFor(engine, {
    family,
    operation,
    issues: issuesOf(verb.check, input),
    options,
    make: () => verb.request(ref.right.id, input),
    terms: { bucket, idempotency, paid, ref: goesOnWith },
    goesOn,
  });
  if (isLeft(ordered)) return refuse(environment, operation, ordered.left, 'not-sent');
  const { call, how } = ordered.right;
  return runStream(engine, family.kind, call, how, goesOnWith);
}
