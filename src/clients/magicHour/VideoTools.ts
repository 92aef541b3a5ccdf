import type { VideoOutput } from '../../providers/magicHour/videos.js';
import type { AiTalkingPhotoInput } from '../../providers/magicHour/inputs/AiTalkingPhotoInput.js';
import type { AiVideoEditorInput } from '../../providers/magicHour/inputs/AiVideoEditorInput.js';
import type { AiVideoTranslatorInput } from '../../providers/magicHour/inputs/AiVideoTranslatorInput.js';
import type { AnimationInput } from '../../providers/magicHour/inputs/AnimationInput.js';
import type { AudioToVideoInput } from '../../providers/magicHour/inputs/AudioToVideoInput.js';
import type { AutoSubtitleGeneratorInput } from '../../providers/magicHour/inputs/AutoSubtitleGeneratorInput.js';
import type { CharacterReplaceInput } from '../../providers/magicHour/inputs/CharacterReplaceInput.js';
import type { FaceSwapInput } from '../../providers/magicHour/inputs/FaceSwapInput.js';
import type { ImageToVideoInput } from '../../providers/magicHour/inputs/ImageToVideoInput.js';
import type { LipSyncInput } from '../../providers/magicHour/inputs/LipSyncInput.js';
import type { TextToVideoInput } from '../../providers/magicHour/inputs/TextToVideoInput.js';
import type { VideoToVideoInput } from '../../providers/magicHour/inputs/VideoToVideoInput.js';
import type { CreateMethods } from '../families.js';

/** The tools that make video projects; what they make is watched as one of the `videos`. @since 0.1.0 */
export interface VideoTools {
  /** Lets a picture say a recording. */
  readonly aiTalkingPhoto: CreateMethods<AiTalkingPhotoInput, VideoOutput>;
  /** Changes a video as told in words. */
  readonly aiVideoEditor: CreateMethods<AiVideoEditorInput, VideoOutput>;
  /** Draws an animation, to a recording or without. */
  readonly animation: CreateMethods<AnimationInput, VideoOutput>;
  /** Makes a video for a recording. */
  readonly audioToVideo: CreateMethods<AudioToVideoInput, VideoOutput>;
  /** Writes what is said into a video. */
  readonly autoSubtitleGenerator: CreateMethods<AutoSubtitleGeneratorInput, VideoOutput>;
  /** Puts somebody else into a video, or lets a picture move as somebody in it does. */
  readonly characterReplace: CreateMethods<CharacterReplaceInput, VideoOutput>;
  /** Puts other faces into a video. */
  readonly faceSwap: CreateMethods<FaceSwapInput, VideoOutput>;
  /** Makes a video that begins with a picture. */
  readonly imageToVideo: CreateMethods<ImageToVideoInput, VideoOutput>;
  /** Makes a video's lips follow another recording. */
  readonly lipSync: CreateMethods<LipSyncInput, VideoOutput>;
  /** Makes a video of words. */
  readonly textToVideo: CreateMethods<TextToVideoInput, VideoOutput>;
  /** Redraws a video in another style. */
  readonly videoToVideo: CreateMethods<VideoToVideoInput, VideoOutput>;
  /** Lets a video speak another language. Newer than the others. */
  readonly aiVideoTranslator: CreateMethods<AiVideoTranslatorInput, VideoOutput>;
}
