import type { JobKind } from '../../contract/JobKind.js';
import { pickFields } from '../../contract/pickFields.js';
import { projectKind } from './projectKind.js';
import type { ProjectOutput } from './ProjectOutput.js';
import { projectOutput } from './ProjectOutput.js';
import { ImageBody } from './wire.js';

/**
 * A finished image project.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/get-image-details (read 2026-11-22)
 * @since 0.1.0
 */
export interface ImageOutput extends ProjectOutput {
  /** How many images were made; `downloads` has each. */
  readonly image_count?: number;
}

/** A GIF that was ordered as a film is an image project all the same. */
const FILM = /\.(?:mp4|webm)(?:[?#]|$)/i;

/**
 * Magic Hour's image projects: what every image tool makes.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/get-image-details (read 2026-11-22)
 * @see https://docs.magichour.ai/api-reference/image-projects/delete-image (read 2026-11-22)
 * @since 0.1.0
 */
export const images: JobKind<unknown, ImageBody, ImageOutput> = projectKind({
  kind: 'images',
  path: '/v1/image-projects',
  codec: ImageBody,
  output: (body) => {
    const output = projectOutput(body);
    return output && { ...output, ...pickFields(body, 'image_count') };
  },
  fileType: (url) => (FILM.test(url) ? 'video' : 'image'),
});
