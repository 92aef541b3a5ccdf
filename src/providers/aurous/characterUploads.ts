import type { CrossRule } from '../../contract/inputRules.js';
import { inputRules, required } from '../../contract/inputRules.js';
import { filled, moment, numeric, text as readText, webUrl } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { jobId, oneOf, text } from '../../contract/valueRules.js';
import type { VendorCall, VendorUpload } from '../../contract/VendorCall.js';
import type { EpochMs } from '../../model/EpochMs.js';
import { CHARACTERS_POST } from './buckets.js';
import { errorOf } from './errorOf.js';
import { HeadersBody } from './HeadersBody.js';

/** Extensions of pictures that Aurous takes, and the type that each goes with. */
const TYPES = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const;

/**
 * What Aurous is told of a picture before it is uploaded. Both lists are closed: a picture of another
 * type cannot be used.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/upload-init (read 2026-11-22)
 * @since 0.1.0
 */
export interface ReferenceUpload {
  /** The file's name, 1 to 120 characters. */
  readonly filename: string;
  /** Has to fit `content_type`. */
  readonly extension: keyof typeof TYPES;
  /** Has to fit `extension`. */
  readonly content_type: (typeof TYPES)[keyof typeof TYPES];
}

/** Where a picture goes. @since 0.1.0 */
export interface UploadTicket {
  /** Names the picture for `uploads.classify` and `characters.run`; good for 24 hours. */
  readonly upload_id: string;
  /** Takes the bytes by `PUT`, without a key, for 15 minutes. */
  readonly upload_url: string;
  /** Headers to send with them. */
  readonly upload_headers?: Readonly<Record<string, string>>;
  /** When `upload_url` stops working. */
  readonly expires_at?: EpochMs;
}

const typeFits: CrossRule = ({ extension, content_type }) => {
  const expected = TYPES[extension as keyof typeof TYPES] as string | undefined;
  return expected === undefined || content_type === undefined || expected === content_type
    ? []
    : [
        {
          path: 'content_type',
          message: `must be "${expected}" for the extension ${String(extension)}`,
        },
      ];
};

/** Mints a place for one picture. @since 0.1.0 */
export const initUpload: VendorCall<ReferenceUpload, UploadTicket> = {
  name: 'characters.uploads.init',
  check: inputRules<ReferenceUpload>(
    {
      filename: required(text({ min: 1, max: 120 })),
      extension: required(oneOf(...Object.keys(TYPES))),
      content_type: required(oneOf('image/jpeg', 'image/png', 'image/webp')),
    },
    typeFits,
  ),
  request: (input) => ({ method: 'POST', path: '/v1/characters/uploads/init', json: input }),
  answer: lenientBody(
    'a ticket for an upload',
    { upload_id: filled, upload_url: webUrl },
    { upload_headers: HeadersBody, expires_at: moment },
  ),
  errorOf,
  bucket: CHARACTERS_POST,
};

/** A picture that was uploaded. @since 0.1.0 */
export interface UploadedReference {
  /** One of the `upload_ids` of a new character; good for 24 hours. */
  readonly upload_id: string;
}

/** Uploads one picture: a place, then its bytes. @since 0.1.0 */
export const uploadReference: VendorUpload<ReferenceUpload, UploadTicket, UploadedReference> = {
  call: { ...initUpload, name: 'characters.uploads.upload' },
  target: ({ upload_url, upload_headers }, { content_type }) => ({
    url: upload_url,
    headers: upload_headers ?? { 'Content-Type': content_type },
  }),
  uploaded: ({ upload_id }) => ({ upload_id }),
};

/**
 * What Aurous is told of a file: its name and type, or what the user says of them.
 *
 * @since 0.1.0
 */
export function referenceUploadOf(
  file: Partial<File> | undefined,
  said: Partial<ReferenceUpload> = {},
): ReferenceUpload {
  const filename = said.filename ?? file?.name ?? 'reference';
  const ending = /\.([a-z]+)$/i.exec(filename)?.[1]?.toLowerCase();
  const type = said.content_type ?? file?.type;
  const byType = Object.entries(TYPES).find(([, known]) => known === type)?.[0];
  const extension =
    said.extension ?? (type === undefined || type === '' ? ending : byType) ?? ending;
  const content_type = said.content_type ?? (type || TYPES[extension as keyof typeof TYPES]);
  // Whatever is missing is left for the rules to name.
  return { filename, extension, content_type } as ReferenceUpload;
}

/** Which picture to look at. @since 0.1.0 */
export interface ClassifyInput {
  /** From an upload. */
  readonly upload_id: string;
}

/** What Aurous sees in a picture. @since 0.1.0 */
export interface Classification {
  /** `portrait`, `front`, `side`, `back` or `other`. */
  readonly pose: string;
  /** How sure it is, in `[0, 1]`; says nothing about whether the picture will do. */
  readonly confidence?: number;
  readonly upload_id?: string;
}

/**
 * Tells the pose in an uploaded picture; free, and may be repeated until the picture is used.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/upload-classify (read 2026-11-22)
 * @since 0.1.0
 */
export const classifyUpload: VendorCall<ClassifyInput, Classification> = {
  name: 'characters.uploads.classify',
  check: inputRules<ClassifyInput>({ upload_id: required(jobId) }),
  request: (input) => ({ method: 'POST', path: '/v1/characters/uploads/classify', json: input }),
  answer: lenientBody(
    'a classification',
    { pose: filled },
    { confidence: numeric, upload_id: readText },
  ),
  errorOf,
  bucket: CHARACTERS_POST,
};
