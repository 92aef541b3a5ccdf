import type { KeySource } from '../engine/Credentials.js';
import type { LipSyncInput } from '../providers/magicHour/LipSyncInput.js';
import { lipSync } from '../providers/magicHour/lipSync.js';
import { magicHour } from '../providers/magicHour/magicHour.js';
import type { VideoOutput } from '../providers/magicHour/VideoOutput.js';
import { videos } from '../providers/magicHour/videos.js';
import { withAccounts } from './Accounts.js';
import type { Accounts } from './Accounts.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import { environmentOf } from './environmentOf.js';
import type { CreateMethods, RemoveMethods, WatchMethods } from './families.js';
import { creating, removing, watching } from './families.js';

export type {
  LipSyncAssets,
  LipSyncInput,
  LipSyncStyle,
} from '../providers/magicHour/LipSyncInput.js';
export type { VideoDownload, VideoOutput } from '../providers/magicHour/VideoOutput.js';
export type { AxiosInstanceLike, ClientOptions } from './ClientOptions.js';

/** The key of Magic Hour. @since 0.1.0 */
export interface MagicHourKeys {
  /** Sent as `Authorization: Bearer …`; from Magic Hour's developer hub. */
  readonly apiKey: KeySource;
}

/** What {@link createMagicHour} takes. @since 0.1.0 */
export interface MagicHourOptions extends MagicHourKeys, ClientOptions {}

/** Video projects, whichever tool made them. @since 0.1.0 */
export interface VideoMethods extends WatchMethods<VideoOutput>, RemoveMethods {}

/** A client of Magic Hour. @since 0.1.0 */
export interface MagicHour extends Client<VideoOutput>, Accounts<MagicHour, MagicHourKeys> {
  /** Video projects: what every video tool makes. Magic Hour has no list of them. */
  readonly videos: VideoMethods;
  /** Makes a video's lips follow another recording; watched as one of the `videos`. */
  readonly lipSync: CreateMethods<LipSyncInput, VideoOutput>;
}

/**
 * Makes a client of Magic Hour. Nothing is sent before a stream is subscribed.
 *
 * @throws InvalidInput, at once, naming every option that breaks a rule; a key is never shown
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details
 * @example
 * ```ts
 * import { estimateProgress } from 'rushes';
 * import { createMagicHour } from 'rushes/magic-hour';
 *
 * const magicHour = createMagicHour({ apiKey: 'your-key' });
 * const job$ = magicHour.lipSync
 *   .run({
 *     start_seconds: 0,
 *     end_seconds: 5,
 *     assets: {
 *       video_source: 'file',
 *       video_file_path: 'https://files.example/face.mp4',
 *       audio_file_path: 'https://files.example/voice.mp3',
 *     },
 *   })
 *   .pipe(estimateProgress());
 * ```
 * @since 0.1.0
 */
export function createMagicHour(options: MagicHourOptions): MagicHour {
  const parts = { vendor: magicHour, operation: 'createMagicHour' };
  const environment = environmentOf(parts, options);
  return withAccounts<MagicHour, MagicHourKeys>(environment, (engine) => ({
    ...clientOf<VideoOutput>(engine, [lipSync]),
    videos: Object.freeze({
      ...watching(engine, 'videos', videos),
      ...removing(engine, 'videos', videos),
    }),
    lipSync: Object.freeze(creating(engine, 'lipSync', lipSync)),
  }));
}
