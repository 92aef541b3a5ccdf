import { isLeft, right } from '#fp-ts/Either';
import type { Decoder } from '../../../contract/Decoder.js';
import { fieldsOf } from '../../../contract/errorAnswer.js';
import { inputRules, optional } from '../../../contract/inputRules.js';
import { filled, listOf, numeric, webUrl } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { text, wholeFrom } from '../../../contract/valueRules.js';
import type { VendorCall } from '../../../contract/VendorCall.js';
import { creatifyCall, getting } from '../creatifyCall.js';

/** Which music to list. @since 0.1.0 */
export interface MusicQuery {
  /** Of `musics.categories`. */
  readonly category?: string;
  /** From 1. @defaultValue 1, at Creatify */
  readonly page?: number;
  /** How many a page, a whole number from 1. @defaultValue 10, at Creatify */
  readonly page_size?: number;
  /** A part of a name or a category. */
  readonly search?: string;
}

/**
 * A piece of music. No page that could be read shows its fields: these are inferred.
 *
 * @since 0.1.0
 */
export interface CreatifyMusic {
  readonly id?: string;
  readonly name?: string;
  readonly category?: string;
  /** What `background_music_url` of other inputs takes. */
  readonly url?: string;
  /** Seconds. */
  readonly duration?: number;
}

/** A page of music. @since 0.1.0 */
export interface MusicPage {
  readonly results: readonly CreatifyMusic[];
  /** How many there are on all pages. */
  readonly count?: number;
  readonly page?: number;
  readonly page_size?: number;
}

/** A category of music. @since 0.1.0 */
export interface MusicCategory {
  readonly name: string;
}

const Music = lenientBody(
  'music',
  {},
  { id: filled, name: filled, category: filled, url: webUrl, duration: numeric },
);

const Page = lenientBody(
  'a page of music',
  { results: listOf(Music) },
  { count: numeric, page: numeric, page_size: numeric },
);

/** One page of the reference has the answer as a page, another as a list of such: both are read. */
const musicPage: Decoder<MusicPage> = {
  decode: (value) => {
    const page: unknown =
      Array.isArray(value) && 'results' in fieldsOf(value[0]) ? value[0] : value;
    const decoded = Page.decode(page);
    if (!isLeft(decoded)) return decoded;
    const list = listOf(Music).decode(page);
    return isLeft(list) ? decoded : right({ results: list.right });
  },
};

/**
 * Lists music.
 *
 * @see https://docs.creatify.ai/api-reference/musics/get-api-musics (read 2026-11-22)
 * @since 0.1.0
 */
export const listMusics: VendorCall<MusicQuery, MusicPage> = creatifyCall({
  name: 'musics.list',
  check: inputRules<MusicQuery>({
    category: optional(text({ min: 1 })),
    page: optional(wholeFrom(1)),
    page_size: optional(wholeFrom(1)),
    search: optional(text()),
  }),
  request: ({ category, page, page_size, search }) => ({
    method: 'GET',
    path: '/api/musics/',
    query: { category, page, page_size, search },
  }),
  answer: musicPage,
});

/**
 * Lists the categories of music.
 *
 * @see https://docs.creatify.ai/api-reference/musics/get-api-music-categories (read 2026-11-22)
 * @since 0.1.0
 */
export const listMusicCategories = getting<readonly MusicCategory[]>(
  'musics.categories',
  '/api/music_categories/',
  listOf(lenientBody('a category of music', { name: filled }, {})),
);
