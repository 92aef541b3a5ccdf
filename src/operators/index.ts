/**
 * The operators alone, for any RxJS source: no vendor, no transport.
 *
 * @packageDocumentation
 * @module rushes/operators
 */
export { attempt } from './attempt.js';
export type { Attempted } from './attempt.js';
export type { BatchState, Jobs, JobStates, PhaseCounts } from './BatchState.js';
export { combineJobs } from './combineJobs.js';
export type { CombineJobsOptions } from './combineJobs.js';
export { deadline } from './deadline.js';
export type { DeadlineOptions } from './deadline.js';
export { decodeWith } from './decodeWith.js';
export { distinctSnapshots } from './distinctSnapshots.js';
export { estimateProgress } from './estimateProgress.js';
export type { EstimateProgressOptions } from './estimateProgress.js';
export type {
  ActiveState,
  EndedState,
  ErrorState,
  IdleState,
  JobState,
  JobStateFacts,
  NeedsActionState,
  SucceededState,
} from './JobState.js';
export type { Chained } from './oncePerJob.js';
export { orThrow } from './orThrow.js';
export { poll } from './poll.js';
export type { KnownOfLook, PollOptions } from './poll.js';
export { rateLimit } from './rateLimit.js';
export { retryTransient } from './retryTransient.js';
export type { RetryTransientOptions } from './retryTransient.js';
export { reviewWith } from './reviewWith.js';
export { thenRun } from './thenRun.js';
export { toResult } from './toResult.js';
export { toState } from './toState.js';
export { untilTerminal } from './untilTerminal.js';
export type { UntilTerminalOptions } from './untilTerminal.js';
