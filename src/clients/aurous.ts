/**
 * Aurous Labs: characters that stay the same, images and videos of them.
 *
 * @packageDocumentation
 * @module rushes/aurous
 */
import type { KeySource } from '../engine/Credentials.js';
import {
  aurous,
  AUROUS_VERSION,
  AUROUS_VERSION_HEADER,
  isAurousVersion,
} from '../providers/aurous/aurous.js';
import { ownFields } from '../model/ownFields.js';
import type { Balance } from '../providers/aurous/balance.js';
import { balance } from '../providers/aurous/balance.js';
import type { CharacterOutput, CharacterPreview } from '../providers/aurous/CharacterOutput.js';
import { characters } from '../providers/aurous/characters.js';
import { estimateImage, estimateVideo } from '../providers/aurous/estimates.js';
import type { ImageInput } from '../providers/aurous/ImageInput.js';
import type { ImageOutput } from '../providers/aurous/images.js';
import { images } from '../providers/aurous/images.js';
import type { VideoInput } from '../providers/aurous/VideoInput.js';
import type { VideoOutput } from '../providers/aurous/videos.js';
import { videos } from '../providers/aurous/videos.js';
import { withAccounts } from './Accounts.js';
import type { Accounts } from './Accounts.js';
import type { Answered } from './Answered.js';
import type { CharacterMethods } from './aurous/CharacterMethods.js';
import { characterMethods } from './aurous/CharacterMethods.js';
import type { FileMethods } from './aurous/FileMethods.js';
import { fileMethods } from './aurous/FileMethods.js';
import type { GenerationMethods } from './aurous/GenerationMethods.js';
import { generationMethods } from './aurous/GenerationMethods.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import { environmentOf } from './environmentOf.js';
import { asking } from './families.js';

export type { CharacterMethods, CharacterUploadMethods } from './aurous/CharacterMethods.js';
export type { FileMethods } from './aurous/FileMethods.js';
export type { GenerationMethods } from './aurous/GenerationMethods.js';
export type { Balance } from '../providers/aurous/balance.js';
export type { CharacterAttributes } from '../providers/aurous/CharacterAttributes.js';
export type { CharacterInput } from '../providers/aurous/CharacterInput.js';
export type {
  CharacterOutput,
  CharacterPreview,
  CharacterRef,
} from '../providers/aurous/CharacterOutput.js';
export type { CharacterQuery } from '../providers/aurous/characters.js';
export type {
  Classification,
  ClassifyInput,
  ReferenceUpload,
  UploadedReference,
  UploadTicket,
} from '../providers/aurous/characterUploads.js';
export type {
  RegenerateRefInput,
  ResynthesizeInput,
  UpdateCharacterInput,
} from '../providers/aurous/characterVerbs.js';
export type { CostBreakdown, CostEstimate } from '../providers/aurous/estimates.js';
export type { AurousFile, FileInput } from '../providers/aurous/files.js';
export type { GenerationStatus } from '../providers/aurous/generationStatus.js';
export type { ImageInput, ImageSize } from '../providers/aurous/ImageInput.js';
export type { ImageOutput } from '../providers/aurous/images.js';
export type { CharacterStatus } from '../providers/aurous/status.js';
export type { VideoInput } from '../providers/aurous/VideoInput.js';
export type { VideoOutput } from '../providers/aurous/videos.js';
export type { Answered } from './Answered.js';
export type { AxiosInstanceLike, ClientOptions } from './ClientOptions.js';

/** The key of Aurous. @since 0.1.0 */
export interface AurousKeys {
  /** Sent as `X-Api-Key`; a team's key, which begins with `al_live_`. */
  readonly apiKey: KeySource;
}

/** What {@link createAurous} takes. @since 0.1.0 */
export interface AurousOptions extends AurousKeys, ClientOptions {
  /** Pins the version of the API, as `YYYY-MM-DD`. @defaultValue `'2026-05-15'` */
  readonly version?: string;
}

/** What jobs of Aurous give. @since 0.1.0 */
export type AurousOutput = CharacterOutput | ImageOutput | VideoOutput;

/** A client of Aurous Labs. @since 0.1.0 */
export interface Aurous
  extends Client<AurousOutput, CharacterPreview>, Accounts<Aurous, AurousKeys> {
  /** Persons that stay the same: synthesized, or of one's own pictures. */
  readonly characters: CharacterMethods;
  /** Images, of a prompt, of a character, or of other pictures. */
  readonly images: GenerationMethods<ImageInput, ImageOutput>;
  /** Videos, of a prompt or of a first frame. */
  readonly videos: GenerationMethods<VideoInput, VideoOutput>;
  /** Pictures that images and videos take up. */
  readonly files: FileMethods;
  /** What the team can spend. */
  balance(): Answered<Balance>;
}

/**
 * Makes a client of Aurous Labs. Nothing is sent before a stream is subscribed.
 *
 * @throws InvalidInput, at once, naming every option that breaks a rule; a key is never shown
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character
 * @example
 * ```ts
 * import { reviewWith } from 'rushes';
 * import { createAurous } from 'rushes/aurous';
 *
 * const aurous = createAurous({ apiKey: 'al_live_your-key' });
 * const character$ = aurous.characters
 *   .run({ name: 'Aurora' })
 *   .pipe(reviewWith(({ ref }) => aurous.characters.save(ref)));
 * ```
 * @since 0.1.0
 */
export function createAurous(options: AurousOptions): Aurous {
  const given = ownFields((options as AurousOptions | undefined) ?? { version: '' });
  const { version = AUROUS_VERSION } = given;
  const issues = isAurousVersion(version)
    ? []
    : [{ path: 'version', message: 'must be a date as YYYY-MM-DD, such as 2026-05-15' }];
  const headers = { [AUROUS_VERSION_HEADER]: String(version) };
  const parts = { vendor: aurous, operation: 'createAurous', headers, issues };
  const environment = environmentOf(parts, options);
  return withAccounts<Aurous, AurousKeys>(environment, (engine) => ({
    ...clientOf<AurousOutput, CharacterPreview>(engine, [characters, images, videos]),
    characters: characterMethods(engine),
    images: generationMethods(engine, images, estimateImage),
    videos: generationMethods(engine, videos, estimateVideo),
    files: fileMethods(engine),
    balance: asking(engine, balance),
  }));
}
