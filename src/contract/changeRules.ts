import type { InputIssue } from '../errors/InputIssue.js';
import type { FieldRules } from './inputRules.js';
import { inputRules } from './inputRules.js';
import { jobId } from './valueRules.js';

/** What is to be otherwise in one thing. @since 0.1.0 */
export interface Change<Changes> {
  /** The thing's id. */
  readonly id: string;
  /** As the caller gave them: they are looked at by rules only. */
  readonly changes: Changes;
}

/**
 * The `check` of a {@link Change}: its id, and every field of its changes; never throws.
 *
 * @param rules - a rule for each field of the changes
 * @since 0.1.0
 */
export function changeRules<Changes>(
  rules: FieldRules<Changes>,
): (change: Change<Changes>) => readonly InputIssue[] {
  const changesIssues = inputRules<Changes>(rules);
  return ({ id, changes }) => [...jobId.check(id, 'id'), ...changesIssues(changes)];
}
