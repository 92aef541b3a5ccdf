import { aiTalkingPhotoIssues } from './inputs/AiTalkingPhotoInput.js';
import { aiVideoEditorIssues } from './inputs/AiVideoEditorInput.js';
import { aiVideoTranslatorIssues } from './inputs/AiVideoTranslatorInput.js';
import { animationIssues } from './inputs/AnimationInput.js';
import { audioToVideoIssues } from './inputs/AudioToVideoInput.js';
import { autoSubtitleGeneratorIssues } from './inputs/AutoSubtitleGeneratorInput.js';
import { characterReplaceIssues } from './inputs/CharacterReplaceInput.js';
import { faceSwapIssues } from './inputs/FaceSwapInput.js';
import { imageToVideoIssues } from './inputs/ImageToVideoInput.js';
import { lipSyncIssues } from './inputs/LipSyncInput.js';
import { textToVideoIssues } from './inputs/TextToVideoInput.js';
import { videoToVideoIssues } from './inputs/VideoToVideoInput.js';
import { projectTool } from './projectTool.js';
import { videos } from './videos.js';

/** The tools that make video projects, by the name of their method. @since 0.1.0 */
export const videoTools = {
  /** @see https://docs.magichour.ai/api-reference/video-projects/ai-talking-photo (read 2026-11-22) */
  aiTalkingPhoto: projectTool(videos, {
    path: 'ai-talking-photo',
    check: aiTalkingPhotoIssues,
    typicalSeconds: 174,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/ai-video-editor (read 2026-11-22) */
  aiVideoEditor: projectTool(videos, {
    path: 'ai-video-editor',
    check: aiVideoEditorIssues,
    typicalSeconds: 85,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/animation (read 2026-11-22) */
  animation: projectTool(videos, {
    path: 'animation',
    check: animationIssues,
    typicalSeconds: 596,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/audio-to-video (read 2026-11-22) */
  audioToVideo: projectTool(videos, {
    path: 'audio-to-video',
    check: audioToVideoIssues,
    typicalSeconds: 117,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/auto-subtitle-generator (read 2026-11-22) */
  autoSubtitleGenerator: projectTool(videos, {
    path: 'auto-subtitle-generator',
    check: autoSubtitleGeneratorIssues,
    typicalSeconds: 45,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/character-replace (read 2026-11-22) */
  characterReplace: projectTool(videos, {
    path: 'character-replace',
    check: characterReplaceIssues,
    typicalSeconds: 446,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/face-swap-video (read 2026-11-22) */
  faceSwap: projectTool(videos, { path: 'face-swap', check: faceSwapIssues, typicalSeconds: 96 }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/image-to-video (read 2026-11-22) */
  imageToVideo: projectTool(videos, {
    path: 'image-to-video',
    check: imageToVideoIssues,
    typicalSeconds: 74,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/lip-sync (read 2026-11-22) */
  lipSync: projectTool(videos, { path: 'lip-sync', check: lipSyncIssues, typicalSeconds: 229 }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/text-to-video (read 2026-11-22) */
  textToVideo: projectTool(videos, {
    path: 'text-to-video',
    check: textToVideoIssues,
    typicalSeconds: 51,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/video-to-video (read 2026-11-22) */
  videoToVideo: projectTool(videos, {
    path: 'video-to-video',
    check: videoToVideoIssues,
    typicalSeconds: 772,
  }),
  /** @see https://docs.magichour.ai/api-reference/video-projects/ai-video-translator (read 2026-11-22) */
  aiVideoTranslator: projectTool(videos, {
    path: 'ai-video-translator',
    check: aiVideoTranslatorIssues,
  }),
} as const;
