import { isLeft } from '#fp-ts/Either';
import { defer, EMPTY, expand, map, mergeMap, throwError, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import { isJobId } from '../contract/isJobId.js';
import type { JobSearch } from '../contract/JobKind.js';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { AnyKind } from './AnyKind.js';
import type { Environment } from './Environment.js';
import { marksOf } from './marksOf.js';
import { once } from './once.js';
import { readJson, unwrapped, wrongShape } from './readBody.js';
import { send } from './send.js';

/** Pages of a list that are read at most. */
const MOST_PAGES = 20;

/** The vendor's clock and ours may differ by so much. */
const SKEW_MS = 5 * 60_000;

/** A vendor may write down a job so much later than its create left. */
const LATE_MS = 10 * 60_000;

/** A job of a list, as far as it tells where it comes from. */
interface Listed {
  readonly id: string;
  readonly createdAt: EpochMs | undefined;
  readonly marks: Readonly<Record<string, string>>;
}

/** A page of a list, and the query of the next one. */
interface Page {
  readonly jobs: readonly Listed[];
  readonly next: unknown;
}

function listedJob(kind: AnyKind, search: JobSearch, entry: unknown): Listed | undefined {
  try {
    const body = kind.codec.decode(entry);
    if (isLeft(body)) return undefined;
    const id = kind.id(body.right);
    if (!isJobId(id)) return undefined;
    const createdAt = kind.createdAt?.(body.right);
    return { id, createdAt, marks: marksOf(search, entry) };
  } catch {
    return undefined;
  }
}

/** Whether a job may have come of the intent: nothing that it shows, nor its time, speaks against it. Pure. */
function isLike(
  job: Listed,
  { createdAt, marks = {}, sentAt }: SubmissionIntent,
  { reference }: JobSearch,
): boolean {
  const names = Object.keys(marks);
  const shown = names.filter((name) => job.marks[name] !== undefined);
  if (shown.some((name) => job.marks[name] !== marks[name])) return false;
  // A reference that was sent is shown again.
  const isReferred = reference !== undefined && names.includes(reference);
  if (isReferred && !shown.includes(reference)) return false;
  // Of a job without a time, only all that was sent can tell.
  if (job.createdAt === undefined) return shown.length > 0 && shown.length === names.length;
  const latest = sentAt === undefined ? Infinity : sentAt + LATE_MS;
  return job.createdAt >= createdAt - SKEW_MS && job.createdAt <= latest;
}

/** Whether all jobs of the pages to come are older than the intent: not every list tells its order. */
function isPast({ jobs }: Page, { createdAt: since }: SubmissionIntent): boolean {
  const times = jobs.map(({ createdAt = Infinity }) => createdAt);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return first > last && times.every((time) => time < since - SKEW_MS);
}

function readPage(
  environment: Environment,
  kind: AnyKind,
  search: JobSearch,
  operation: string,
  query: unknown,
): Observable<Page> {
  const { list } = search;
  const who = { provider: environment.vendor.provider, operation };
  const what = {
    request: list.request(query),
    operation,
    bucket: kind.buckets.list,
    priority: 'call',
    errorOf: kind.errorOf,
  } as const;
  const page = send(environment, what).pipe(
    map((response): Page => {
      const json = unwrapped(readJson(response, who));
      const bodies = list.bodies(json);
      if (bodies === undefined) throw wrongShape(who, undefined);
      const jobs = bodies
        .map((entry) => listedJob(kind, search, entry))
        .filter((job) => job !== undefined);
      return { jobs, next: list.next?.(json, query) };
    }),
  );
  return once(environment, what, page).pipe(
    mergeMap((read) => (isLeft(read) ? throwError(() => read.left) : [read.right])),
  );
}

/**
 * The ids of the account's jobs that an intent may have made, by the vendor's list.
 *
 * @returns errors with the `JobError` of a list that could not be read
 * @since 0.1.0
 */
export function searchJobs(
  environment: Environment,
  kind: AnyKind,
  search: JobSearch,
  intent: SubmissionIntent,
  operation: string,
): Observable<readonly string[]> {
  const pageOf = (query: unknown): Observable<Page> =>
    defer(() => readPage(environment, kind, search, operation, query));
  return pageOf(search.query).pipe(
    expand((page, index) =>
      page.next === undefined || index + 1 >= MOST_PAGES || isPast(page, intent)
        ? EMPTY
        : pageOf(page.next),
    ),
    toArray(),
    map((pages) => {
      const jobs = pages.flatMap((page) => page.jobs);
      const like = jobs.filter((job) => isLike(job, intent, search));
      return [...new Set(like.map(({ id }) => id))];
    }),
  );
}
