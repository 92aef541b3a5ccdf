import { inputRules, recordOf, required } from '../../../contract/inputRules.js';
import { text } from '../../../contract/valueRules.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What the code looks like. @since 0.1.0 */
export interface AiQrCodeGeneratorStyle {
  /** Its look: one of the named ones, or any in your own words. */
  readonly art_style:
    | 'Watercolor'
    | 'Cyberpunk City'
    | 'Ink Landscape'
    | 'Interior Painting'
    | 'Japanese Street'
    | 'Mech'
    | 'Minecraft'
    | 'Picasso Painting'
    | 'Game Map'
    | 'Spaceship'
    | 'Chinese Painting'
    | 'Winter Village'
    | (string & {});
}

/**
 * What a QR code is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-qr-code-generator (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiQrCodeGeneratorInput extends ProjectInput {
  /** What the code says, such as a URL. */
  readonly content: string;
  /** What the code looks like. */
  readonly style: AiQrCodeGeneratorStyle;
}

/** The rules of {@link AiQrCodeGeneratorInput}. @since 0.1.0 */
export const aiQrCodeGeneratorIssues = inputRules<AiQrCodeGeneratorInput>({
  ...projectRules,
  content: required(text()),
  style: required(recordOf<AiQrCodeGeneratorStyle>({ art_style: required(text()) })),
});
