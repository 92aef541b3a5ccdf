import type { Either } from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { CallOptions, RunOptions } from '../contract/JobOptions.js';
import type { JobStream } from '../contract/JobStream.js';
import type { KeySource } from '../engine/Credentials.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type { Accounts } from './Accounts.js';
import type { AnyCall, CallDefinition, CallTable, UploadDefinition } from './CallDefinition.js';
import type { Client } from './Client.js';
import type { CreateMethods, ListMethods, RemoveMethods, WatchMethods } from './families.js';
import type { AnyDefinition, JobDefinition, NoMethods } from './JobDefinition.js';

/** A verb as a method: its input is an argument where it takes one. @since 0.1.0 */
export type VerbMethod<Input, Output, Preview> = [unknown] extends [Input]
  ? (job: JobRef | string, options?: RunOptions) => JobStream<Output, Preview>
  : object extends Input
    ? (job: JobRef | string, input?: Input, options?: RunOptions) => JobStream<Output, Preview>
    : (job: JobRef | string, input: Input, options?: RunOptions) => JobStream<Output, Preview>;

/** A call or an upload as a method: its input is an argument where it takes one. @since 0.1.0 */
export type CallMethod<Definition extends AnyCall> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the answer stays inside
  Definition extends UploadDefinition<infer Input, any, infer Uploaded>
    ? [unknown] extends [Input]
      ? (file: Blob) => Observable<Either<JobError, Uploaded>>
      : (input: Input, file: Blob) => Observable<Either<JobError, Uploaded>>
    : Definition extends CallDefinition<infer Input, infer Answer>
      ? [unknown] extends [Input]
        ? (input?: undefined, options?: CallOptions) => Observable<Either<JobError, Answer>>
        : object extends Input
          ? (input?: Input, options?: CallOptions) => Observable<Either<JobError, Answer>>
          : (input: Input, options?: CallOptions) => Observable<Either<JobError, Answer>>
      : never;

/** The methods of some calls. @since 0.1.0 */
export type CallMethods<Calls extends CallTable> = {
  readonly [Name in keyof Calls]: CallMethod<Calls[Name]>;
};

/**
 * The methods of a defined job: what its definition offers, and no more.
 *
 * @since 0.1.0
 */
export type FamilyOf<Definition> =
  Definition extends JobDefinition<
    infer Input,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the body stays inside
    any,
    infer Output,
    infer Preview,
    infer Query,
    infer VerbInputs,
    infer Removal,
    infer Calls
  >
    ? WatchMethods<Output, Preview> &
        ([unknown] extends [Input] ? NoMethods : CreateMethods<Input, Output, Preview>) &
        ([unknown] extends [Query] ? NoMethods : ListMethods<Output, Query, Preview>) &
        ([Removal] extends [never] ? NoMethods : RemoveMethods) & {
          readonly [Name in keyof VerbInputs]: VerbMethod<VerbInputs[Name], Output, Preview>;
        } & CallMethods<Calls>
    : never;

/**
 * What a client of one's own is made of, by the names that it gets there: jobs, calls, and calls
 * gathered under a name.
 *
 * @since 0.1.0
 */
export type FamilyTable = Readonly<Record<string, AnyDefinition | AnyCall | CallTable>>;

/** What the client has by the name of a definition. @since 0.1.0 */
export type MemberOf<Definition> = Definition extends AnyDefinition
  ? FamilyOf<Definition>
  : Definition extends AnyCall
    ? CallMethod<Definition>
    : Definition extends CallTable
      ? CallMethods<Definition>
      : never;

/** What the jobs of a table give. @since 0.1.0 */
export type OutputsOf<Families extends FamilyTable> =
  Families[keyof Families] extends infer Definition
    ? // eslint-disable-next-line @typescript-eslint/no-explicit-any -- only the output matters here
      Definition extends JobDefinition<any, any, infer Output, any, any, any, any, any>
      ? Output
      : never
    : never;

/** A vendor's key options. @since 0.1.0 */
export type KeysOf<KeyName extends string> = Readonly<Record<KeyName, KeySource>>;

/**
 * A client of a vendor of one's own.
 *
 * @since 0.1.0
 */
export type OwnClient<KeyName extends string, Families extends FamilyTable> = Client<
  OutputsOf<Families>
> &
  Accounts<OwnClient<KeyName, Families>, KeysOf<KeyName>> & {
    readonly [Name in keyof Families]: MemberOf<Families[Name]>;
  };
