import { pickFields } from '../../contract/pickFields.js';
import type { GenerationBody } from './wire.js';

/**
 * A finished generation.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export interface GenerationOutput {
  /** URL of the media; signed, so use it exactly as it is. */
  readonly outputUrl: string;
  /** Length of the media in seconds. */
  readonly outputDuration?: number;
  /** The file's name as sync.so cleaned it; absent where none was asked for. */
  readonly outputFileName?: string;
  /** URL of the part that segments made. */
  readonly segmentOutputUrl?: string;
  /** URL of the speech made of a text input; use it as an audio input to keep the same take. */
  readonly synthesizedAudioUrl?: string;
  /** The model that was used. */
  readonly model?: string;
  /** The project that the generation belongs to. */
  readonly projectId?: string;
}

/**
 * The output in a body; `undefined` as long as no media is there.
 *
 * @since 0.1.0
 */
export function generationOutput(body: GenerationBody): GenerationOutput | undefined {
  if (body.outputUrl === undefined) return undefined;
  return {
    outputUrl: body.outputUrl,
    ...pickFields(body, 'outputDuration', 'outputFileName', 'segmentOutputUrl'),
    ...pickFields(body, 'synthesizedAudioUrl', 'model', 'projectId'),
  };
}
