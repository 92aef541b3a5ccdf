import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import { catchError, defer, map, mergeMap, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import { isJobId } from '../contract/isJobId.js';
import type { KindList, VendorFault } from '../contract/JobKind.js';
import type { JobEvent, JobStream } from '../contract/JobStream.js';
import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Engine } from './Engine.js';
import type { Environment } from './Environment.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import { jobRefOf } from './jobRefOf.js';
import { look } from './look.js';
import { once } from './once.js';
import { readJson, readSnapshot, wrongShape } from './readBody.js';
import { knownToStore, rememberJob } from './records.js';
import { issuesOf, refuse } from './refuse.js';
import { send } from './send.js';
import type { AnySnapshot } from './toSnapshot.js';

/** One page of a vendor's jobs. @since 0.1.0 */
export interface JobPage<Snapshot, Query> {
  readonly items: readonly Snapshot[];
  /** The query of the next page; absent after the last. */
  readonly next?: Query;
  /** Entries that could not be read. */
  readonly skipped: number;
}

const unwrapped = <T>(value: Either<JobError, T>): T => {
  if (isLeft(value)) throw value.left;
  return value.right;
};

const isAbsent = (error: JobError): boolean => error.httpStatus === 404 || error.httpStatus === 410;

/** `Closed` for every method of a closed client; asked at the subscription. */
function open<T>(
  engine: Engine,
  operation: string,
  work: () => Observable<Either<JobError, T>>,
  ref?: JobRef,
): Observable<Either<JobError, T>> {
  const facts = { ref, jobMayBeRunning: ref !== undefined };
  return defer(() =>
    engine.closed ? of(left<JobError, T>(engine.closedError(operation, facts))) : work(),
  );
}

/** One look, one event. @since 0.1.0 */
export function get(engine: Engine, family: Family, given: unknown): JobStream<unknown> {
  const { environment, loops } = engine;
  const { kind } = family;
  const operation = operationOf(family, 'get');
  const checked = jobRefOf(environment, kind.kind, given);
  if (isLeft(checked)) return refuse(environment, operation, checked.left);
  const ref = checked.right;
  const seen = look(environment, kind, ref, { operation, priority: 'call' }).pipe(
    map((seen) => loops.obtain(kind, ref).observe(seen)),
  );
  const judged = (event: JobEvent<unknown>): Observable<JobEvent<unknown>> => {
    if (!isLeft(event) || !isAbsent(event.left)) return of(event);
    const loop = loops.obtain(kind, ref);
    const verdict = loop.judge(new AttemptFailure(event.left, true));
    // A job that was just made may not be readable everywhere at once: it exists all the same.
    if (verdict.type === 'retry') {
      return of(left(restateError(event.left, { retryable: true, jobMayBeRunning: true })));
    }
    const known = verdict.type === 'gone' ? of(true) : knownToStore(environment, ref);
    return known.pipe(map((is) => (is ? right(loop.observeGone()) : event)));
  };
  return open(
    engine,
    operation,
    () => once(environment, { operation, ref }, seen).pipe(mergeMap(judged)),
    ref,
  );
}

/** The snapshot of one entry of a list; `undefined` where it cannot be read. */
function readEntry(
  environment: Environment,
  kind: AnyKind,
  operation: string,
  entry: unknown,
): AnySnapshot | undefined {
  const { account, clock, vendor } = environment;
  try {
    const body = kind.codec.decode(entry);
    const id = isLeft(body) ? undefined : kind.id(body.right);
    if (!isJobId(id)) return undefined;
    const own = account === undefined ? {} : { account };
    const ref = { v: 1, provider: vendor.provider, kind: kind.kind, id, ...own } as const;
    const who = { provider: vendor.provider, operation, ref };
    const reading = readSnapshot(kind, ref, entry, clock.now(), who);
    if (isLeft(reading)) return undefined;
    rememberJob(environment, ref, reading.right.snapshot.phase);
    return reading.right.snapshot;
  } catch {
    return undefined;
  }
}

/** One page of the vendor's jobs. @since 0.1.0 */
export function list<Query>(
  engine: Engine,
  family: Family,
  paging: KindList<Query>,
  query: Query,
): Observable<Either<JobError, JobPage<AnySnapshot, Query>>> {
  const { environment } = engine;
  const { kind } = family;
  const operation = operationOf(family, 'list');
  const issues = issuesOf(paging.check, query);
  if (issues.length > 0) return refuse(environment, operation, issues);
  const who = { provider: environment.vendor.provider, operation };
  const what = {
    request: paging.request(query),
    operation,
    bucket: kind.buckets.list,
    priority: 'call',
    errorOf: kind.errorOf,
  } as const;
  const read = (response: HttpResponse): JobPage<AnySnapshot, Query> => {
    const json = unwrapped(readJson(response, who));
    const bodies = paging.bodies(json);
    if (bodies === undefined) throw wrongShape(who, undefined);
    const items = bodies
      .map((entry) => readEntry(environment, kind, operation, entry))
      .filter((item) => item !== undefined);
    const next = paging.next?.(json, query);
    const skipped = bodies.length - items.length;
    return { items, skipped, ...(next === undefined ? {} : { next }) };
  };
  return open(engine, operation, () =>
    once(environment, what, send(environment, what).pipe(map(read))),
  );
}

/** Deletes a job at the vendor; one that is not there counts as done. @since 0.1.0 */
export function remove(
  engine: Engine,
  family: Family,
  given: unknown,
): Observable<Either<JobError, void>> {
  const { environment, loops } = engine;
  const { kind } = family;
  const operation = operationOf(family, 'remove');
  const checked = jobRefOf(environment, kind.kind, given);
  if (isLeft(checked)) return refuse(environment, operation, checked.left);
  const ref = checked.right;
  const what = {
    request: kind.remove?.(ref.id) as HttpRequest,
    operation,
    ref,
    bucket: kind.buckets.remove,
    priority: 'call',
    errorOf: kind.errorOf,
  } as const;
  const removing = send(environment, what).pipe(
    map(() => undefined),
    catchError((failure: unknown) => {
      if (failure instanceof AttemptFailure && isAbsent(failure.error)) return of(undefined);
      throw failure;
    }),
  );
  const told = map((removed: Either<JobError, undefined>): Either<JobError, void> => {
    if (!isLeft(removed)) loops.find(ref)?.observeGone();
    return removed;
  });
  return open(engine, operation, () => once(environment, what, removing).pipe(told), ref);
}

/** A read that is about no job, such as a vendor's catalogue. @since 0.1.0 */
export function fetchOnce<T>(
  engine: Engine,
  operation: string,
  request: HttpRequest,
  decoder: { readonly decode: (json: unknown) => Either<unknown, T> },
  errorOf: (response: HttpResponse) => VendorFault,
): Observable<Either<JobError, T>> {
  const { environment } = engine;
  const who = { provider: environment.vendor.provider, operation };
  const read = (response: HttpResponse): T => {
    const value = decoder.decode(unwrapped(readJson(response, who)));
    if (isLeft(value)) throw wrongShape(who, value.left);
    return value.right;
  };
  const what = { request, operation, priority: 'call', errorOf } as const;
  return open(engine, operation, () =>
    once(environment, what, send(environment, what).pipe(map(read))),
  );
}
