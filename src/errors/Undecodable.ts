import type { InputIssue } from './InputIssue.js';
import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/** Why an answer could not be read. @since 0.1.0 */
export type UndecodableReason = 'not-json' | 'shape' | 'too-large';

/**
 * The vendor answered something that is not what its documentation says.
 *
 * @since 0.1.0
 */
export class Undecodable extends JobErrorBase {
  readonly _tag = 'Undecodable';
  /** Not JSON at all, JSON of another shape, or more bytes than the limit. */
  readonly reason: UndecodableReason;
  /** Where the shape differs: paths and expected types, at most 20, never a value. */
  readonly issues: readonly InputIssue[];

  constructor(
    message: string,
    reason: UndecodableReason,
    facts: JobErrorFacts,
    issues: readonly InputIssue[] = [],
  ) {
    super('Undecodable', message, facts);
    this.reason = reason;
    this.issues = Object.freeze([...issues]);
  }
}
