import { recordOf, required } from '../../contract/inputRules.js';
import type { InputIssue } from '../../errors/InputIssue.js';
import { jobId } from '../../contract/valueRules.js';

/** One of the things that sync.so keeps. @since 0.1.0 */
export interface ById {
  readonly id: string;
}

const rule = recordOf<ById>({ id: required(jobId) });

/** What is wrong with an id that is to stand in a path. Never throws. @since 0.1.0 */
export const byIdIssues = (input: ById): readonly InputIssue[] => rule.check(input, '');
