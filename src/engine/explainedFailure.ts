import { isLeft } from '#fp-ts/Either';
import { catchError, defer, map, merge, Observable, of, share, take, tap } from 'rxjs';
import type { FailureCatalogue } from '../contract/JobKind.js';
import { deepFreeze } from '../model/deepFreeze.js';
import type { AnyKind } from './AnyKind.js';
import type { Environment } from './Environment.js';
import { send } from './send.js';
import type { AnySnapshot } from './toSnapshot.js';

type Meanings = ReadonlyMap<string, { readonly message?: string; readonly suggestion?: string }>;

/** The end of a job is news that waits no longer than this for what its code means. */
const MOST_WAIT_MS = 2_000;

const NOTHING: Meanings = new Map();

/** The lists that were served, for as long as their client lives. */
const served = new WeakMap<Environment, Map<FailureCatalogue, Observable<Meanings>>>();

function fetched(environment: Environment, kind: AnyKind, catalogue: FailureCatalogue) {
  const { request, decode } = catalogue;
  const what = { request, operation: `${kind.kind}.failures`, priority: 'call' } as const;
  return send(environment, { ...what, errorOf: kind.errorOf }).pipe(
    map((response): Meanings => {
      const meanings = decode(JSON.parse(response.body));
      if (isLeft(meanings)) throw new Error('not a list of codes');
      return meanings.right;
    }),
  );
}

function meaningsFor(environment: Environment, kind: AnyKind, catalogue: FailureCatalogue) {
  const known = served.get(environment) ?? new Map<FailureCatalogue, Observable<Meanings>>();
  served.set(environment, known);
  // What failed, or came too late, is asked for again next time; what was served is kept.
  const meanings =
    known.get(catalogue) ??
    fetched(environment, kind, catalogue).pipe(
      tap((list) => known.set(catalogue, of(list))),
      share(),
    );
  known.set(catalogue, meanings);
  const late = new Observable<Meanings>((subscriber) =>
    environment.clock.schedule(MOST_WAIT_MS, () => subscriber.next(NOTHING)),
  );
  return merge(meanings, late).pipe(
    take(1),
    catchError(() => of(NOTHING)),
  );
}

/**
 * Adds to a failed job what its code means, where the vendor serves a list of codes. The list is asked
 * for once a client, and never keeps an end from being told.
 *
 * @since 0.1.0
 */
export function explainedFailure(
  environment: Environment,
  kind: AnyKind,
  snapshot: AnySnapshot,
): Observable<AnySnapshot> {
  const { failures } = kind;
  const code = snapshot.failure?.code;
  if (failures === undefined || snapshot.phase !== 'failed' || code === undefined) {
    return of(snapshot);
  }
  return defer(() => meaningsFor(environment, kind, failures)).pipe(
    map((meanings) => {
      const { message = '', suggestion } = meanings.get(code) ?? {};
      const failure = {
        ...snapshot.failure,
        message: snapshot.failure.message === '' ? message : snapshot.failure.message,
        ...(suggestion === undefined ? {} : { suggestion }),
      };
      return deepFreeze({ ...snapshot, failure });
    }),
  );
}
