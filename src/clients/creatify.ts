import type { KeySource } from '../engine/Credentials.js';
import type { AuroraInput } from '../providers/creatify/AuroraInput.js';
import type { AuroraOutput } from '../providers/creatify/AuroraOutput.js';
import type { AuroraQuery } from '../providers/creatify/aurora.js';
import { aurora, auroraList } from '../providers/creatify/aurora.js';
import { creatify } from '../providers/creatify/creatify.js';
import { withAccounts } from './Accounts.js';
import type { Accounts } from './Accounts.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import { environmentOf } from './environmentOf.js';
import type { CreateMethods, ListMethods, WatchMethods } from './families.js';
import { creating, listing, watching } from './families.js';

export type { AuroraInput, AuroraModel } from '../providers/creatify/AuroraInput.js';
export type { AuroraOutput } from '../providers/creatify/AuroraOutput.js';
export type { AuroraQuery } from '../providers/creatify/aurora.js';
export type { AxiosInstanceLike, ClientOptions } from './ClientOptions.js';

/** Creatify's keys; both are on the settings page of its API. @since 0.1.0 */
export interface CreatifyKeys {
  /** Sent as `X-API-ID`. */
  readonly apiId: KeySource;
  /** Sent as `X-API-KEY`. */
  readonly apiKey: KeySource;
}

/** What {@link createCreatify} takes. @since 0.1.0 */
export interface CreatifyOptions extends CreatifyKeys, ClientOptions {}

/** Talking videos of one image and one recording. @since 0.1.0 */
export interface AuroraMethods
  extends
    CreateMethods<AuroraInput, AuroraOutput>,
    WatchMethods<AuroraOutput>,
    ListMethods<AuroraOutput, AuroraQuery> {}

/** A client of Creatify. @since 0.1.0 */
export interface Creatify extends Client<AuroraOutput>, Accounts<Creatify, CreatifyKeys> {
  readonly aurora: AuroraMethods;
}

/**
 * Makes a client of Creatify. Nothing is sent before a stream is subscribed.
 *
 * @throws InvalidInput, at once, naming every option that breaks a rule; a key is never shown
 * @see https://docs.creatify.ai/api-reference/aurora/post-aurora
 * @example
 * ```ts
 * import { outputOf } from 'rushes';
 * import { createCreatify } from 'rushes/creatify';
 *
 * const creatify = createCreatify({ apiId: 'your-id', apiKey: 'your-key' });
 *
 * export async function talk(image: string, audio: string): Promise<string> {
 *   const { video_output } = await outputOf(creatify.aurora.run({ image, audio }));
 *   return video_output;
 * }
 * ```
 * @since 0.1.0
 */
export function createCreatify(options: CreatifyOptions): Creatify {
  const environment = environmentOf({ vendor: creatify, operation: 'createCreatify' }, options);
  return withAccounts<Creatify, CreatifyKeys>(environment, (engine) => ({
    ...clientOf<AuroraOutput>(engine, [aurora]),
    aurora: Object.freeze({
      ...creating(engine, 'aurora', aurora),
      ...watching(engine, 'aurora', aurora),
      ...listing(engine, 'aurora', aurora, auroraList),
    }),
  }));
}
