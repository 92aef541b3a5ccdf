import { inputRules, required } from '../../contract/inputRules.js';
import { jobId } from '../../contract/valueRules.js';

/** What is asked for by its id. @since 0.1.0 */
export interface ById {
  readonly id: string;
}

/** The rules of {@link ById}. @since 0.1.0 */
export const byIdIssues = inputRules<ById>({ id: required(jobId) });
