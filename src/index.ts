/**
 * Long-running media jobs as RxJS streams: the model, the errors, the operators and the promise door.
 *
 * Vendors have entries of their own: `rushes/creatify`, `rushes/sync`, `rushes/magic-hour`,
 * `rushes/aurous`.
 *
 * @packageDocumentation
 * @module rushes
 */
export { isLeft, isRight, left, right } from '#fp-ts/Either';
export type { Either } from 'fp-ts/lib/Either.js';

// The model.
export type { Asset } from './model/Asset.js';
export type { EpochMs } from './model/EpochMs.js';
export { formatRef } from './model/JobRef.js';
export type { JobRef } from './model/JobRef.js';
export { isSettled, isTerminal } from './model/JobSnapshot.js';
export type {
  Active,
  Ended,
  Failed,
  JobFailure,
  JobSnapshot,
  NeedsAction,
  SnapshotFacts,
  Succeeded,
} from './model/JobSnapshot.js';
export type { Phase, TerminalPhase } from './model/Phase.js';
export { decodeRef } from './contract/decodeRef.js';
export { expiresWithin } from './contract/expiresWithin.js';
export { parseRef } from './contract/parseRef.js';

// The errors.
export { explain } from './errors/explain.js';
export type { Explanation } from './errors/explain.js';
export type { InputIssue } from './errors/InputIssue.js';
export { isJobError } from './errors/isJobError.js';
export type { JobError, JobErrorOf } from './errors/JobError.js';
export type { JobErrorBase, JobErrorFacts, SubmissionOutcome } from './errors/JobErrorBase.js';
export type { JobErrorTag } from './errors/JobErrorTag.js';
export type { Aborted } from './errors/Aborted.js';
export type { ActionNeeded } from './errors/ActionNeeded.js';
export type { Closed } from './errors/Closed.js';
export type { DeadlineExceeded } from './errors/DeadlineExceeded.js';
export type { InvalidInput } from './errors/InvalidInput.js';
export type { JobCanceled } from './errors/JobCanceled.js';
export type { JobFailed } from './errors/JobFailed.js';
export type { JobGone } from './errors/JobGone.js';
export type { NetworkFault, NetworkFaultReason } from './errors/NetworkFault.js';
export type { NotFound } from './errors/NotFound.js';
export type { PaymentRequired } from './errors/PaymentRequired.js';
export type { RateLimited } from './errors/RateLimited.js';
export type { Rejected } from './errors/Rejected.js';
export type { ServerFault } from './errors/ServerFault.js';
export type { StoreFault } from './errors/StoreFault.js';
export type { SubmissionUnknown } from './errors/SubmissionUnknown.js';
export type { TimedOut } from './errors/TimedOut.js';
export type { Unauthorized } from './errors/Unauthorized.js';
export type { Undecodable, UndecodableReason } from './errors/Undecodable.js';
export type { UnexpectedRedirect } from './errors/UnexpectedRedirect.js';
export type { UnknownStatus } from './errors/UnknownStatus.js';

// Job streams and their options.
export type { Accounts } from './clients/Accounts.js';
export type { Client, ResumedJob } from './clients/Client.js';
export type { AxiosInstanceLike, ClientOptions } from './clients/ClientOptions.js';
export type {
  CreateMethods,
  ListMethods,
  LiveProgressOption,
  RemoveMethods,
  WatchMethods,
} from './clients/families.js';
export type { CallOptions, RunOptions, WatchOptions } from './contract/JobOptions.js';
export type { JobEvent, JobResult, JobStream } from './contract/JobStream.js';
export type { KeySource } from './engine/Credentials.js';
export type { JobPage } from './engine/JobPage.js';
export type { FoundBy, Reconciliation } from './engine/Reconciliation.js';
export type { IntentDecision } from './engine/resolveIntent.js';

