import { isLeft } from '#fp-ts/Either';
import { EMPTY, expand, map, mergeMap, takeWhile, throwError, toArray } from 'rxjs';
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

/** Whether a job may have come of the intent: by its reference, or else by its time and its looks. Pure. */
function isLike(
  job: Listed,
  { createdAt, marks = {}, sentAt }: SubmissionIntent,
  { reference }: JobSearch,
): boolean {
  const sent = reference === undefined ? undefined : marks[reference];
  if (reference !== undefined && sent !== undefined) return job.marks[reference] === sent;
  const shown = Object.entries(marks).filter(([name]) => job.marks[name] !== undefined);
  if (shown.some(([name, mark]) => job.marks[name] !== mark)) return false;
  // Of a job without a time, only what it shows can tell.
  if (job.createdAt === undefined) return shown.length > 0;
  const latest = sentAt === undefined ? Infinity : sentAt + LATE_MS;
  return job.createdAt >= createdAt - SKEW_MS && job.createdAt <= latest;
}

interface Page {
  readonly jobs: readonly Listed[];
  readonly next: unknown;
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
  const { list } = search;
  const who = { provider: environment.vendor.provider, operation };
  const pageOf = (query: unknown): Observable<Page> => {
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
  };
  const isPast = ({ jobs }: Page): boolean =>
    jobs.length > 0 &&
    jobs.every(
      ({ createdAt }) => createdAt !== undefined && createdAt < intent.createdAt - SKEW_MS,
    );
  return pageOf(search.query).pipe(
    expand((page, index) =>
      page.next === undefined || index + 1 >= MOST_PAGES || isPast(page)
        ? EMPTY
        : pageOf(page.next),
    ),
    takeWhile((page) => page.next !== undefined && !isPast(page), true),
    toArray(),
    map((pages) => [
      ...new Set(
        pages
          .flatMap(({ jobs }) => jobs)
          .filter((job) => isLike(job, intent, search))
          .map(({ id }) => id),
      ),
    ]),
  );
}
