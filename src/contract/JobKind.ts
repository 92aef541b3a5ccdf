import type { Either } from 'fp-ts/lib/Either.js';
import type { InputIssue } from '../errors/InputIssue.js';
import type { Asset } from '../model/Asset.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { JobFailure } from '../model/JobSnapshot.js';
import type { Phase } from '../model/Phase.js';
import type { ProgressScale } from '../timing/progressFraction.js';
import type { Decoder } from './Decoder.js';
import type { HttpResponse } from './HttpPort.js';
import type { HttpRequest } from './HttpRequest.js';
import type { Bucket } from './Limiter.js';

/**
 * How a look is to be asked for: held open, with live progress, or neither; never both.
 *
 * @since 0.1.0
 */
export type LookHint =
  | { readonly holdMs: number; readonly progress?: undefined }
  | { readonly progress: true; readonly holdMs?: undefined }
  | { readonly holdMs?: undefined; readonly progress?: undefined };

/** A vendor's long-poll: a look that is held open until the job ends or the time is up. @since 0.1.0 */
export interface Hold {
  /** A hold that every version of the vendor accepts, in milliseconds. */
  readonly startMs: number;
  /** The longest hold that any version of the vendor accepts, in milliseconds. */
  readonly maxMs: number;
  /** Whether the answer means that the hold, not the job, was refused. */
  readonly refused: (response: HttpResponse) => boolean;
}

/** One request for the states of many jobs. @since 0.1.0 */
export interface LookMany {
  /** Most ids in one request. */
  readonly max: number;
  /** The request for these ids, at most `max`. */
  readonly request: (ids: readonly string[]) => HttpRequest;
  /** The jobs' bodies out of the parsed answer, in any order; `undefined` if it is something else. */
  readonly bodies: (json: unknown) => readonly unknown[] | undefined;
}

/** How a vendor recognizes a create that is sent again. @since 0.1.0 */
export interface Idempotency {
  /** The header that carries the key. */
  readonly header: string;
  /** What the vendor says of a key whose first request is still under way. */
  readonly inProgress: (fault: VendorFault) => boolean;
  /**
   * How long the vendor knows a key, in milliseconds; after that a create is never sent again under it.
   *
   * @defaultValue 86_400_000, which is 24 h
   */
  readonly keptMs?: number;
}

/** What a vendor's error answer says, in one shape. @since 0.1.0 */
export interface VendorFault {
  /** The vendor's stable code. */
  readonly code?: string | undefined;
  /** The vendor's sentence, as it came; it is redacted and cut before anybody sees it. */
  readonly message?: string | undefined;
  /** The vendor's id of the request. */
  readonly requestId?: string | undefined;
  /** A wait that the body asks for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** A job that the failed create may have made. */
  readonly candidateId?: string | undefined;
  /** A 429 for jobs under way rather than for requests: it heals when one of them ends. */
  readonly slotsFull?: boolean | undefined;
}

/** A vendor's list of what its error codes mean, for jobs whose failure has no more than a code. @since 0.1.0 */
export interface FailureCatalogue {
  readonly request: HttpRequest;
  /** The parsed list, by code. */
  readonly decode: (
    json: unknown,
  ) => Either<unknown, ReadonlyMap<string, Partial<Omit<JobFailure, 'code'>>>>;
}

/** Which rate limit each request of a kind draws from; none where no limit is known. @since 0.1.0 */
export interface KindBuckets {
  readonly submit?: Bucket;
  readonly look?: Bucket;
  readonly list?: Bucket;
  readonly remove?: Bucket;
}

/** How a vendor lists jobs. @since 0.1.0 */
export interface KindList<Query> {
  /** Rules of the query; an empty list means that it is good. */
  readonly check: (query: Query) => readonly InputIssue[];
  /** One page; called only with a query that `check` found good. */
  readonly request: (query: Query) => HttpRequest;
  /** The jobs' bodies out of the parsed answer; `undefined` if it is something else. */
  readonly bodies: (json: unknown) => readonly unknown[] | undefined;
  /** The query of the next page; `undefined` after the last. */
  readonly next?: (json: unknown, query: Query) => Query | undefined;
}

/**
 * How a vendor's list of jobs tells which of them a lost create made.
 *
 * @typeParam Query - what the list takes
 * @since 0.1.0
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the query is handed from `query` and `next` to the same list
export interface JobSearch<Query = any> {
  /** The account's jobs, page by page. */
  readonly list: KindList<Query>;
  /** The query of the first page. */
  readonly query: Query;
  /** Fields of a create's JSON that the job shows again as they were sent, such as `name`. */
  readonly echoes: readonly string[];
  /** The echo that callers make unique, such as `client_reference_id`: it tells the job alone. */
  readonly reference?: string;
}

/** What a create answered: at least the new job's id. @since 0.1.0 */
export interface CreatedJob {
  readonly id: string;
  readonly credits?: number | undefined;
}

