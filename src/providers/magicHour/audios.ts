import type { JobKind } from '../../contract/JobKind.js';
import { projectKind } from './projectKind.js';
import type { ProjectOutput } from './ProjectOutput.js';
import { projectOutput } from './ProjectOutput.js';
import { AudioBody } from './wire.js';

/**
 * A finished audio project.
 *
 * @see https://docs.magichour.ai/api-reference/audio-projects/get-audio-details (read 2026-11-22)
 * @since 0.1.0
 */
export type AudioOutput = ProjectOutput;

/**
 * Magic Hour's audio projects: what every audio tool makes.
 *
 * @see https://docs.magichour.ai/api-reference/audio-projects/get-audio-details (read 2026-11-22)
 * @see https://docs.magichour.ai/api-reference/audio-projects/delete-audio (read 2026-11-22)
 * @since 0.1.0
 */
export const audios: JobKind<unknown, AudioBody, AudioOutput> = projectKind({
  kind: 'audios',
  path: '/v1/audio-projects',
  codec: AudioBody,
  output: projectOutput,
  fileType: () => 'audio',
});
