import type { UploadItem } from './inputs/UploadItem.js';

type FileType = UploadItem['type'];

/**
 * The extensions that each sort of file may have, the usual one of the first.
 *
 * @see https://docs.magichour.ai/api-reference/files/generate-asset-upload-urls (read 2026-11-22)
 * @since 0.1.0
 */
export const FILE_EXTENSIONS: Readonly<Record<FileType, readonly string[]>> = {
  // A GIF goes where videos go, into a face swap; that its type is `video` is inferred.
  video: ['mp4', 'm4v', 'mov', 'webm', 'gif'],
  audio: ['mp3', 'wav', 'aac', 'flac', 'webm', 'weba', 'm4a', 'opus', 'ogg', 'oga', 'aiff', 'amr'],
  image: [
    ...['png', 'jpg', 'jpeg', 'jfif', 'heic', 'heif', 'webp', 'avif', 'jp2', 'tiff', 'tif', 'bmp'],
  ],
};

/** Media types whose second half is not the extension. */
const EXTENSION_OF_MEDIA: Readonly<Record<string, string>> = {
  'video/quicktime': 'mov',
  'video/x-m4v': 'm4v',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/x-flac': 'flac',
  'audio/x-aiff': 'aiff',
  'image/jpeg': 'jpg',
};

/** What is said of a file that goes up; what is left out is told from its name, or its media type. @since 0.1.0 */
export interface UploadOptions {
  /** What the file is; for `webm`, which may be either of two, better said. */
  readonly type?: UploadItem['type'];
  /** Its file extension without the dot. */
  readonly extension?: string;
}

const isFileType = (word: string | undefined): word is FileType =>
  word !== undefined && Object.hasOwn(FILE_EXTENSIONS, word);

function extensionOf(name: string, media: string): string | undefined {
  const [, ending] = /\.([a-z0-9]{1,16})$/i.exec(name) ?? [];
  if (ending !== undefined) return ending.toLowerCase();
  const [family, subtype] = media.split('/');
  if (!isFileType(family) || subtype === undefined) return undefined;
  if (Object.hasOwn(EXTENSION_OF_MEDIA, media)) return EXTENSION_OF_MEDIA[media];
  return /^[a-z0-9]+$/.test(subtype) ? subtype : undefined;
}

function typeOf(extension: string | undefined, media: string): FileType | undefined {
  const types = (Object.keys(FILE_EXTENSIONS) as FileType[]).filter((type) =>
    FILE_EXTENSIONS[type].includes(extension ?? ''),
  );
  const [family] = media.split('/');
  if (isFileType(family) && (types.length === 0 || types.includes(family))) return family;
  return types[0];
}

/**
 * What Magic Hour has to be told of a file: as given, else by its name, else by its media type.
 *
 * @param file - a `File` has a name, a `Blob` has none
 * @param said - goes before what the file tells
 * @returns without the fields that nothing tells
 * @since 0.1.0
 */
export function uploadItemOf(
  { name = '', type: mediaType = '' }: Partial<Pick<File, 'name' | 'type'>>,
  said: UploadOptions = {},
): Partial<UploadItem> {
  const [media = ''] = mediaType.toLowerCase().split(';');
  const extension = said.extension ?? extensionOf(name, media.trim());
  const type = said.type ?? typeOf(extension, media.trim());
  return { ...(type && { type }), ...(extension !== undefined && { extension }) };
}