/**
 * A vendor's sort of job as data: pure functions, no time, no transport.
 *
 * Columns say where in a body each fact stands, so that types infer and nothing is forgotten.
 *
 * @typeParam Input - what a create takes, in the vendor's own field names
 * @typeParam Body - the decoded body of a look
 * @typeParam Output - what a succeeded job gives
 * @typeParam Preview - what a job that needs a decision shows
 * @since 0.1.0
 */
export interface JobKind<Input, Body, Output, Preview = unknown> {
  readonly provider: string;
  /** The family that watches, as in `JobRef.kind`. */
  readonly kind: string;

  /** Rules of the input; an empty list means that it is good. Never throws. */
  readonly check?: (input: Input) => readonly InputIssue[];
  /** The create. Called only with an input that `check` found good. */
  readonly submit?: (input: Input) => HttpRequest;
  /** Reads a create's answer where it is not a body like a look's. */
  readonly created?: (json: unknown) => Either<unknown, CreatedJob>;
  /** Where a repeated create is recognized by the vendor. Absent: it never is. */
  readonly idempotency?: Idempotency;
  /** How a job is looked for whose create was not answered. Absent: the vendor has no list of them. */
  readonly search?: JobSearch;
  /** The create asks for the whole job: what `awaits` shows on the way is no reason to wait. */
  readonly goesOn?: boolean;

  /** A read of one job; `id` is already checked. */
  readonly look: (id: string, hint?: LookHint) => HttpRequest;
  readonly lookMany?: LookMany;
  readonly hold?: Hold;
  /** Whether looks can ask for live progress (`LookHint.progress`). */
  readonly liveProgress?: boolean;
  /** Deletes a job; 404 counts as done. */
  readonly remove?: (id: string) => HttpRequest;

  readonly buckets: KindBuckets;
  /** Decodes a look's body: strict on id and status, lenient on the rest. */
  readonly codec: Decoder<Body>;

  /** The vendor's id of the job. */
  readonly id: (body: Body) => string;
  /** The vendor's own word. */
  readonly status: (body: Body) => string;
  /** What each word means; compared exactly, then without case; other words are `unknown`. */
  readonly phases: Readonly<Record<string, Phase>>;
  /** Whether the body says that the job was deleted, whatever its status. */
  readonly deleted?: (body: Body) => boolean;
  /**
   * Whether the body shows something to decide on, such as a preview, although its word says that the
   * vendor works, or that it is done where there is no output. Then the phase is `needs-action`, unless
   * a verb or a create that `goesOn` was sent.
   */
  readonly awaits?: (body: Body) => boolean;
  /** The output of a succeeded job; `undefined` where it is not there (yet). */
  readonly output: (body: Body) => Output | undefined;
  /** What a job that needs a decision shows. */
  readonly preview?: (body: Body) => Preview;
  /** The methods that go on with a job that needs a decision. */
  readonly actions?: readonly string[];
  /** The vendor's number, on its own scale. */
  readonly progress?: (body: Body) => number | undefined;
  /** Only where the vendor documents the scale. */
  readonly progressScale?: ProgressScale;
  /** Why a failed job failed. */
  readonly failure?: (body: Body) => JobFailure | undefined;
  /** What the codes of failures mean, where the vendor serves a list; asked for once a client. */
  readonly failures?: FailureCatalogue;
  /**
   * The files that the job made so far.
   *
   * @param observedAt - when the answer came, for URLs that live for a documented time
   */
  readonly assets?: (body: Body, observedAt: EpochMs) => readonly Asset[];
  /** What the vendor charged so far, in its own credits. */
  readonly credits?: (body: Body) => number | undefined;
  /** When the vendor made the job. */
  readonly createdAt?: (body: Body) => EpochMs | undefined;

  /** Reads an error answer in any shape that the vendor is known to use; never throws. */
  readonly errorOf: (response: HttpResponse) => VendorFault;
  /** How long such jobs usually take, in milliseconds. */
  readonly typicalMs?: number;
}

/**
 * A vendor's own verb on a job that exists, such as `save`: one POST, then the job is watched on.
 *
 * @since 0.1.0
 */
export interface JobVerb<Input> {
  /** The method's name. */
  readonly name: string;
  /** Rules of the input; an empty list means that it is good. Never throws. */
  readonly check?: (input: Input) => readonly InputIssue[];
  /** The request; called only with an id and an input that were found good. */
  readonly request: (id: string, input: Input) => HttpRequest;
  readonly bucket?: Bucket;
  /** Whether it costs: then it is sent once only, as a create is. */
  readonly paid: boolean;
  readonly idempotency?: Idempotency;
  /** It makes another job, which is followed from there; the one that it is called on stays. */
  readonly makesJob?: boolean;
  /**
   * It lets a job go on that waits for a person: looks that still show the pause are older than it, or
   * of a vendor that keeps its word while it goes on.
   */
  readonly goesOn?: boolean;
}
