import { optional, recordOf } from '../../contract/inputRules.js';
import type { FieldRules, Rule } from '../../contract/inputRules.js';
import {
  flag,
  numberFrom,
  oneOf,
  orNull,
  text,
  textLike,
  webUrl,
  wordLike,
} from '../../contract/valueRules.js';

// Fields that several families take. A list of words is closed where a page lists all of them and they
// are shapes or switches of the vendor's own; names of models, styles, languages and voices are open,
// since Creatify adds to them.

/** The model that speaks; `standard` unless told. Newer models are taken as well. @since 0.1.0 */
export type AvatarModel = 'standard' | 'aurora_v1' | 'aurora_v1_fast' | (string & {});

/** Rules of {@link AvatarModel}: open, a name of a model. @since 0.1.0 */
export const avatarModel: Rule = wordLike('standard', 'aurora_v1', 'aurora_v1_fast');

/** The shape of a video: closed, since the pages list these three. @since 0.1.0 */
export type CreatifyAspectRatio = '9x16' | '16x9' | '1x1';

/** Rules of {@link CreatifyAspectRatio}; `9:16` is an older revision's spelling. @since 0.1.0 */
export const aspectRatio: Rule = oneOf('9x16', '16x9', '1x1');

/** Where Creatify is to report changes of the status. @since 0.1.0 */
export const webhookUrl: Rule = orNull(webUrl({ max: 200 }));

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** An id of Creatify: a link's, a voice's, an avatar's. @since 0.1.0 */
export const uuid: Rule = textLike(UUID, 'a UUID');

/** Any JSON object. @since 0.1.0 */
export const jsonObject: Rule = {
  must: 'an object',
  check: (value, path) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? []
      : [{ path, message: 'must be an object' }],
};

/**
 * An object of which no page that could be read shows all fields: those that are known are checked,
 * the others go through.
 *
 * @param rules - the rules of the known fields
 * @since 0.1.0
 */
export function openRecordOf<T>(rules: FieldRules<T>): Rule {
  const known = recordOf<T>(rules);
  return {
    must: known.must,
    check: (value, path) => {
      if (jsonObject.check(value, path).length > 0) return known.check(value, path);
      const fields = Object.keys(rules).filter((name) => Object.hasOwn(value as object, name));
      const picked = fields.map((name) => [
        name,
        (value as Readonly<Record<string, unknown>>)[name],
      ]);
      return known.check(Object.fromEntries(picked), path);
    },
  };
}

/** Music and voice of a video. @since 0.1.0 */
export interface SoundFields {
  /** URL of the music. */
  readonly background_music_url?: string | null;
  /** How loud the music is, from 0; `0.5` in the examples. */
  readonly background_music_volume?: number | null;
  /** How loud the voice is, from 0; `0.5` in the examples. */
  readonly voiceover_volume?: number | null;
}

const volume = orNull(numberFrom(0));

/** Rules of {@link SoundFields}. @since 0.1.0 */
export const soundFields: FieldRules<SoundFields> = {
  background_music_url: optional(orNull(webUrl())),
  background_music_volume: optional(volume),
  voiceover_volume: optional(volume),
};

/** The captions of a whole video. @since 0.1.0 */
export interface CaptionFields {
  /** Whether there are no captions. */
  readonly no_caption?: boolean;
  /** A style of captions, such as `normal-black`: open. */
  readonly caption_style?: string | null;
  /** Where the captions are, from left to right: a number as text. */
  readonly caption_offset_x?: string | null;
  /** Where the captions are, from top to bottom: a number as text. */
  readonly caption_offset_y?: string | null;
}

/** Rules of {@link CaptionFields}. @since 0.1.0 */
export const captionFields: FieldRules<CaptionFields> = {
  no_caption: optional(flag),
  caption_style: optional(orNull(wordLike('normal-black'))),
  caption_offset_x: optional(orNull(text())),
  caption_offset_y: optional(orNull(text())),
};
