import type { RunOptions } from '../contract/JobOptions.js';
import type { JobStream } from '../contract/JobStream.js';
import type { KeySource } from '../engine/Credentials.js';
import type { JobRef } from '../model/JobRef.js';
import {
  aurous,
  AUROUS_VERSION,
  AUROUS_VERSION_HEADER,
  isAurousVersion,
} from '../providers/aurous/aurous.js';
import type { CharacterInput } from '../providers/aurous/CharacterInput.js';
import type { CharacterOutput, CharacterPreview } from '../providers/aurous/CharacterOutput.js';
import type { CharacterQuery } from '../providers/aurous/characters.js';
import { characters, charactersList } from '../providers/aurous/characters.js';
import type { ResynthesizeInput } from '../providers/aurous/characterVerbs.js';
import { resynthesizeCharacter, saveCharacter } from '../providers/aurous/characterVerbs.js';
import { withAccounts } from './Accounts.js';
import type { Accounts } from './Accounts.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import { environmentOf } from './environmentOf.js';
import type { CreateMethods, ListMethods, RemoveMethods, WatchMethods } from './families.js';
import { acting, creating, listing, performing, removing, watching } from './families.js';

export type { CharacterAttributes } from '../providers/aurous/CharacterAttributes.js';
export type { CharacterInput } from '../providers/aurous/CharacterInput.js';
export type {
  CharacterOutput,
  CharacterPreview,
  CharacterRef,
} from '../providers/aurous/CharacterOutput.js';
export type { CharacterQuery } from '../providers/aurous/characters.js';
export type { CharacterStatus } from '../providers/aurous/status.js';
export type { ResynthesizeInput } from '../providers/aurous/characterVerbs.js';
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

/** Characters: synthesized, reviewed by a person, saved. @since 0.1.0 */
export interface CharacterMethods
  extends
    CreateMethods<CharacterInput, CharacterOutput, CharacterPreview>,
    WatchMethods<CharacterOutput, CharacterPreview>,
    ListMethods<CharacterOutput, CharacterQuery, CharacterPreview>,
    RemoveMethods {
  /**
   * Takes a reviewed character: it becomes ready. Free, and harmless when repeated.
   *
   * @param job - its reference, or its id
   */
  save(job: JobRef | string, options?: RunOptions): JobStream<CharacterOutput, CharacterPreview>;
  /**
   * Makes new pictures of a character that is reviewing, ready or failed. Paid: one call makes at
   * most one.
   *
   * @param job - its reference, or its id
   */
  resynthesize(
    job: JobRef | string,
    input?: ResynthesizeInput,
    options?: RunOptions,
  ): JobStream<CharacterOutput, CharacterPreview>;
}

/** A client of Aurous Labs. @since 0.1.0 */
export interface Aurous
  extends Client<CharacterOutput, CharacterPreview>, Accounts<Aurous, AurousKeys> {
  readonly characters: CharacterMethods;
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
  const { version = AUROUS_VERSION } = (options as AurousOptions | undefined) ?? { version: '' };
  const issues = isAurousVersion(version)
    ? []
    : [{ path: 'version', message: 'must be a date as YYYY-MM-DD, such as 2026-05-15' }];
  const headers = { [AUROUS_VERSION_HEADER]: String(version) };
  const parts = { vendor: aurous, operation: 'createAurous', headers, issues };
  const environment = environmentOf(parts, options);
  return withAccounts<Aurous, AurousKeys>(environment, (engine) => ({
    ...clientOf<CharacterOutput, CharacterPreview>(engine, [characters]),
    characters: Object.freeze({
      ...creating(engine, 'characters', characters),
      ...watching(engine, 'characters', characters),
      ...listing(engine, 'characters', characters, charactersList),
      ...removing(engine, 'characters', characters),
      save: acting(engine, 'characters', characters, saveCharacter),
      resynthesize: performing(engine, 'characters', characters, resynthesizeCharacter),
    }),
  }));
}
