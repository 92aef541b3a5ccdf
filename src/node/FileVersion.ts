import type { FoundFile } from './followRedirects.js';
import { contentRange } from './contentRange.js';
import type { DownloadPlan } from './DownloadPlan.js';
import type { FileName } from './FileName.js';
import { extensionOf } from './MediaFormat.js';
import { validatorOf } from './validatorOf.js';

/** A file as a server gives it now; a later answer may be of another one. @since 0.1.0 */
export interface FileVersion {
  readonly name: FileName;
  /** In bytes, where it is told. */
  readonly totalBytes: number | undefined;
  /** For `If-Range`; without it a rest of this file cannot be asked for. */
  readonly validator: string | undefined;
}

/** What an answer with the whole file says of it. @since 0.1.0 */
export function versionIn(
  { name, type }: Pick<DownloadPlan, 'name' | 'type'>,
  { answer, url }: FoundFile,
): FileVersion {
  const { headers } = answer;
  const length = headers['content-length'];
  return {
    name:
      typeof name === 'string'
        ? { stem: name, ending: `.${extensionOf(type, headers['content-type'], url.pathname)}` }
        : name,
    totalBytes: length === undefined ? undefined : Number(length),
    validator: validatorOf(headers),
  };
}

/** How to ask for the rest of a file, if it is still the same. @since 0.1.0 */
export const restOf = (
  validator: string | undefined,
  from: number,
): Readonly<Record<string, string>> =>
  validator === undefined || from === 0 ? {} : { Range: `bytes=${from}-`, 'If-Range': validator };

/**
 * What is known of a file once an answer gives a part of it; `undefined` where that part is of another
 * file, or does not begin where the bytes that are there end.
 *
 * @since 0.1.0
 */
export function resumedVersion(
  version: FileVersion,
  from: number,
  { answer }: FoundFile,
): FileVersion | undefined {
  const { headers } = answer;
  const { validator, totalBytes } = version;
  const range = contentRange(headers['content-range']);
  if (range?.first !== from) return undefined;
  const known = validator?.startsWith('"') === true ? headers.etag : headers['last-modified'];
  if (known !== undefined && known !== validator) return undefined;
  const total = range.total ?? totalBytes;
  return totalBytes === undefined || total === totalBytes
    ? { ...version, totalBytes: total }
    : undefined;
}
