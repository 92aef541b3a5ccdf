import { pickFields } from '../../contract/pickFields.js';
import type { AudioBody } from './wire.js';

/** A file of a finished project. @since 0.1.0 */
export interface ProjectDownload {
  /** URL of the file; signed, so use it exactly as it is. */
  readonly url: string;
  /** When the URL stops working, ISO 8601; a new look gives a fresh one. */
  readonly expires_at?: string;
}

/** What a finished project gives, whatever it made. @since 0.1.0 */
export interface ProjectOutput {
  /** The files, at least one. */
  readonly downloads: readonly ProjectDownload[];
  /** What made it, such as `LIP_SYNC` or `AI_IMAGE`; Magic Hour adds new ones. */
  readonly type?: string;
  /** The project's name. */
  readonly name?: string;
  /** What was charged in the end, in Magic Hour's credits. */
  readonly credits_charged?: number;
}

/** The files in a body; older answers for videos have a single one under another name. @since 0.1.0 */
export function projectDownloads(
  body: AudioBody & { readonly download?: ProjectDownload },
): readonly ProjectDownload[] {
  if (body.downloads !== undefined && body.downloads.length > 0) return body.downloads;
  return body.download === undefined ? [] : [body.download];
}

/**
 * The output in a body; `undefined` as long as no file is there.
 *
 * @since 0.1.0
 */
export function projectOutput(body: AudioBody): ProjectOutput | undefined {
  const downloads = projectDownloads(body);
  if (downloads.length === 0) return undefined;
  return { downloads, ...pickFields(body, 'type', 'name', 'credits_charged') };
}
