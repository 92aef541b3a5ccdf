import { isLeft } from '#fp-ts/Either';
import { defer, forkJoin, map, mergeMap, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { LookMany } from '../contract/JobKind.js';
import type { Urgency } from '../contract/Limiter.js';
import type { JobRef } from '../model/JobRef.js';
import { parseRetryAfter } from '../timing/parseRetryAfter.js';
import type { AnyKind } from './AnyKind.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Environment } from './Environment.js';
import { explainedFailure } from './explainedFailure.js';
import type { Look } from './look.js';
import { vendorNowOf } from './look.js';
import { readJson, readSnapshot, wrongShape } from './readBody.js';
import { send } from './send.js';

/** One of the jobs that are looked at. @since 0.1.0 */
export interface Looked {
  readonly kind: AnyKind;
  readonly ref: JobRef;
  /** Whether the vendor was told to go on, so that a pause is none. */
  readonly goingOn: boolean;
}

/** Who looks at many jobs, and how. @since 0.1.0 */
export interface LookManyOptions {
  /** The method, for errors. */
  readonly operation: string;
  /** What waiting for a token costs, for all of them together. */
  readonly urgency: Urgency;
}

/** What was expected, as io-ts would report it. */
const A_LIST = { key: '', type: { name: 'a list of jobs' } } as const;

/** The id that an entry bears; `undefined` where it cannot be read. */
function idOf(kind: AnyKind, entry: unknown): string | undefined {
  try {
    const body = kind.codec.decode(entry);
    return isLeft(body) ? undefined : kind.id(body.right);
  } catch {
    return undefined;
  }
}

/**
 * Looks at many jobs of one kind by one request.
 *
 * @returns what the answer shows, by id; a job that is missing, or cannot be read, or has succeeded
 * without its output, is to be looked at alone. Errors with an {@link AttemptFailure}
 * @since 0.1.0
 */
export function lookMany(
  environment: Environment,
  kind: AnyKind,
  many: LookMany,
  jobs: readonly Looked[],
  { operation, urgency }: LookManyOptions,
): Observable<ReadonlyMap<string, Look>> {
  const { clock, vendor } = environment;
  const who = { provider: vendor.provider, operation };
  const asked = new Map(jobs.map((job) => [job.ref.id, job]));

  const read = (response: HttpResponse): readonly Observable<readonly [string, Look]>[] => {
    const json = readJson(response, who);
    if (isLeft(json)) throw new AttemptFailure(json.left, true, {}, response);
    const entries = many.bodies(json.right);
    if (entries === undefined) {
      const shape = wrongShape(who, [{ value: json.right, context: [A_LIST] }]);
      throw new AttemptFailure(shape, true, {}, response);
    }
    const { headers } = response;
    const serverHintMs = parseRetryAfter(headers['retry-after'], headers['date']);
    const vendorNow = vendorNowOf(response);
    return entries.flatMap((entry) => {
      const id = idOf(kind, entry);
      const job = id === undefined ? undefined : asked.get(id);
      if (id === undefined || job === undefined) return [];
      const facts = { ...who, ref: job.ref };
      const reading = readSnapshot(job.kind, job.ref, entry, clock.now(), facts, job.goingOn);
      if (isLeft(reading) || reading.right.withoutOutput) return [];
      const { snapshot } = reading.right;
      return [
        explainedFailure(environment, kind, snapshot).pipe(
          map((explained): readonly [string, Look] => [
            id,
            { reading: { ...reading.right, snapshot: explained }, serverHintMs, vendorNow },
          ]),
        ),
      ];
    });
  };

  return defer(() =>
    send(environment, {
      request: many.request([...asked.keys()]),
      operation,
      bucket: kind.buckets.list ?? kind.buckets.look,
      priority: 'look',
      urgency,
      errorOf: kind.errorOf,
    }),
  ).pipe(
    mergeMap((response) => {
      const looks = read(response);
      return looks.length === 0 ? of([]) : forkJoin(looks);
    }),
    map((looks) => new Map(looks)),
  );
}
