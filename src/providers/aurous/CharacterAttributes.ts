import { optional, recordOf } from '../../contract/inputRules.js';
import { numeric, text as readText } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { finite, text } from '../../contract/valueRules.js';

/**
 * What a character looks like.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/create-character (read 2026-11-22)
 * @since 0.1.0
 */
export interface CharacterAttributes {
  /** Such as `female`. */
  readonly gender?: string;
  /** In years. */
  readonly age?: number;
  /** Such as `east-asian`. */
  readonly ethnicity?: string;
  /** Such as `black`. */
  readonly hair_color?: string;
  /** Such as `shoulder-length straight`. */
  readonly hair_style?: string;
  /** Such as `brown`. */
  readonly eye_color?: string;
  /** Such as `athletic`. */
  readonly body_type?: string;
  /** All else, in words of your own. */
  readonly additional_details?: string;
}

const words = optional(text());

/** The rules of attributes in an input; which words Aurous takes is for Aurous to say. @since 0.1.0 */
export const characterAttributes = recordOf<CharacterAttributes>({
  gender: words,
  age: optional(finite),
  ethnicity: words,
  hair_color: words,
  hair_style: words,
  eye_color: words,
  body_type: words,
  additional_details: words,
});

/** Attributes in a body. @since 0.1.0 */
export const AttributesBody = lenientBody(
  'attributes',
  {},
  {
    gender: readText,
    age: numeric,
    ethnicity: readText,
    hair_color: readText,
    hair_style: readText,
    eye_color: readText,
    body_type: readText,
    additional_details: readText,
  },
);
