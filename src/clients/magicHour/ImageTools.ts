import type { ImageOutput } from '../../providers/magicHour/images.js';
import type { AiClothesChangerInput } from '../../providers/magicHour/inputs/AiClothesChangerInput.js';
import type { AiFaceEditorInput } from '../../providers/magicHour/inputs/AiFaceEditorInput.js';
import type { AiGifGeneratorInput } from '../../providers/magicHour/inputs/AiGifGeneratorInput.js';
import type { AiHeadshotGeneratorInput } from '../../providers/magicHour/inputs/AiHeadshotGeneratorInput.js';
import type { AiImageEditorInput } from '../../providers/magicHour/inputs/AiImageEditorInput.js';
import type { AiImageGeneratorInput } from '../../providers/magicHour/inputs/AiImageGeneratorInput.js';
import type { AiImageUpscalerInput } from '../../providers/magicHour/inputs/AiImageUpscalerInput.js';
import type { AiMemeGeneratorInput } from '../../providers/magicHour/inputs/AiMemeGeneratorInput.js';
import type { AiQrCodeGeneratorInput } from '../../providers/magicHour/inputs/AiQrCodeGeneratorInput.js';
import type { BodySwapInput } from '../../providers/magicHour/inputs/BodySwapInput.js';
import type { FaceSwapPhotoInput } from '../../providers/magicHour/inputs/FaceSwapPhotoInput.js';
import type { HeadSwapInput } from '../../providers/magicHour/inputs/HeadSwapInput.js';
import type { ImageBackgroundRemoverInput } from '../../providers/magicHour/inputs/ImageBackgroundRemoverInput.js';
import type { PhotoColorizerInput } from '../../providers/magicHour/inputs/PhotoColorizerInput.js';
import type { CreateMethods } from '../families.js';

/** The tools that make image projects; what they make is watched as one of the `images`. @since 0.1.0 */
export interface ImageTools {
  /** Puts other clothes on a person. */
  readonly aiClothesChanger: CreateMethods<AiClothesChangerInput, ImageOutput>;
  /** Changes the look on a face. */
  readonly aiFaceEditor: CreateMethods<AiFaceEditorInput, ImageOutput>;
  /** Makes an animated GIF of words. As a film too, it is one of the `images`. */
  readonly aiGifGenerator: CreateMethods<AiGifGeneratorInput, ImageOutput>;
  /** Changes pictures as told in words. */
  readonly aiImageEditor: CreateMethods<AiImageEditorInput, ImageOutput>;
  /** Makes a portrait for business of a picture. */
  readonly aiHeadshotGenerator: CreateMethods<AiHeadshotGeneratorInput, ImageOutput>;
  /** Makes images of words. */
  readonly aiImageGenerator: CreateMethods<AiImageGeneratorInput, ImageOutput>;
  /** Makes a picture larger. */
  readonly aiImageUpscaler: CreateMethods<AiImageUpscalerInput, ImageOutput>;
  /** Makes a meme about a topic. */
  readonly aiMemeGenerator: CreateMethods<AiMemeGeneratorInput, ImageOutput>;
  /** Makes a QR code that is a picture. */
  readonly aiQrCodeGenerator: CreateMethods<AiQrCodeGeneratorInput, ImageOutput>;
  /** Puts a person into another picture. */
  readonly bodySwap: CreateMethods<BodySwapInput, ImageOutput>;
  /** Puts other faces into a picture. */
  readonly faceSwapPhoto: CreateMethods<FaceSwapPhotoInput, ImageOutput>;
  /** Puts another head on a body. */
  readonly headSwap: CreateMethods<HeadSwapInput, ImageOutput>;
  /** Takes the background of a picture away, or puts another there. */
  readonly imageBackgroundRemover: CreateMethods<ImageBackgroundRemoverInput, ImageOutput>;
  /** Gives colours to a black and white picture. */
  readonly photoColorizer: CreateMethods<PhotoColorizerInput, ImageOutput>;
}
