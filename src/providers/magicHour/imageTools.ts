import { aiClothesChangerIssues } from './inputs/AiClothesChangerInput.js';
import { aiFaceEditorIssues } from './inputs/AiFaceEditorInput.js';
import { aiGifGeneratorIssues } from './inputs/AiGifGeneratorInput.js';
import { aiHeadshotGeneratorIssues } from './inputs/AiHeadshotGeneratorInput.js';
import { aiImageEditorIssues } from './inputs/AiImageEditorInput.js';
import { aiImageGeneratorIssues } from './inputs/AiImageGeneratorInput.js';
import { aiImageUpscalerIssues } from './inputs/AiImageUpscalerInput.js';
import { aiMemeGeneratorIssues } from './inputs/AiMemeGeneratorInput.js';
import { aiQrCodeGeneratorIssues } from './inputs/AiQrCodeGeneratorInput.js';
import { bodySwapIssues } from './inputs/BodySwapInput.js';
import { faceSwapPhotoIssues } from './inputs/FaceSwapPhotoInput.js';
import { headSwapIssues } from './inputs/HeadSwapInput.js';
import { imageBackgroundRemoverIssues } from './inputs/ImageBackgroundRemoverInput.js';
import { photoColorizerIssues } from './inputs/PhotoColorizerInput.js';
import { projectTool } from './projectTool.js';
import { images } from './images.js';

/** The tools that make image projects, by the name of their method. @since 0.1.0 */
export const imageTools = {
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-clothes-changer (read 2026-11-22) */
  aiClothesChanger: projectTool(images, {
    path: 'ai-clothes-changer',
    check: aiClothesChangerIssues,
    typicalSeconds: 13,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-face-editor (read 2026-11-22) */
  aiFaceEditor: projectTool(images, {
    path: 'ai-face-editor',
    check: aiFaceEditorIssues,
    typicalSeconds: 3,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-gif-generator (read 2026-11-22) */
  aiGifGenerator: projectTool(images, {
    path: 'ai-gif-generator',
    check: aiGifGeneratorIssues,
    typicalSeconds: 23,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-image-editor (read 2026-11-22) */
  aiImageEditor: projectTool(images, {
    path: 'ai-image-editor',
    check: aiImageEditorIssues,
    typicalSeconds: 9,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-headshot-generator (read 2026-11-22) */
  aiHeadshotGenerator: projectTool(images, {
    path: 'ai-headshot-generator',
    check: aiHeadshotGeneratorIssues,
    typicalSeconds: 14,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-image-generator (read 2026-11-22) */
  aiImageGenerator: projectTool(images, {
    path: 'ai-image-generator',
    check: aiImageGeneratorIssues,
    typicalSeconds: 5,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-image-upscaler (read 2026-11-22) */
  aiImageUpscaler: projectTool(images, {
    path: 'ai-image-upscaler',
    check: aiImageUpscalerIssues,
    typicalSeconds: 22,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-meme-generator (read 2026-11-22) */
  aiMemeGenerator: projectTool(images, {
    path: 'ai-meme-generator',
    check: aiMemeGeneratorIssues,
    typicalSeconds: 9,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/ai-qr-code-generator (read 2026-11-22) */
  aiQrCodeGenerator: projectTool(images, {
    path: 'ai-qr-code-generator',
    check: aiQrCodeGeneratorIssues,
    typicalSeconds: 7,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/body-swap (read 2026-11-22) */
  bodySwap: projectTool(images, { path: 'body-swap', check: bodySwapIssues, typicalSeconds: 38 }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/face-swap-photo (read 2026-11-22) */
  faceSwapPhoto: projectTool(images, {
    path: 'face-swap-photo',
    check: faceSwapPhotoIssues,
    typicalSeconds: 4,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/head-swap (read 2026-11-22) */
  headSwap: projectTool(images, { path: 'head-swap', check: headSwapIssues, typicalSeconds: 18 }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/image-background-remover (read 2026-11-22) */
  imageBackgroundRemover: projectTool(images, {
    path: 'image-background-remover',
    check: imageBackgroundRemoverIssues,
    typicalSeconds: 4,
  }),
  /** @see https://docs.magichour.ai/api-reference/image-projects/photo-colorizer (read 2026-11-22) */
  photoColorizer: projectTool(images, {
    path: 'photo-colorizer',
    check: photoColorizerIssues,
    typicalSeconds: 9,
  }),
} as const;
