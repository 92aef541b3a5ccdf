import type { HttpRequest } from '../contract/HttpRequest.js';
import type { JobKind, JobVerb, KindList } from '../contract/JobKind.js';
import type { CallTable } from './CallDefinition.js';

/**
 * A vendor's own verb on a job: as {@link JobVerb}, but its name is its place in the table.
 *
 * A request that names an input as its second parameter makes a method that takes one; a parameter with
 * a default value does not count as named.
 *
 * @since 0.1.0
 */
export type VerbDefinition<Input> = Omit<JobVerb<Input>, 'name'>;

/** How a vendor lists jobs: as {@link KindList}, annotated at the query of its request. @since 0.1.0 */
export interface ListDefinition<Query> extends Omit<KindList<Query>, 'next'> {
  /** The query of the next page; `undefined` after the last. */
  readonly next?: (json: unknown, query: Query) => NoInfer<Query> | undefined;
}

/** No methods beside those of the other columns. @since 0.1.0 */
export type NoMethods = Readonly<Record<never, never>>;

/**
 * A vendor's sort of job, as `defineJob` takes it: the columns of a {@link JobKind}, its list, its verbs
 * and its calls.
 *
 * @typeParam Input - what a create takes
 * @typeParam Body - the decoded body of a look
 * @typeParam Output - what a succeeded job gives
 * @typeParam Preview - what a job that needs a decision shows
 * @typeParam Query - what a list can be asked for
 * @typeParam VerbInputs - what its verbs take, by their names
 * @typeParam Removal - the request that deletes it; `never` where it cannot be deleted
 * @typeParam Calls - its calls that make no job, by their names
 * @since 0.1.0
 */
export interface JobDefinition<
  Input,
  Body,
  Output,
  Preview,
  Query,
  VerbInputs,
  Removal extends HttpRequest,
  Calls extends CallTable = NoMethods,
> extends Omit<
  JobKind<Input, Body, Output, Preview>,
  'buckets' | 'errorOf' | 'kind' | 'provider' | 'remove'
> {
  /** As in `JobRef.kind`. @defaultValue the family's name in the client */
  readonly kind?: string;
  /** @defaultValue no limit is known */
  readonly buckets?: JobKind<Input, Body, Output, Preview>['buckets'];
  /** @defaultValue looks for `message`, `detail`, `error` and `code`, or the text of a page */
  readonly errorOf?: JobKind<Input, Body, Output, Preview>['errorOf'];
  /** Deletes a job; 404 counts as done. */
  readonly remove?: (id: string) => Removal;
  readonly list?: ListDefinition<Query>;
  /**
   * What else can be done with a job, by the names of the methods. Annotate the input of a request that
   * takes one, and of its `check` where that is no `inputRules`.
   */
  readonly verbs?: { readonly [Name in keyof VerbInputs]: VerbDefinition<VerbInputs[Name]> };
  /** Calls that make no job, such as an estimate, each from `defineCall` or `defineUpload`. */
  readonly calls?: Calls;
}

/** A defined job of unknown types. @since 0.1.0 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- bodies are both produced and consumed by the same definition
export type AnyDefinition = JobDefinition<any, any, any, any, any, any, any, any>;
