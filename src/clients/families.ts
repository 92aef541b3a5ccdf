import type { Either } from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import { isBlob } from '../contract/blobRule.js';
import type { JobKind, JobVerb, KindList } from '../contract/JobKind.js';
import type { CallOptions, RunOptions, WatchOptions } from '../contract/JobOptions.js';
import type { JobStream } from '../contract/JobStream.js';
import type { VendorCall, VendorUpload } from '../contract/VendorCall.js';
import { perform, run, submit } from '../engine/buy.js';
import { call } from '../engine/call.js';
import type { Engine } from '../engine/Engine.js';
import { get } from '../engine/get.js';
import type { JobPage } from '../engine/JobPage.js';
import { list } from '../engine/list.js';
import { refresh } from '../engine/refresh.js';
import { refuse } from '../engine/refuse.js';
import { remove } from '../engine/remove.js';
import { upload } from '../engine/upload.js';
import { watch } from '../engine/watch.js';
import type { JobError } from '../errors/JobError.js';
import type { Asset } from '../model/Asset.js';
import type { JobRef } from '../model/JobRef.js';
import type { JobSnapshot } from '../model/JobSnapshot.js';

/** Following jobs that exist. @since 0.1.0 */
export interface WatchMethods<Output, Preview = unknown, Options = WatchOptions> {
  /**
   * Follows a job that exists: cold, shareable and free. Asks nothing before it is subscribed.
   *
   * @param job - its reference, or its id
   */
  watch(job: JobRef | string, options?: Options): JobStream<Output, Preview>;
  /**
   * Looks at a job once: one event, then complete.
   *
   * @param job - its reference, or its id
   */
  get(job: JobRef | string): JobStream<Output, Preview>;
  /**
   * Gives a job's files with fresh URLs, by one look; makes no new job.
   *
   * @param job - its reference, or its id
   */
  refresh(job: JobRef | string): Observable<Either<JobError, readonly Asset[]>>;
}

/** Making jobs. @since 0.1.0 */
export interface CreateMethods<Input, Output, Preview = unknown, Options = RunOptions> {
  /**
   * Makes a job and follows it to its end. Nothing happens before it is subscribed; then at most one
   * job is made, however many subscribe. To try again, call again.
   */
  run(input: Input, options?: Options): JobStream<Output, Preview>;
  /** Makes a job and gives its reference, once: for watching elsewhere or later. */
  submit(input: Input, options?: RunOptions): Observable<Either<JobError, JobRef>>;
}

/** Listing jobs. @since 0.1.0 */
export interface ListMethods<Output, Query, Preview = unknown> {
  /** One page of the account's jobs; `next` is the query of the page after it. */
  list(query?: Query): Observable<Either<JobError, JobPage<JobSnapshot<Output, Preview>, Query>>>;
}

/** Deleting jobs. @since 0.1.0 */
export interface RemoveMethods {
  /**
   * Deletes a job at the vendor. One that is not there counts as deleted.
   *
   * @param job - its reference, or its id
   */
  remove(job: JobRef | string): Observable<Either<JobError, void>>;
}

/** Options of {@link WatchMethods.watch} where the vendor can be asked for live progress. @since 0.1.0 */
export interface LiveProgressOption {
  /**
   * `true` asks for progress at each look instead of holding looks open until the end; a vendor
   * does not give both at once.
   */
  readonly progress?: boolean;
}

/** `watch` and `get` of a kind. @since 0.1.0 */
export function watching<Input, Body, Output, Preview, Options extends WatchOptions = WatchOptions>(
  engine: Engine,
  name: string,
  kind: JobKind<Input, Body, Output, Preview>,
): WatchMethods<Output, Preview, Options> {
  const family = { name, kind };
  return {
    watch: (job, options) => watch(engine, family, job, options) as JobStream<Output, Preview>,
    get: (job) => get(engine, family, job) as JobStream<Output, Preview>,
    refresh: (job) => refresh(engine, family, job),
  };
}

/** `run` and `submit` of a kind. @since 0.1.0 */
export function creating<Input, Body, Output, Preview, Options extends RunOptions = RunOptions>(
  engine: Engine,
  name: string,
  kind: JobKind<Input, Body, Output, Preview>,
): CreateMethods<Input, Output, Preview, Options> {
  const family = { name, kind };
  return {
    run: (input, options) => run(engine, family, input, options) as JobStream<Output, Preview>,
    submit: (input, options) => submit(engine, family, input, options),
  };
}

