import type { Fields } from './FieldFact.js';

/** One creator of Magic Hour, as facts. @since 0.1.0 */
export interface Tool {
  /** The last part of its path in camelCase; scripts aim at it as the `course` of a job. */
  readonly name: string;
  readonly path: string;
  /** The `type` of its projects. The vendor lists the words, not whose they are. */
  readonly word: string;
  /** What a project without a name is called, before the time; `null` when it stays without. */
  readonly title: string | null;
  /** Of the file that is made. */
  readonly ending: string;
  /** The median that the vendor published for the 30 days to 2026-07-20, in milliseconds. */
  readonly typicalMs: number;
  /** What a frame of a video, an image, or a character of speech costs, in credits. */
  readonly credits: number;
  /** What makes it dearer or cheaper: a field, its value, and the factor. */
  readonly prices?: readonly (readonly [path: string, value: unknown, factor: number])[];
  readonly fields: Fields;
}
