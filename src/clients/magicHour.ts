/**
 * Magic Hour: 28 tools that make videos, images and sounds, and face detection.
 *
 * @packageDocumentation
 * @module rushes/magic-hour
 */
import type { KeySource } from '../engine/Credentials.js';
import type { Account } from '../providers/magicHour/account.js';
import { account } from '../providers/magicHour/account.js';
import type { AudioOutput } from '../providers/magicHour/audios.js';
import { audios } from '../providers/magicHour/audios.js';
import { audioTools } from '../providers/magicHour/audioTools.js';
import type { FaceDetectionOutput } from '../providers/magicHour/faceDetection.js';
import { faceDetection } from '../providers/magicHour/faceDetection.js';
import type { ImageOutput } from '../providers/magicHour/images.js';
import { images } from '../providers/magicHour/images.js';
import { imageTools } from '../providers/magicHour/imageTools.js';
import type { FaceDetectionInput } from '../providers/magicHour/inputs/FaceDetectionInput.js';
import { magicHour } from '../providers/magicHour/magicHour.js';
import type { VideoOutput } from '../providers/magicHour/videos.js';
import { videos } from '../providers/magicHour/videos.js';
import { videoTools } from '../providers/magicHour/videoTools.js';
import { withAccounts } from './Accounts.js';
import type { Accounts } from './Accounts.js';
import type { Answered } from './Answered.js';
import type { Client } from './Client.js';
import { clientOf } from './Client.js';
import type { ClientOptions } from './ClientOptions.js';
import { environmentOf } from './environmentOf.js';
import type { CreateMethods, RemoveMethods, WatchMethods } from './families.js';
import { asking, creating, removing, watching } from './families.js';
import type { AudioTools } from './magicHour/AudioTools.js';
import { creatingEach } from './magicHour/creatingEach.js';
import type { FileMethods } from './magicHour/FileMethods.js';
import { fileMethods } from './magicHour/FileMethods.js';
import type { ImageTools } from './magicHour/ImageTools.js';
import type { SavedItemMethods } from './magicHour/SavedItemMethods.js';
import { savedItemMethods } from './magicHour/SavedItemMethods.js';
import type { VideoTools } from './magicHour/VideoTools.js';

