import { isBlob } from '../../../contract/blobRule.js';
import type { FieldRules } from '../../../contract/inputRules.js';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import type { Rule } from '../../../contract/inputRules.js';
import { listOf, oneOf, orNull, text, webUrl, wordLike } from '../../../contract/valueRules.js';
import { webhookUrl } from '../sharedFields.js';

/** Closed: male, female, non-binary. @since 0.1.0 */
export type PersonaGender = 'm' | 'f' | 'nb';

/** Closed, by the page. @since 0.1.0 */
export type PersonaAge = 'child' | 'teen' | 'adult' | 'senior';

/**
 * Which avatars to list; all of them without a query.
 *
 * @see https://docs.creatify.ai/api-reference/personas/get-apipersonas (read 2026-11-22)
 * @since 0.1.0
 */
export interface PersonaQuery {
  /** Only avatars of these. */
  readonly gender?: readonly PersonaGender[];
  /** Only avatars of these ages. */
  readonly age_range?: readonly PersonaAge[];
  /** Where they are, such as `outdoor`. Open: its list could not be read. */
  readonly location?: readonly string[];
  /** What they are like, such as `presenter`. Open: its list could not be read. */
  readonly style?: readonly string[];
}

const some = (rule: Rule) => optional(listOf(rule, { min: 1 }));

/** The rules of {@link PersonaQuery}. @since 0.1.0 */
export const personaQueryIssues = inputRules<PersonaQuery>({
  gender: some(oneOf('m', 'f', 'nb')),
  age_range: some(oneOf('child', 'teen', 'adult', 'senior')),
  location: some(wordLike('outdoor')),
  style: some(wordLike('presenter')),
});

/** What both ways to an avatar of one's own take. @since 0.1.0 */
export interface PersonaFields {
  /** Whom the avatar shows. */
  readonly creator_name: string;
}

const FIELDS: FieldRules<PersonaFields> = { creator_name: required(text({ min: 1 })) };

const gender = oneOf('m', 'f', 'nb');

/**
 * An avatar of one's own, of a video at a URL. Free of credits.
 *
 * @see https://docs.creatify.ai/api-reference/personas/post-apipersonas (read 2026-11-22)
 * @since 0.1.0
 */
export interface PersonaInput extends PersonaFields {
  /** URL of the video of the person who speaks. */
  readonly lipsync_input: string;
  /** Whom the avatar shows: male, female, non-binary. */
  readonly gender?: PersonaGender;
  /** Where the person is seen, such as `office`. */
  readonly video_scene?: string | null;
  /** URL of the video of the person who consents; older pages have it. */
  readonly consent_video?: string | null;
  /** Words by which the avatar is found; the page does not describe them. */
  readonly keywords?: string | null;
  /** A URL; the page does not describe it. */
  readonly gdown_url?: string | null;
  /** Labels of the avatar; the page does not describe them. */
  readonly labels?: readonly string[];
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/** The rules of {@link PersonaInput}. @since 0.1.0 */
export const personaInputIssues = inputRules<PersonaInput>({
  ...FIELDS,
  lipsync_input: required(webUrl()),
  gender: optional(gender),
  video_scene: optional(orNull(text())),
  consent_video: optional(orNull(webUrl())),
  keywords: optional(orNull(text())),
  gdown_url: optional(orNull(webUrl())),
  labels: optional(listOf(text({ min: 1 }))),
  webhook_url: optional(webhookUrl),
});

/**
 * An avatar of one's own, of a file: `video/mp4` or `video/quicktime`. Free of credits.
 *
 * @see https://docs.creatify.ai/api-documentation/custom-avatar/byoa (read 2026-11-22)
 * @see https://docs.creatify.ai/api-reference/personas/post-apipersonas-v2 (read 2026-11-22)
 * @since 0.1.0
 */
export interface PersonaUpload extends PersonaFields {
  /** The video of the person who speaks; a `File` keeps its name. */
  readonly lipsync_input: Blob;
  /** Closed: `m`, `f` or `nb`. */
  readonly gender: PersonaGender;
  /** Where the person is seen, such as `office`. */
  readonly video_scene: string;
  /** The video of the person who consents; older pages require it. */
  readonly consent_video?: Blob;
}

const blob: Rule = {
  must: 'a Blob or a File',
  check: (value, path) => (isBlob(value) ? [] : [{ path, message: 'must be a Blob or a File' }]),
};

/** The rules of {@link PersonaUpload}. @since 0.1.0 */
export const personaUploadIssues = inputRules<PersonaUpload>({
  ...FIELDS,
  lipsync_input: required(blob),
  gender: required(gender),
  video_scene: required(text({ min: 1 })),
  consent_video: optional(blob),
});
