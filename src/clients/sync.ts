import type { Either } from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { RunOptions, WatchOptions } from '../contract/JobOptions.js';
import type { KeySource } from '../engine/Credentials.js';
import type { JobError } from '../errors/JobError.js';
import type { SyncErrorEntry } from '../providers/sync/errorCatalogue.js';
import { errorCatalogue } from '../providers/sync/errorCatalogue.js';
import type { GenerationInput } from '../providers/sync/GenerationInput.js';
import type { GenerationOutput } from '../providers/sync/GenerationOutput.js';
import type { GenerationQuery } from '../providers/sync/generations.js';
import { generations, generationsList } from '../providers/sync/generations.js';
import { sync } from '../providers/sync/sync.js';
import { withAccounts } from './Accounts.js';
import type { Accounts } from './Accounts.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import { environmentOf } from './environmentOf.js';
import type {
  CreateMethods,
  ListMethods,
  LiveProgressOption,
  RemoveMethods,
  WatchMethods,
} from './families.js';
import { asking, creating, listing, removing, watching } from './families.js';

export type { SyncErrorEntry } from '../providers/sync/errorCatalogue.js';
export type * from '../providers/sync/GenerationInput.js';
export type { GenerationOutput } from '../providers/sync/GenerationOutput.js';
export type { GenerationQuery } from '../providers/sync/generations.js';
export type { GenerationStatus } from '../providers/sync/status.js';
export type { AxiosInstanceLike, ClientOptions } from './ClientOptions.js';

/** The key of sync.so. @since 0.1.0 */
export interface SyncKeys {
  /** Sent as `x-api-key`; from the settings page of sync.so. */
  readonly apiKey: KeySource;
}

/** What {@link createSync} takes. @since 0.1.0 */
export interface SyncOptions extends SyncKeys, ClientOptions {}

/** Options of `generations.watch`. @since 0.1.0 */
export interface GenerationWatchOptions extends WatchOptions, LiveProgressOption {}

/** Options of `generations.run`. @since 0.1.0 */
export interface GenerationRunOptions extends RunOptions, LiveProgressOption {}

/**
 * Lip-synced videos. Looks are held open by the server until the job ends, as long as it allows; with
 * `progress: true` they ask for live progress instead.
 *
 * @since 0.1.0
 */
export interface GenerationMethods
  extends
    CreateMethods<GenerationInput, GenerationOutput, unknown, GenerationRunOptions>,
    WatchMethods<GenerationOutput, unknown, GenerationWatchOptions>,
    ListMethods<GenerationOutput, GenerationQuery>,
    RemoveMethods {}

/** A client of sync.so. @since 0.1.0 */
export interface Sync extends Client<GenerationOutput>, Accounts<Sync, SyncKeys> {
  readonly generations: GenerationMethods;
  /** The vendor's catalogue of error codes. Public: no key is sent. */
  errors(): Observable<Either<JobError, readonly SyncErrorEntry[]>>;
}

/**
 * Makes a client of sync.so. Nothing is sent before a stream is subscribed.
 *
 * @throws InvalidInput, at once, naming every option that breaks a rule; a key is never shown
 * @see https://sync.so/docs/api-reference/api/generate-api/get
 * @example
 * ```ts
 * import { createSync } from 'rushes/sync';
 *
 * const sync = createSync({ apiKey: 'your-key' });
 * const job$ = sync.generations.run({
 *   model: 'lipsync-2',
 *   input: [
 *     { type: 'video', url: 'https://files.example/face.mp4' },
 *     { type: 'audio', url: 'https://files.example/voice.wav' },
 *   ],
 * });
 * ```
 * @since 0.1.0
 */
export function createSync(options: SyncOptions): Sync {
  const environment = environmentOf({ vendor: sync, operation: 'createSync' }, options);
  return withAccounts<Sync, SyncKeys>(environment, (engine) => ({
    ...clientOf<GenerationOutput>(engine, [generations]),
    generations: Object.freeze({
      ...creating(engine, 'generations', generations),
      ...watching(engine, 'generations', generations),
      ...listing(engine, 'generations', generations, generationsList),
      ...removing(engine, 'generations', generations),
    }),
    errors: asking(engine, errorCatalogue),
  }));
}
