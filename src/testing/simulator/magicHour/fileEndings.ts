/** Sorts of file that Magic Hour tells apart. @since 0.1.0 */
export type FileSort = 'video' | 'audio' | 'image' | 'gif';

/**
 * The endings of each sort. A gif is taken where a face is swapped in a video, nowhere else.
 *
 * @see https://docs.magichour.ai/api-reference/files/generate-asset-upload-urls (read 2026-11-22)
 */
const FILE_ENDINGS: Readonly<Record<FileSort, readonly string[]>> = {
  video: ['mp4', 'm4v', 'mov', 'webm'],
  audio: 'mp3 wav aac flac webm weba m4a opus ogg oga aiff amr'.split(' '),
  image: 'png jpg jpeg jfif heic heif webp avif jp2 tiff tif bmp'.split(' '),
  gif: ['gif', 'webp', 'webm'],
};

/**
 * What is wrong with an ending.
 *
 * @param ending - without the dot
 * @param sorts - of file that may be meant
 * @returns a sentence, or `undefined` when the ending is one of theirs
 * @since 0.1.0
 */
export function endingFlaw(ending: string, sorts: readonly FileSort[]): string | undefined {
  const known = sorts.flatMap((sort) => FILE_ENDINGS[sort]);
  if (known.includes(ending.toLowerCase())) return undefined;
  return `'${ending}' is an invalid ${sorts[0]} extension. Possible extensions are '${known.join("', '")}'`;
}

/**
 * The ending of a path; one without, such as a file of the library, is taken as it is.
 *
 * @param path - a URL, or the path of an upload
 * @since 0.1.0
 */
export function endingOf(path: string): string | undefined {
  return /\.([a-z0-9]+)(\?.*)?$/i.exec(path.replace(/^https?:\/\/[^/]*/, ''))?.[1];
}