export type {
  Account,
  AccountDiscount,
  AccountPrice,
  AccountSubscription,
} from '../providers/magicHour/account.js';
export type { AudioOutput } from '../providers/magicHour/audios.js';
export type { DetectedFace, FaceDetectionOutput } from '../providers/magicHour/faceDetection.js';
export type { ImageOutput } from '../providers/magicHour/images.js';
export type {
  AiClothesChangerAssets,
  AiClothesChangerInput,
} from '../providers/magicHour/inputs/AiClothesChangerInput.js';
export type {
  AiFaceEditorAssets,
  AiFaceEditorInput,
  AiFaceEditorStyle,
  FaceDegree,
} from '../providers/magicHour/inputs/AiFaceEditorInput.js';
export type {
  AiGifGeneratorInput,
  AiGifGeneratorStyle,
} from '../providers/magicHour/inputs/AiGifGeneratorInput.js';
export type {
  AiHeadshotGeneratorAssets,
  AiHeadshotGeneratorInput,
  AiHeadshotGeneratorStyle,
} from '../providers/magicHour/inputs/AiHeadshotGeneratorInput.js';
export type {
  AiImageEditorAssets,
  AiImageEditorInput,
  AiImageEditorStyle,
} from '../providers/magicHour/inputs/AiImageEditorInput.js';
export type {
  AiImageGeneratorInput,
  AiImageGeneratorStyle,
} from '../providers/magicHour/inputs/AiImageGeneratorInput.js';
export type {
  AiImageUpscalerAssets,
  AiImageUpscalerInput,
  AiImageUpscalerStyle,
} from '../providers/magicHour/inputs/AiImageUpscalerInput.js';
export type {
  AiMemeGeneratorInput,
  AiMemeGeneratorStyle,
} from '../providers/magicHour/inputs/AiMemeGeneratorInput.js';
export type {
  AiQrCodeGeneratorInput,
  AiQrCodeGeneratorStyle,
} from '../providers/magicHour/inputs/AiQrCodeGeneratorInput.js';
export type {
  AiTalkingPhotoAssets,
  AiTalkingPhotoInput,
  AiTalkingPhotoStyle,
} from '../providers/magicHour/inputs/AiTalkingPhotoInput.js';
export type {
  AiVideoEditorAssets,
  AiVideoEditorInput,
  AiVideoEditorStyle,
} from '../providers/magicHour/inputs/AiVideoEditorInput.js';
export type {
  AiVideoTranslatorAssets,
  AiVideoTranslatorInput,
} from '../providers/magicHour/inputs/AiVideoTranslatorInput.js';
export type {
  AiVoiceClonerAssets,
  AiVoiceClonerInput,
  AiVoiceClonerStyle,
} from '../providers/magicHour/inputs/AiVoiceClonerInput.js';
export type {
  AiVoiceGeneratorInput,
  AiVoiceGeneratorStyle,
} from '../providers/magicHour/inputs/AiVoiceGeneratorInput.js';
export type {
  AnimationAssets,
  AnimationInput,
  AnimationStyle,
} from '../providers/magicHour/inputs/AnimationInput.js';
export type {
  AudioToVideoAssets,
  AudioToVideoInput,
  AudioToVideoStyle,
} from '../providers/magicHour/inputs/AudioToVideoInput.js';
export type {
  AutoSubtitleGeneratorAssets,
  AutoSubtitleGeneratorInput,
  AutoSubtitleGeneratorStyle,
  SubtitleConfig,
} from '../providers/magicHour/inputs/AutoSubtitleGeneratorInput.js';
export type { BodySwapAssets, BodySwapInput } from '../providers/magicHour/inputs/BodySwapInput.js';
export type {
  CharacterPoint,
  CharacterReplaceAssets,
  CharacterReplaceInput,
  CharacterReplaceStyle,
} from '../providers/magicHour/inputs/CharacterReplaceInput.js';
export type { Clip, OpenClip } from '../providers/magicHour/inputs/Clip.js';
export type {
  FaceDetectionAssets,
  FaceDetectionInput,
} from '../providers/magicHour/inputs/FaceDetectionInput.js';
export type { FaceMapping, FaceSwapMode } from '../providers/magicHour/inputs/FaceMapping.js';
export type {
  FaceSwapAssets,
  FaceSwapInput,
  FaceSwapStyle,
} from '../providers/magicHour/inputs/FaceSwapInput.js';
export type {
  FaceSwapPhotoAssets,
  FaceSwapPhotoInput,
} from '../providers/magicHour/inputs/FaceSwapPhotoInput.js';
export type { FilePath } from '../providers/magicHour/inputs/FilePath.js';
export type { HeadSwapAssets, HeadSwapInput } from '../providers/magicHour/inputs/HeadSwapInput.js';
export type {
  ImageBackgroundRemoverAssets,
  ImageBackgroundRemoverInput,
} from '../providers/magicHour/inputs/ImageBackgroundRemoverInput.js';
export type {
  ImageToVideoAssets,
  ImageToVideoInput,
  ImageToVideoStyle,
} from '../providers/magicHour/inputs/ImageToVideoInput.js';
export type {
  LipSyncAssets,
  LipSyncInput,
  LipSyncStyle,
} from '../providers/magicHour/inputs/LipSyncInput.js';
export type {
  PhotoColorizerAssets,
  PhotoColorizerInput,
} from '../providers/magicHour/inputs/PhotoColorizerInput.js';
export type { ProjectInput } from '../providers/magicHour/inputs/ProjectInput.js';
export type {
  TextToVideoInput,
  TextToVideoReference,
  TextToVideoStyle,
} from '../providers/magicHour/inputs/TextToVideoInput.js';
export type { UploadItem } from '../providers/magicHour/inputs/UploadItem.js';
export type { VideoModelChoice } from '../providers/magicHour/inputs/VideoModelChoice.js';
export type { VideoSource } from '../providers/magicHour/inputs/VideoSource.js';
export type {
  VideoToVideoInput,
  VideoToVideoStyle,
} from '../providers/magicHour/inputs/VideoToVideoInput.js';
export type { ProjectDownload, ProjectOutput } from '../providers/magicHour/ProjectOutput.js';
export type {
  SavedAsset,
  SavedItem,
  SavedItemType,
  SavedItemsQuery,
} from '../providers/magicHour/savedItems.js';
export type { FaceDetectionStatus, ProjectStatus } from '../providers/magicHour/status.js';
export type { UploadOptions } from '../providers/magicHour/uploadItemOf.js';
export type { UploadPlace } from '../providers/magicHour/uploadUrls.js';
export type { VideoOutput } from '../providers/magicHour/videos.js';
export { ANIMATION_ART_STYLES } from '../providers/magicHour/words/AnimationArtStyle.js';
export type { AnimationArtStyle } from '../providers/magicHour/words/AnimationArtStyle.js';
export { CAMERA_EFFECTS } from '../providers/magicHour/words/CameraEffect.js';
export type { CameraEffect } from '../providers/magicHour/words/CameraEffect.js';
export type { ImageTool } from '../providers/magicHour/words/ImageTool.js';
export type { TargetLanguage } from '../providers/magicHour/words/TargetLanguage.js';
export { VIDEO_ART_STYLES } from '../providers/magicHour/words/VideoArtStyle.js';
export type { VideoArtStyle } from '../providers/magicHour/words/VideoArtStyle.js';
export type { VideoModel } from '../providers/magicHour/words/VideoModel.js';
export type { VoiceName } from '../providers/magicHour/words/VoiceName.js';
export type { Answered } from './Answered.js';
export type { AxiosInstanceLike, ClientOptions } from './ClientOptions.js';
export type { AudioTools } from './magicHour/AudioTools.js';
export type { FileMethods } from './magicHour/FileMethods.js';
export type { ImageTools } from './magicHour/ImageTools.js';
export type { SavedItemMethods } from './magicHour/SavedItemMethods.js';
export type { VideoTools } from './magicHour/VideoTools.js';

