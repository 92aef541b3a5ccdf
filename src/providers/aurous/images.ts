import { assetOf } from '../../contract/assetOf.js';
import type { JobKind } from '../../contract/JobKind.js';
import { pickFields } from '../../contract/pickFields.js';
import type { GenerationBody } from './GenerationBody.js';
import { generationColumns, outputExpiry } from './generationKind.js';
import type { ImageInput } from './ImageInput.js';
import { imageInputIssues } from './ImageInput.js';

/**
 * A finished image, or several.
 *
 * @see https://docs.aurous-labs.com/api-reference/images/retrieve-image (read 2026-11-22)
 * @since 0.1.0
 */
export interface ImageOutput {
  /** One URL an image; they work for about 24 hours, and need no key. */
  readonly output_urls: readonly string[];
  /** In pixels. */
  readonly width?: number;
  /** In pixels. */
  readonly height?: number;
  /** The seed that was used. */
  readonly seed?: number;
  /** How long it took, in milliseconds. */
  readonly duration_ms?: number;
  /** The character that was used. */
  readonly character_id?: string;
  /** The styles that were used. */
  readonly loras?: GenerationBody['loras'];
}

/**
 * Aurous's images.
 *
 * @see https://docs.aurous-labs.com/api-reference/images/create-image (read 2026-11-22)
 * @since 0.1.0
 */
export const images: JobKind<ImageInput, GenerationBody, ImageOutput> = {
  ...generationColumns,
  kind: 'images',
  check: imageInputIssues,
  submit: (input) => ({ method: 'POST', path: '/v1/images', json: input }),
  output: (body) =>
    body.output_urls === undefined || body.output_urls.length === 0
      ? undefined
      : {
          output_urls: body.output_urls,
          ...pickFields(body, 'width', 'height', 'seed', 'duration_ms', 'character_id', 'loras'),
        },
  assets: (body, observedAt) =>
    (body.output_urls ?? []).flatMap((url) =>
      assetOf(url, 'image', 'output_urls', outputExpiry(body, observedAt)),
    ),
  // Documented: 10 to 30 seconds.
  typicalMs: 20_000,
};
