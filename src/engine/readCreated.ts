import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import type { HttpResponse } from '../contract/HttpPort.js';
import { isJobId } from '../contract/isJobId.js';
import type { CreatedJob } from '../contract/JobKind.js';
import type { JobError } from '../errors/JobError.js';
import { redactText } from '../errors/redactText.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import type { Environment } from './Environment.js';
import type { Unusable } from './Purchase.js';
import type { Purchased } from './Purchased.js';
import type { ReadFacts } from './readBody.js';
import { readJson, readSnapshot, wrongShape } from './readBody.js';
import { salvagedId } from './salvagedId.js';
import { createdSnapshot } from './toSnapshot.js';

/** Who bought, and when. */
interface Buyer {
  readonly operation: string;
  /** The job that a verb goes on with. */
  readonly ref: JobRef | undefined;
  readonly submittedAt: EpochMs;
  /** Whether the vendor was told to go on, so that a pause in the answer is an older one. */
  readonly goesOn: boolean;
}

/** Ways to the id of an answer, the surest first. */
const WAYS_TO_ID: readonly ((kind: AnyKind, json: unknown) => unknown)[] = [
  (kind, json) => {
    const body = kind.codec.decode(json);
    return isLeft(body) ? undefined : kind.id(body.right);
  },
  // Its column knows where the id stands, also in a body of which another field is strange.
  (kind, json) => kind.id(json),
  (_kind, json) => (json as { readonly id?: unknown } | null)?.id,
];

/** The id alone, from an answer whose other fields are not what they should be. */
function idOf(kind: AnyKind, json: unknown): Either<unknown, CreatedJob> {
  if (kind.created !== undefined) {
    const created = kind.created(json);
    if (!isLeft(created)) return created;
  }
  for (const wayTo of WAYS_TO_ID) {
    try {
      const id = wayTo(kind, json);
      if (typeof id === 'string' && id !== '') return right({ id });
    } catch {
      // A column that throws: another way may lead there.
    }
  }
  return left(undefined);
}

/** A strange id as it came, for a person to look up; one that is a URL loses its query. */
function reportable(id: string): string | undefined {
  if (id === '') return undefined;
  return (id.includes('://') ? redactText(id) : id).slice(0, 256);
}

function refFor(environment: Environment, kind: AnyKind, id: string, submittedAt: EpochMs): JobRef {
  const { account, vendor } = environment;
  return Object.freeze({
    v: 1,
    provider: vendor.provider,
    kind: kind.kind,
    id,
    ...(account === undefined ? {} : { account }),
    submittedAt,
  });
}

/**
 * Reads what a create or a verb answered. An id is never thrown away: a strange status or a wrong
 * field does not turn a job that was paid for into a lost one.
 *
 * @since 0.1.0
 */
export function readCreated(
  environment: Environment,
  kind: AnyKind,
  response: HttpResponse,
  { operation, ref: given, submittedAt, goesOn }: Buyer,
): Either<Unusable, Purchased> {
  const who: ReadFacts = { provider: environment.vendor.provider, operation, ref: given };
  const unusable = (error: JobError, candidateId?: string): Either<Unusable, Purchased> =>
    left({ error, fault: { candidateId } });
  const json = readJson(response, who);
  if (isLeft(json)) return unusable(json.left, salvagedId(response.body));
  const created = given === undefined ? idOf(kind, json.right) : right({ id: given.id });
  if (isLeft(created)) return unusable(wrongShape(who, created.left));
  const { id, credits } = created.right as CreatedJob;
  // An id that cannot stand in a path is reported, as a candidate, and never dropped.
  const usable: boolean = isJobId(id);
  if (!usable) return unusable(wrongShape(who, undefined), reportable(id));
  const ref = refFor(environment, kind, id, submittedAt);
  const now = environment.clock.now();
  if (kind.created === undefined || given !== undefined) {
    const reading = readSnapshot(kind, ref, json.right, now, who, goesOn);
    if (!isLeft(reading)) return right({ ref, snapshot: reading.right.snapshot });
  }
  return right({ ref, snapshot: createdSnapshot(ref, json.right, credits, now) });
}
