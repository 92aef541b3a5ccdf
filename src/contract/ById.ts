import type { InputIssue } from '../errors/InputIssue.js';
import { inputRules, required } from './inputRules.js';
import { jobId } from './valueRules.js';

/** What is asked for by its id. @since 0.1.0 */
export interface ById {
  readonly id: string;
}

/** What is wrong with an id that is to stand in a path; never throws. @since 0.1.0 */
export const byIdIssues: (input: ById) => readonly InputIssue[] = inputRules<ById>({
  id: required(jobId),
});
