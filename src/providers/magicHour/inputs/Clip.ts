import { greaterThan } from '../../../contract/crossRules.js';
import type { FieldRules } from '../../../contract/inputRules.js';
import { optional, required } from '../../../contract/inputRules.js';
import { numberFrom } from '../../../contract/valueRules.js';

/** The part of a recording that is used; tools that take it want both ends named. @since 0.1.0 */
export interface Clip {
  /** Where the clip begins in its source, in seconds, `>= 0`. */
  readonly start_seconds: number;
  /** Where the clip ends in its source, in seconds, `>= 0.1`. */
  readonly end_seconds: number;
}

/** The part of a recording that is used, from its very beginning unless told. @since 0.1.0 */
export interface OpenClip {
  /** Where the clip begins in its source, in seconds, `>= 0`. @defaultValue 0, at Magic Hour */
  readonly start_seconds?: number;
  /** Where the clip ends in its source, in seconds, `>= 0.1` and after its beginning. */
  readonly end_seconds: number;
}

const end_seconds = required(numberFrom(0.1));

/** The rules of {@link Clip}. @since 0.1.0 */
export const clipRules: FieldRules<Clip> = { start_seconds: required(numberFrom(0)), end_seconds };

/** The rules of {@link OpenClip}. @since 0.1.0 */
export const openClipRules: FieldRules<OpenClip> = {
  start_seconds: optional(numberFrom(0)),
  end_seconds,
};

/** A clip ends after it begins, where the page of its tool says so. @since 0.1.0 */
export const endsAfterStart = greaterThan('end_seconds', 'start_seconds');
