import { blob } from '../../contract/blobRule.js';
import type { ById } from '../../contract/ById.js';
import { byIdIssues } from '../../contract/ById.js';
import { done } from '../../contract/done.js';
import type { Rule } from '../../contract/inputRules.js';
import { inputRules, optional, required } from '../../contract/inputRules.js';
import { moment, numeric, text as readText, vendorId, webUrl } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { oneOf } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import type { EpochMs } from '../../model/EpochMs.js';
import { FILES_POST, READS } from './buckets.js';
import { errorOf } from './errorOf.js';
import { idempotency } from './idempotency.js';

/**
 * A picture for Aurous to work from.
 *
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/upload-a-reference-file (read 2026-11-22)
 * @since 0.1.0
 */
export interface FileInput {
  /** `png`, `jpeg` or `webp`, at most 10 MB and 4,096 pixels a side. */
  readonly file: Blob;
  /** What it is for. A closed list: it decides where the file can be used. */
  readonly purpose: 'reference' | 'first_frame' | 'last_frame';
  /** Facts of your own; they come back with the file. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A file at Aurous; it is deleted 24 hours after its upload. @since 0.1.0 */
export interface AurousFile {
  /** Stands where an input takes a picture. */
  readonly id: string;
  readonly purpose?: string;
  readonly mime_type?: string;
  readonly size_bytes?: number;
  readonly width_px?: number;
  readonly height_px?: number;
  /** Works for about an hour; a new read gives a fresh one. */
  readonly url?: string;
  /** When the file is deleted. */
  readonly expires_at?: EpochMs;
  readonly created_at?: EpochMs;
}

const FileBody = lenientBody(
  'a file',
  { id: vendorId },
  {
    purpose: readText,
    mime_type: readText,
    size_bytes: numeric,
    width_px: numeric,
    height_px: numeric,
    url: webUrl,
    expires_at: moment,
    created_at: moment,
  },
);

const plainObject: Rule = {
  must: 'an object',
  check: (value, path) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? []
      : [{ path, message: 'must be an object' }],
};

const PATH = '/v1/files';

/** Uploads a file; recognized when repeated under its key. @since 0.1.0 */
export const createFile: VendorCall<FileInput, AurousFile> = {
  name: 'files.create',
  check: inputRules<FileInput>({
    file: required(blob),
    purpose: required(oneOf('reference', 'first_frame', 'last_frame')),
    metadata: optional(plainObject),
  }),
  request: ({ file, purpose, metadata }) => ({
    method: 'POST',
    path: PATH,
    form: [
      { name: 'file', value: file },
      { name: 'purpose', value: purpose },
      ...(metadata === undefined ? [] : [{ name: 'metadata', value: JSON.stringify(metadata) }]),
    ],
  }),
  answer: FileBody,
  errorOf,
  bucket: FILES_POST,
  once: true,
  idempotency,
};

const pathOf = ({ id }: ById): string => `${PATH}/${pathSegment(id)}`;

/**
 * Reads a file's facts, with a fresh URL.
 *
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/get-a-file-re-mints-a-fresh-1h-signed-url
 * (read 2026-11-22)
 * @since 0.1.0
 */
export const getFile: VendorCall<ById, AurousFile> = {
  name: 'files.get',
  check: byIdIssues,
  request: (file) => ({ method: 'GET', path: pathOf(file) }),
  answer: FileBody,
  errorOf,
  bucket: READS,
};

/**
 * Deletes a file at once; one that is not there counts as deleted.
 *
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/immediately-purge-a-file (read 2026-11-22)
 * @since 0.1.0
 */
export const removeFile: VendorCall<ById, void> = {
  name: 'files.remove',
  check: byIdIssues,
  request: (file) => ({ method: 'DELETE', path: pathOf(file) }),
  answer: done,
  reads: 'status',
  errorOf,
};
