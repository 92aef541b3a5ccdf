import type { Asset } from '../model/Asset.js';

/** A sort of file, as servers and file systems name it. */
interface MediaFormat {
  readonly extension: string;
  /** Content types that mean it. */
  readonly contentTypes: readonly string[];
}

const FORMATS: readonly MediaFormat[] = [
  { extension: 'mp4', contentTypes: ['video/mp4', 'application/mp4'] },
  { extension: 'webm', contentTypes: ['video/webm'] },
  { extension: 'mov', contentTypes: ['video/quicktime'] },
  { extension: 'mkv', contentTypes: ['video/x-matroska', 'video/matroska'] },
  { extension: 'mp3', contentTypes: ['audio/mpeg', 'audio/mp3'] },
  { extension: 'wav', contentTypes: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'] },
  { extension: 'm4a', contentTypes: ['audio/mp4', 'audio/x-m4a'] },
  { extension: 'aac', contentTypes: ['audio/aac'] },
  { extension: 'ogg', contentTypes: ['audio/ogg', 'application/ogg'] },
  { extension: 'flac', contentTypes: ['audio/flac', 'audio/x-flac'] },
  { extension: 'png', contentTypes: ['image/png'] },
  { extension: 'jpg', contentTypes: ['image/jpeg', 'image/jpg'] },
  { extension: 'jpeg', contentTypes: ['image/jpeg'] },
  { extension: 'webp', contentTypes: ['image/webp'] },
  { extension: 'gif', contentTypes: ['image/gif'] },
  { extension: 'avif', contentTypes: ['image/avif'] },
  { extension: 'svg', contentTypes: ['image/svg+xml'] },
  { extension: 'srt', contentTypes: ['application/x-subrip', 'text/srt'] },
  { extension: 'vtt', contentTypes: ['text/vtt'] },
  { extension: 'json', contentTypes: ['application/json'] },
  { extension: 'jsonl', contentTypes: ['application/jsonl', 'application/x-ndjson'] },
  { extension: 'html', contentTypes: ['text/html'] },
  { extension: 'txt', contentTypes: ['text/plain'] },
  { extension: 'zip', contentTypes: ['application/zip', 'application/x-zip-compressed'] },
];

/** What servers say of files that they know nothing of. */
const NAMELESS = /^(?:$|(?:application|binary)\/octet-stream$|application\/(?:x-|force-)download$)/;

/** What an asset of each type may come as; pages and JSON instead of media are messages of errors. */
const FITTING: Readonly<Record<Asset['type'], RegExp>> = {
  video: /^(?:video\/|application\/(?:mp4|ogg)$|image\/gif$)/,
  audio: /^(?:audio\/|application\/(?:mp4|ogg)$|video\/(?:mp4|webm|ogg)$)/,
  image: /^image\//,
  text: /^(?:text\/|application\/(?:[\w.+-]*(?:json|xml|yaml)\w*|x-subrip)$)/,
  other: /^/,
};

const essenceOf = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/**
 * Whether a content type can be that of an asset. A server that names none is believed.
 *
 * @param type - what the asset is said to be
 * @param contentType - the header, with its parameters
 * @since 0.1.0
 */
export function isFittingType(type: Asset['type'], contentType: string | undefined): boolean {
  const essence = essenceOf(contentType);
  return NAMELESS.test(essence) || FITTING[type].test(essence);
}

/**
 * The extension of a file, out of a closed list: that of its content type or the one in its URL,
 * whichever says more.
 *
 * @param type - what the asset is said to be; an extension of something else in a URL does not count
 * @param contentType - the header, with its parameters
 * @param pathname - the path of the URL
 * @returns without the dot; `bin` where nothing known is said
 * @since 0.1.0
 */
export function extensionOf(
  type: Asset['type'],
  contentType: string | undefined,
  pathname: string,
): string {
  const essence = essenceOf(contentType);
  const [, ending = ''] = /\.([a-z0-9]{1,5})$/.exec(pathname.toLowerCase()) ?? [];
  const byType = FORMATS.find(({ contentTypes }) => contentTypes.includes(essence));
  const byUrl = FORMATS.find(
    ({ extension, contentTypes }) =>
      extension === ending && contentTypes.some((name) => FITTING[type].test(name)),
  );
  const isVague = NAMELESS.test(essence) || essence === 'text/plain';
  return (isVague ? (byUrl ?? byType) : (byType ?? byUrl))?.extension ?? 'bin';
}
