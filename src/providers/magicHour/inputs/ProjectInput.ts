import type { FieldRules } from '../../../contract/inputRules.js';
import { optional } from '../../../contract/inputRules.js';
import { text } from '../../../contract/valueRules.js';

/** What every tool takes beside its own fields. @since 0.1.0 */
export interface ProjectInput {
  /** A name to find the result by. @defaultValue the tool's name and the time, at Magic Hour */
  readonly name?: string;
}

/** The rules of {@link ProjectInput}. @since 0.1.0 */
export const projectRules: FieldRules<ProjectInput> = { name: optional(text()) };