/** The key of Magic Hour. @since 0.1.0 */
export interface MagicHourKeys {
  /** Sent as `Authorization: Bearer …`; from Magic Hour's developer hub. */
  readonly apiKey: KeySource;
}

/** What {@link createMagicHour} takes. @since 0.1.0 */
export interface MagicHourOptions extends MagicHourKeys, ClientOptions {}

/** Projects of one sort, whichever tool made them. Magic Hour has no list of them. @since 0.1.0 */
export interface ProjectMethods<Output> extends WatchMethods<Output>, RemoveMethods {}

/** Face detections; Magic Hour deletes none. @since 0.1.0 */
export interface FaceDetectionMethods
  extends
    CreateMethods<FaceDetectionInput, FaceDetectionOutput>,
    WatchMethods<FaceDetectionOutput> {}

/** What any job of Magic Hour gives. @since 0.1.0 */
export type MagicHourOutput = VideoOutput | ImageOutput | AudioOutput | FaceDetectionOutput;

/** A client of Magic Hour. @since 0.1.0 */
export interface MagicHour
  extends
    Client<MagicHourOutput>,
    Accounts<MagicHour, MagicHourKeys>,
    VideoTools,
    ImageTools,
    AudioTools {
  /** Video projects: what every video tool makes. */
  readonly videos: ProjectMethods<VideoOutput>;
  /** Image projects: what every image tool makes, animated ones too. */
  readonly images: ProjectMethods<ImageOutput>;
  /** Audio projects: what every audio tool makes. */
  readonly audios: ProjectMethods<AudioOutput>;
  /** Finds the faces in a picture or video, for swaps of single ones. */
  readonly faceDetection: FaceDetectionMethods;
  /** Brings files to Magic Hour. */
  readonly files: FileMethods;
  /** What was saved for use in more than one job. */
  readonly savedItems: SavedItemMethods;
  /** Whose the key is, and what is left to spend. */
  account(): Answered<Account>;
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
    ...clientOf<MagicHourOutput>(engine, [videos, images, audios, faceDetection]),
    videos: Object.freeze({
      ...watching(engine, 'videos', videos),
      ...removing(engine, 'videos', videos),
    }),
    images: Object.freeze({
      ...watching(engine, 'images', images),
      ...removing(engine, 'images', images),
    }),
    audios: Object.freeze({
      ...watching(engine, 'audios', audios),
      ...removing(engine, 'audios', audios),
    }),
    faceDetection: Object.freeze({
      ...creating(engine, 'faceDetection', faceDetection),
      ...watching(engine, 'faceDetection', faceDetection),
    }),
    ...creatingEach(engine, videoTools),
    ...creatingEach(engine, imageTools),
    ...creatingEach(engine, audioTools),
    files: Object.freeze(fileMethods(engine)),
    savedItems: Object.freeze(savedItemMethods(engine)),
    account: asking(engine, account),
  }));
}
