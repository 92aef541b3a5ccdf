import type { InputIssue } from './InputIssue.js';
import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * Something given to this library breaks a rule; nothing was sent.
 *
 * @since 0.1.0
 */
export class InvalidInput extends JobErrorBase {
  readonly _tag = 'InvalidInput';
  /** Each field that is wrong, with its rule; at least one. */
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[], facts: JobErrorFacts) {
    const text = issues
      .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
      .join('; ');
    super('InvalidInput', `${facts.operation}: ${text}`, facts);
    this.issues = Object.freeze([...issues]);
  }
}
