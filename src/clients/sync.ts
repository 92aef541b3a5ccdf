/**
 * sync.so: lip-synced videos, speech, transcripts, edits of what is said.
 *
 * @packageDocumentation
 * @module rushes/sync
 */
import type { CallOptions } from '../contract/JobOptions.js';
import { call } from '../engine/call.js';
import type { KeySource } from '../engine/Credentials.js';
import type { BatchOutput } from '../providers/sync/BatchOutput.js';
import { batches } from '../providers/sync/batches.js';
import type { DialogueEditOutput } from '../providers/sync/dialogueEdits.js';
import { dialogueEdits } from '../providers/sync/dialogueEdits.js';
import type { SyncErrorEntry } from '../providers/sync/errorCatalogue.js';
import { errorCatalogue } from '../providers/sync/errorCatalogue.js';
import type { GenerationOutput } from '../providers/sync/GenerationOutput.js';
import { generations } from '../providers/sync/generations.js';
import { healthcheck } from '../providers/sync/healthcheck.js';
import type { ModelInfo } from '../providers/sync/models.js';
import { models } from '../providers/sync/models.js';
import { sync } from '../providers/sync/sync.js';
import type { TranscriptionOutput } from '../providers/sync/transcriptions.js';
import { transcriptions } from '../providers/sync/transcriptions.js';
import type { Speech } from '../providers/sync/tts.js';
import { tts } from '../providers/sync/tts.js';
import type { TtsInput } from '../providers/sync/TtsInput.js';
import type { TtsJobOutput } from '../providers/sync/ttsJobs.js';
import { ttsJobs } from '../providers/sync/ttsJobs.js';
import type { WebhookSecretQuery } from '../providers/sync/webhookSecret.js';
import { webhookSecret } from '../providers/sync/webhookSecret.js';
import { withAccounts } from './Accounts.js';
import type { Accounts } from './Accounts.js';
import type { Answered } from './Answered.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import { environmentOf } from './environmentOf.js';
import { asking, calling } from './families.js';
import type { AssetMethods } from './sync/AssetMethods.js';
import { assetMethods } from './sync/AssetMethods.js';
import type { BatchMethods } from './sync/BatchMethods.js';
import { batchMethods } from './sync/BatchMethods.js';
import type { GenerationMethods } from './sync/GenerationMethods.js';
import { generationMethods } from './sync/GenerationMethods.js';
import type { ProjectMethods } from './sync/ProjectMethods.js';
import { projectMethods } from './sync/ProjectMethods.js';
import type { SpeechMethods } from './sync/SpeechMethods.js';
import { speechMethods } from './sync/SpeechMethods.js';
import type { VoiceMethods } from './sync/VoiceMethods.js';
import { voiceMethods } from './sync/VoiceMethods.js';

