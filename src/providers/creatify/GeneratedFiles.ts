import { failure, success, Type } from 'io-ts';
import { assetOf } from '../../contract/assetOf.js';
import type { Asset } from '../../model/Asset.js';

const MOST_FILES = 100;
const MOST_DEPTH = 4;
const MOST_CHARS = 1_000_000;
const ABSOLUTE = /^https?:\/\/[^\s/?#]\S*$/i;

function parsed(text: string): unknown {
  if (text.length > MOST_CHARS || !/^\s*["[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function urlsIn(value: unknown, depth: number): readonly string[] {
  if (depth < 0) return [];
  if (typeof value === 'string') {
    return ABSOLUTE.test(value) ? [value] : urlsIn(parsed(value), depth - 1);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .slice(0, MOST_FILES)
    .flatMap((part: unknown) => urlsIn(part, depth - 1));
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && /^\s*(?:\[\s*\]|\{\s*\}|null)?\s*$/.test(value)) ||
  (Array.isArray(value) && value.length === 0);

const isUrls = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && ABSOLUTE.test(item));

/**
 * The URLs of what a model made. The pages call the field a list of assets and give its type as text,
 * so a URL, a list of URLs or objects, and JSON of these in a text are read, each URL once. Nothing
 * there, such as `""` and `[]`, is absent; what is there without a URL is an empty list.
 *
 * @see https://docs.creatify.ai/api-reference/ai-generation/get-ai-generation- (read 2026-11-22)
 * @since 0.1.0
 */
export const generatedFiles = new Type<readonly string[], readonly string[], unknown>(
  'generated files',
  isUrls,
  (value, context) =>
    isEmpty(value) || (typeof value !== 'string' && typeof value !== 'object')
      ? failure(value, context)
      : success([...new Set(urlsIn(value, MOST_DEPTH))].slice(0, MOST_FILES)),
  (urls) => urls,
);

const TYPES: Readonly<Record<string, Asset['type']>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  music: 'audio',
};

/**
 * Generated files as assets; what they are stands in the type of the generation: `text_to_video`.
 *
 * @param urls - where they are
 * @param genType - the vendor's word
 * @param role - the name of the field that has them
 * @since 0.1.0
 */
export function generatedAssets(
  urls: readonly string[] = [],
  genType: string | undefined,
  role: string,
): readonly Asset[] {
  const made = genType?.split('_to_').at(-1) ?? '';
  const type = Object.hasOwn(TYPES, made) ? TYPES[made] : undefined;
  return urls.flatMap((url) => assetOf(url, type ?? 'other', role));
}