// When to look.
export { byProgress } from './contract/byProgress.js';
export { earliest, exponential, fixed, jittered, latest, serverHint } from './contract/cadences.js';
export type { ExponentialOptions } from './contract/cadences.js';
export { learned } from './contract/learned.js';
export type { LearnedOptions } from './contract/learned.js';
export type { Backoff } from './timing/Backoff.js';
export type { Cadence, Known } from './timing/Cadence.js';
export type { Until } from './timing/completionStep.js';
export { NO_DURATIONS, withDuration } from './timing/Durations.js';
export type { Duration, Durations } from './timing/Durations.js';
export type { Pace } from './timing/paceStep.js';

// The ports, and the vendor's job as data.
export type { Clock } from './contract/Clock.js';
export type { Decoder } from './contract/Decoder.js';
export type { DiagnosticContext, DiagnosticEvent } from './contract/Diagnostics.js';
export { HttpFault } from './contract/HttpFault.js';
export type { HttpFaultReason, PartialAnswer } from './contract/HttpFault.js';
export type { HttpCall, HttpMethod, HttpPort, HttpResponse } from './contract/HttpPort.js';
export type { FormField, HttpRequest, QueryValue } from './contract/HttpRequest.js';
export type {
  CreatedJob,
  FailureCatalogue,
  Hold,
  Idempotency,
  JobKind,
  JobSearch,
  JobVerb,
  KindBuckets,
  KindList,
  LookHint,
  LookMany,
  VendorFault,
} from './contract/JobKind.js';
export type {
  DurationsRecord,
  JobRecord,
  JobStore,
  StoreRecord,
  SubmissionIntent,
} from './contract/JobStore.js';
export type { Bucket, Limiter, LimiterPriority, RateAnswer, Urgency } from './contract/Limiter.js';
export type { Vendor } from './contract/Vendor.js';
export type { UploadTarget, VendorCall, VendorUpload } from './contract/VendorCall.js';
export type { KeyvLike } from './stores/KeyvLike.js';
export { keyvStore } from './stores/keyvStore.js';
export type { KeyvStoreEvent, KeyvStoreOptions } from './stores/KeyvStoreOptions.js';
export { memoryStore } from './stores/memoryStore.js';
export { tokenBucket } from './limits/tokenBucket.js';
export type { TokenBucketOptions, TokenBucketRate } from './limits/tokenBucket.js';
export type { ProgressScale } from './timing/progressFraction.js';

// A vendor of one's own.
export { createClient } from './clients/createClient.js';
export { defineCall, defineUpload } from './clients/defineCall.js';
export { defineJob } from './clients/defineJob.js';
export type {
  AnyCall,
  CallDefinition,
  CallTable,
  UploadDefinition,
} from './clients/CallDefinition.js';
export type {
  AnyDefinition,
  JobDefinition,
  ListDefinition,
  NoMethods,
  VerbDefinition,
} from './clients/JobDefinition.js';
export type {
  CallMethod,
  CallMethods,
  FamilyOf,
  FamilyTable,
  KeysOf,
  MemberOf,
  OutputsOf,
  OwnClient,
  VerbMethod,
} from './clients/OwnClient.js';
export { assetOf } from './contract/assetOf.js';
export * as crossRules from './contract/crossRules.js';
export { inputRules, optional, recordOf, required } from './contract/inputRules.js';
export type {
  CrossRule,
  FieldRules,
  OptionalField,
  ReadFields,
  RequiredField,
  Rule,
} from './contract/inputRules.js';
export { jobFailure } from './contract/jobFailure.js';
export * as lenient from './contract/lenient.js';
export { lenientBody } from './contract/lenientBody.js';
export type { BodyOf, Fields } from './contract/lenientBody.js';
export { pathSegment } from './contract/pathSegment.js';
export { plainErrorOf } from './contract/plainErrorOf.js';
export * as valueRules from './contract/valueRules.js';

// The operators and the promise door.
export * from './operators/index.js';
export type { AbortOptions } from './promises/AbortOptions.js';
export type { OutcomeOptions } from './promises/OutcomeOptions.js';
export { outputOf } from './promises/outputOf.js';
export { resultOf } from './promises/resultOf.js';
export { toAsyncIterable } from './promises/toAsyncIterable.js';
export { unwrap } from './promises/unwrap.js';
