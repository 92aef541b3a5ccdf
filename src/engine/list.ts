import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import { forkJoin, map, mergeMap, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HttpResponse } from '../contract/HttpPort.js';
import { isJobId } from '../contract/isJobId.js';
import type { KindList } from '../contract/JobKind.js';
import type { JobError } from '../errors/JobError.js';
import type { AnyKind } from './AnyKind.js';
import type { Engine } from './Engine.js';
import type { Environment } from './Environment.js';
import { explainedFailure } from './explainedFailure.js';
import type { Family } from './Family.js';
import { operationOf } from './Family.js';
import type { JobPage } from './JobPage.js';
import { once } from './once.js';
import { whileOpen } from './whileOpen.js';
import { readJson, readSnapshot, unwrapped, wrongShape } from './readBody.js';
import { rememberJob } from './jobRecords.js';
import { issuesOf, refuse } from './refuse.js';
import { send } from './send.js';
import type { AnySnapshot } from './toSnapshot.js';

/** What was expected, as io-ts would report it. */
const A_LIST = { key: '', type: { name: 'a list of jobs' } } as const;

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
    rememberJob(environment, ref, reading.right.snapshot.phase, true);
    return reading.right.snapshot;
  } catch {
    return undefined;
  }
}

/** A page whose failed jobs say what their codes mean, as those that are watched do. */
function explainedPage<Query>(
  environment: Environment,
  kind: AnyKind,
  page: JobPage<AnySnapshot, Query>,
): Observable<JobPage<AnySnapshot, Query>> {
  if (kind.failures === undefined || page.items.length === 0) return of(page);
  return forkJoin(page.items.map((item) => explainedFailure(environment, kind, item))).pipe(
    map((items) => ({ ...page, items })),
  );
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
    if (bodies === undefined) throw wrongShape(who, [{ value: json, context: [A_LIST] }]);
    const items = bodies
      .map((entry) => readEntry(environment, kind, operation, entry))
      .filter((item) => item !== undefined);
    const next = paging.next?.(json, query);
    const skipped = bodies.length - items.length;
    return { items, skipped, ...(next === undefined ? {} : { next }) };
  };
  return whileOpen(engine, operation, () =>
    once(
      environment,
      what,
      send(environment, what).pipe(
        map(read),
        mergeMap((page) => explainedPage(environment, kind, page)),
      ),
    ),
  );
}