export type { VendorFields } from '../providers/sync/asItCame.js';
export type { AssetInput } from '../providers/sync/assetCalls.js';
export type { AssetQuery } from '../providers/sync/assetsList.js';
export type { AssetChanges } from '../providers/sync/assetUpdate.js';
export type { UploadedFile } from '../providers/sync/assetUpload.js';
export type { BatchQuery, BatchValidation } from '../providers/sync/batches.js';
export type {
  BatchInput,
  BatchOfFile,
  BatchOfRows,
  BatchRow,
} from '../providers/sync/BatchInput.js';
export type { BatchMetrics, BatchOutput } from '../providers/sync/BatchOutput.js';
export type { CostEstimate, CostEstimateInput } from '../providers/sync/costEstimates.js';
export type { DialogueEditInput } from '../providers/sync/DialogueEditInput.js';
export type { DialogueEditOutput } from '../providers/sync/dialogueEdits.js';
export type { SyncErrorEntry } from '../providers/sync/errorCatalogue.js';
export type { GenerationCosts } from '../providers/sync/generationCosts.js';
export type { GenerationCountQuery } from '../providers/sync/generationCount.js';
export type * from '../providers/sync/GenerationInput.js';
export type { GenerationOutput } from '../providers/sync/GenerationOutput.js';
export type { GenerationQuery } from '../providers/sync/generationsList.js';
export type { ModelInfo } from '../providers/sync/models.js';
export type { Project, ProjectInput, ProjectSettings } from '../providers/sync/Project.js';
export type { ProjectQuery } from '../providers/sync/projects.js';
export type {
  BatchStatus,
  DialogueEditStatus,
  GenerationStatus,
  TranscriptionStatus,
  TtsJobStatus,
} from '../providers/sync/status.js';
export type { SyncAsset, SyncAssetType, Visibility } from '../providers/sync/SyncAsset.js';
export type * from '../providers/sync/Transcript.js';
export type { TranscriptionInput } from '../providers/sync/TranscriptionInput.js';
export type { TranscriptionOutput } from '../providers/sync/transcriptions.js';
export type { Speech } from '../providers/sync/tts.js';
export type { TtsInput } from '../providers/sync/TtsInput.js';
export type { TtsJobOutput } from '../providers/sync/ttsJobs.js';
export type { Voice, VoiceInput } from '../providers/sync/voices.js';
export type { WebhookSecretQuery } from '../providers/sync/webhookSecret.js';
export type { Answered } from './Answered.js';
export type { AxiosInstanceLike, ClientOptions } from './ClientOptions.js';
export type { AssetMethods, AssetUploadOptions } from './sync/AssetMethods.js';
export type { BatchMethods } from './sync/BatchMethods.js';
export type {
  GenerationMethods,
  GenerationRunOptions,
  GenerationWatchOptions,
} from './sync/GenerationMethods.js';
export type { ProjectMethods } from './sync/ProjectMethods.js';
export type {
  DialogueEditMethods,
  SpeechMethods,
  TranscriptionMethods,
  TtsJobMethods,
} from './sync/SpeechMethods.js';
export type { SyncPage } from './sync/SyncPage.js';
export type { VoiceMethods } from './sync/VoiceMethods.js';

/** The key of sync.so. @since 0.1.0 */
export interface SyncKeys {
  /** Sent as `x-api-key`; from the settings page of sync.so. */
  readonly apiKey: KeySource;
}

/** What {@link createSync} takes. @since 0.1.0 */
export interface SyncOptions extends SyncKeys, ClientOptions {}

/** What any job of sync.so gives. @since 0.1.0 */
export type SyncOutput =
  GenerationOutput | BatchOutput | TtsJobOutput | TranscriptionOutput | DialogueEditOutput;

/** sync.so's models. @since 0.1.0 */
export interface ModelMethods {
  /** The models that can be used. */
  list(): Answered<readonly ModelInfo[]>;
}

/** A client of sync.so. @since 0.1.0 */
export interface Sync extends Client<SyncOutput>, SpeechMethods, Accounts<Sync, SyncKeys> {
  /** Videos whose lips follow a recording or a text. */
  readonly generations: GenerationMethods;
  /** Hundreds of generations at once, within a day. */
  readonly batches: BatchMethods;
  /** Files that sync.so keeps, and uploads. */
  readonly assets: AssetMethods;
  /** The models that can be used. */
  readonly models: ModelMethods;
  /** Voices, one's own clones among them. */
  readonly voices: VoiceMethods;
  /** What groups generations and assets. */
  readonly projects: ProjectMethods;
  /** Speaks a text while you wait: sent at most once a call. `ttsJobs` survives a restart. */
  tts(input: TtsInput, options?: CallOptions): Answered<Speech>;
  /** The vendor's catalogue of error codes. Public: no key is sent. */
  errors(): Answered<readonly SyncErrorEntry[]>;
  /** Asks whether sync.so is up. */
  healthcheck(): Answered<void>;
  /** Gives the secret that webhooks are signed with; keep it as you keep a key. */
  webhookSecret(query?: WebhookSecretQuery): Answered<string>;
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
  const kinds = [generations, batches, ttsJobs, transcriptions, dialogueEdits];
  return withAccounts<Sync, SyncKeys>(environment, (engine) => ({
    ...clientOf<SyncOutput>(engine, kinds),
    generations: generationMethods(engine),
    batches: batchMethods(engine),
    ...speechMethods(engine),
    assets: assetMethods(engine),
    models: Object.freeze({ list: asking(engine, models) }),
    voices: voiceMethods(engine),
    projects: projectMethods(engine),
    tts: calling(engine, tts),
    errors: asking(engine, errorCatalogue),
    healthcheck: asking(engine, healthcheck),
    webhookSecret: (query = {}) => call(engine, webhookSecret, query),
  }));
}