/** `list` of a kind. @since 0.1.0 */
export function listing<Input, Body, Output, Preview, Query extends object>(
  engine: Engine,
  name: string,
  kind: JobKind<Input, Body, Output, Preview>,
  paging: KindList<Query>,
): ListMethods<Output, Query, Preview> {
  const family = { name, kind };
  return {
    list: (query = {} as Query) =>
      list(engine, family, paging, query) as ReturnType<
        ListMethods<Output, Query, Preview>['list']
      >,
  };
}

/** `remove` of a kind. @since 0.1.0 */
export function removing<Input, Body, Output, Preview>(
  engine: Engine,
  name: string,
  kind: JobKind<Input, Body, Output, Preview>,
): RemoveMethods {
  return { remove: (job) => remove(engine, { name, kind }, job) };
}

/**
 * Another create of a family beside `run`, such as a preview: its kind differs in what it submits.
 *
 * @param method - its name
 * @since 0.1.0
 */
export function creatingBy<Input, Body, Output, Preview>(
  engine: Engine,
  name: string,
  kind: JobKind<Input, Body, Output, Preview>,
  method: string,
) {
  const family = { name, kind };
  return (input: Input, options?: RunOptions): JobStream<Output, Preview> =>
    run(engine, family, input, options, method) as JobStream<Output, Preview>;
}

/** A call that makes no job: one value. @since 0.1.0 */
export function calling<Input, Answer>(engine: Engine, vendorCall: VendorCall<Input, Answer>) {
  return (input: Input, options?: CallOptions): Observable<Either<JobError, Answer>> =>
    call(engine, vendorCall, input, options);
}

/** A call that takes nothing. @since 0.1.0 */
export function asking<Answer>(engine: Engine, vendorCall: VendorCall<void, Answer>) {
  return (): Observable<Either<JobError, Answer>> => call(engine, vendorCall, undefined);
}

/** Brings a file to the vendor, which is told of it what is given. @since 0.1.0 */
export function uploading<Input, Answer, Uploaded>(
  engine: Engine,
  vendorUpload: VendorUpload<Input, Answer, Uploaded>,
) {
  return (input: Input, file: Blob): Observable<Either<JobError, Uploaded>> =>
    upload(engine, vendorUpload, input, file);
}

/** A `File` has a name, a `Blob` has none. */
type NamedBlob = Blob & { readonly name?: string };

const isSaid = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Brings a file to the vendor, which is told of it what the file tells, and the user.
 *
 * @param factsOf - joins both; what nobody tells, the rules of the upload name
 * @since 0.1.0
 */
export function uploadingAs<Said extends object, Input, Answer, Uploaded>(
  engine: Engine,
  vendorUpload: VendorUpload<Input, Answer, Uploaded>,
  factsOf: (file: NamedBlob, said: Said) => Partial<Input>,
) {
  const { name } = vendorUpload.call;
  return (file: Blob, said = {} as Said): Observable<Either<JobError, Uploaded>> => {
    try {
      // What is no file is refused before its facts are looked at.
      const facts = isBlob(file) ? factsOf(file, said) : {};
      if (isSaid(said)) return upload(engine, vendorUpload, facts as Input, file);
    } catch {
      // Getters and proxies of a caller may throw: that is an issue, not a crash.
    }
    return refuse(engine.environment, name, [
      { path: 'options', message: 'must be a plain object' },
    ]);
  };
}

/** One of a vendor's own verbs that takes no input. @since 0.1.0 */
export function acting<Input, Body, Output, Preview>(
  engine: Engine,
  name: string,
  kind: JobKind<Input, Body, Output, Preview>,
  verb: JobVerb<void>,
) {
  const family = { name, kind };
  return (job: JobRef | string, options?: RunOptions): JobStream<Output, Preview> =>
    perform(engine, family, verb, job, undefined, options) as JobStream<Output, Preview>;
}

/**
 * One of a vendor's own verbs: a request, and the job followed from its answer. Its input may be left
 * out where all of its fields may.
 *
 * @since 0.1.0
 */
export function performing<Input, Body, Output, Preview, VerbInput>(
  engine: Engine,
  name: string,
  kind: JobKind<Input, Body, Output, Preview>,
  verb: JobVerb<VerbInput>,
) {
  const family = { name, kind };
  return (
    job: JobRef | string,
    input?: VerbInput,
    options?: RunOptions,
  ): JobStream<Output, Preview> =>
    perform(
      engine,
      family,
      verb,
      job,
      input === undefined ? ({} as VerbInput) : input,
      options,
    ) as JobStream<Output, Preview>;
}
